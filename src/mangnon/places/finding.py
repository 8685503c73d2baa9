"""Places, for those who search: by any name that they bore, with the places above them."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from mangnon.finding.providing import LANGUAGES, Offer, Provider, page_address, provide
from mangnon.places.models import Belonging, Kind, Naming, Place
from mangnon.text.sentence import Language, Sentence

KIND = "place"
_ABOVE = 4  # levels
_BOOST = {Kind.PROGRAMME_AREA: 3.0, Kind.PROVINCE: 2.0, Kind.DISTRICT: 1.0}


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer places in both languages, with every place that they ever belonged to."""
    above = _belongings()
    namings: dict[int, list[Naming]] = defaultdict(list)
    for naming in Naming.objects.all():
        namings[naming.place_id].append(naming)
    for one in Place.objects.exclude(kind=Kind.VILLAGE):
        if keys is not None and one.key not in keys:
            continue
        upper = _upper(one, above)
        for language in LANGUAGES:
            yield _offer(one, language, upper, namings[one.pk])


def _offer(one: Place, language: Language, upper: list[Place], namings: list[Naming]) -> Offer:
    name = f"name_{language}"
    return Offer(
        *(one.key, language, page_address("place", language, key=one.key)),
        title=getattr(one, name),
        label=", ".join(getattr(unit, name) for unit in upper),
        summary=getattr(one, f"note_{language}"),
        body=" ".join(getattr(naming, name) for naming in namings),
        places=(one.key, *(unit.key for unit in upper)),
        boost=_BOOST.get(Kind(one.kind), 0.0) - (2.0 if one.valid_to else 0.0),
    )


def _belongings() -> dict[int, list[Place]]:
    """Return the parents of each place, the latest first."""
    found: dict[int, list[Place]] = defaultdict(list)
    for row in Belonging.objects.select_related("parent").order_by("-valid_from"):
        found[row.child_id].append(row.parent)
    return found


def _upper(one: Place, above: dict[int, list[Place]]) -> list[Place]:
    """Return every place above, the nearest first."""
    found: dict[int, Place] = {}
    level = [one]
    for _ in range(_ABOVE):
        level = [parent for unit in level for parent in above[unit.pk] if parent.pk not in found]
        found.update((unit.pk, unit) for unit in level)
    return list(found.values())


provide(Provider(KIND, Sentence("Địa bàn", "Places"), offers))
