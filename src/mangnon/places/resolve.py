"""From what a person or a machine writes to the one place that is meant."""

from datetime import date
from difflib import get_close_matches

from mangnon.places.errors import NoPlaces, UnknownPlace, spoken
from mangnon.places.models import Place
from mangnon.places.naming import own_name
from mangnon.places.tree import Tree
from mangnon.places.world import Unit, World, world
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence


def resolve(text: str, on: date) -> Place:
    """Return the place of a bare code on the map of ``on``, or of ``code@2025-07-01`` ever.

    Raises UnknownPlace with what is near, or with when the code lived and who its heirs are.
    """
    now = world()
    code, at, day = text.strip().partition("@")
    if not now.units:
        raise NoPlaces(on, None)
    same = sorted((u for u in now.units.values() if u.code == code), key=lambda u: u.valid_from)
    if at and same:
        found = _by_key(same, day, text)
    else:
        found = next((unit for unit in same if unit.lives_on(on)), None)
    if found is None:
        raise UnknownPlace(_other_days(now, code, same, on) if same else _near(now, code, on))
    return Place.objects.get(pk=found.id)


def _by_key(same: list[Unit], day: str, text: str) -> Unit | None:
    try:
        meant = date.fromisoformat(day)
    except ValueError:
        raise UnknownPlace(
            Sentence(
                vi=f"“{text}”: sau dấu @ phải là một ngày, ví dụ {same[0].key}.",
                en=f"“{text}”: a day must follow the @, as in {same[0].key}.",
            )
        ) from None
    exact = next((unit for unit in same if unit.valid_from == meant), None)
    return exact or next((unit for unit in same if unit.lives_on(meant)), None)


def _other_days(now: World, code: str, same: list[Unit], on: date) -> Sentence:
    """Say when the code lived, and what became of it."""
    vi, en = [], []
    for unit in same:
        end_vi = f" đến trước {spoken(unit.valid_to)}" if unit.valid_to else ""
        end_en = f" until {unit.valid_to.isoformat()}" if unit.valid_to else ""
        heirs = [now.units[share.target] for share in now.heirs.get(unit.id, ())]
        to_vi = f", kế thừa: {_listed(heirs, 'vi')}" if heirs else ""
        to_en = f", heirs: {_listed(heirs, 'en')}" if heirs else ""
        vi.append(f"{unit.name_vi} ({unit.key}) có từ {spoken(unit.valid_from)}{end_vi}{to_vi}")
        en.append(f"{unit.name_en} ({unit.key}) from {unit.valid_from.isoformat()}{end_en}{to_en}")
    return Sentence(
        vi=f"Mã “{code}” không có vào ngày {spoken(on)}: {'; '.join(vi)}. Hãy ghi mã@ngày.",
        en=f"Code “{code}” is not on the map of {on.isoformat()}: {'; '.join(en)}. Write code@day.",
    )


def _listed(units: list[Unit], language: str) -> str:
    return ", ".join(f"{u.name_vi if language == 'vi' else u.name_en} ({u.key})" for u in units)


def _near(now: World, code: str, on: date) -> Sentence:
    """Say which codes and names are near to what was written."""
    # Those of the day first, then those of other days.
    known = [*Tree.on(on), *sorted(now.units.values(), key=lambda u: u.valid_from, reverse=True)]
    by_name: dict[str, Unit] = {}
    by_code: dict[str, Unit] = {}
    for unit in known:
        for name in (own_name(unit.name_vi, unit.style), unit.name_vi, unit.name_en):
            by_name.setdefault(fold(name), unit)
        by_code.setdefault(unit.code, unit)
    folded = fold(code)
    names = sorted((name for name in by_name if folded and folded in name), key=len)[:3]
    names += get_close_matches(folded, by_name, n=3, cutoff=0.7)
    codes = get_close_matches(code, by_code, n=3, cutoff=0.5)
    met = [by_name[name] for name in names] + [by_code[near] for near in codes]
    near = list(dict.fromkeys(met))[:3]
    if not near:
        return Sentence(
            vi=f"Không có địa bàn nào mang mã “{code}”. Xem danh sách: mangnon places list.",
            en=f"No place has the code “{code}”. See the list: mangnon places list.",
        )
    return Sentence(
        vi=f"Không có địa bàn nào mang mã “{code}”. Có phải: {_listed(near, 'vi')}?",
        en=f"No place has the code “{code}”. Did you mean: {_listed(near, 'en')}?",
    )
