"""What public pages may ask of the directory: only what is published, in a few queries each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from mangnon import clock
from mangnon.access.scope import reach
from mangnon.places.tree import Tree
from mangnon.services.models import Service

KINDS = Service.Kind
Ages = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """Services, and how many each choice would show beside the other choices."""

    rows: list[Service]
    kinds: Mapping[str, int]
    places: Mapping[int, int]
    ages: Mapping[Ages, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a visitor looks for; empty: everything."""

    kind: str = ""
    place_id: int | None = None
    ages: Ages | None = None


def listed(choice: Choice, places: Iterable[int] = (), ages: Iterable[Ages] = ()) -> Listed:
    """Return the services of a choice; counts for the given places and ages; two queries."""
    found = list(_published().prefetch_related("serves"))
    of_kind = [one for one in found if choice.kind in ("", one.kind)]
    of_place = _serving(found, choice.place_id)
    of_ages = [one for one in found if _is_for(one, choice.ages)]
    at_place, at_age = {one.pk for one in of_place}, {one.pk for one in of_ages}
    here = [one for one in of_kind if one.pk in at_age]
    return Listed(
        [one for one in here if one.pk in at_place],
        Counter(one.kind for one in of_place if one.pk in at_age),
        {place: len(_serving(here, place)) for place in places},
        {span: sum(_is_for(one, span) for one in of_kind if one.pk in at_place) for span in ages},
    )


def one(code: str) -> Service | None:
    """Return a service with all that belongs to it; four queries."""
    found = _published().filter(code=code).select_related("office", "place")
    return found.prefetch_related("serves__place", "leads__procedure", "bases__document").first()


def resting_on(document_id: int) -> list[Service]:
    """Return the services that rest on a document; one query."""
    return list(_published().filter(bases__document=document_id).distinct())


def articles_on(document_id: int) -> list[tuple[str, str]]:
    """Return code and article of what rests on a document by a clause of it; one query."""
    rows = _published().filter(bases__document=document_id)
    return list(rows.exclude(bases__article_vi="").values_list("code", "bases__article_vi"))


def of_office(office_id: int) -> list[Service]:
    """Return the services that an office is in charge of; one query."""
    return list(_published().filter(office=office_id))


def led_to_by(procedure_id: int) -> list[Service]:
    """Return the services that a procedure leads to; one query."""
    return list(_published().filter(leads__procedure=procedure_id).distinct())


def serving(place_id: int) -> list[Service]:
    """Return the services for those who live at a place; two queries."""
    return _serving(list(_published().prefetch_related("serves")), place_id)


def names() -> dict[str, tuple[str, str]]:
    """Return {code: names in both languages} of every published service; one query."""
    rows = _published().values_list("code", "name_vi", "name_en")
    return {code: (vi, en or vi) for code, vi, en in rows}


def _published() -> QuerySet[Service]:
    return Service.objects.filter(live=True)


def _serving(services: list[Service], place_id: int | None) -> list[Service]:
    """Keep those for everybody, and those for the place, what lies in it or what it lies in.

    A place that passed to another belongs to that one: a directory need not be rewritten.
    """
    if place_id is None:
        return services
    today = clock.today()
    tree = Tree.on(today)
    around = set(reach(place_id, today))
    if place_id in tree:
        around.update(tree.ancestors(place_id))
    return [
        one
        for one in services
        if one.whole_area or any(served.place_id in around for served in one.serves.all())
    ]


def _is_for(service: Service, ages: Ages | None) -> bool:
    if ages is None:
        return True
    first, last = ages
    youngest = 0 if service.age_from is None else service.age_from
    oldest = last if service.age_to is None else service.age_to
    return youngest <= last and first <= oldest
