"""The two shares counted once more, child by child, by the words of their definitions."""

from mangnon.simulation.days import as_date, end_of, first_of
from mangnon.simulation.groups import GROUPS, NEW_LAW
from mangnon.simulation.province import Province
from mangnon.simulation.residences import ABSENT

_GIFTS = {"gift-tet", "gift-children-day", "gift-mid-autumn", "visit"}


def t1(province: Province, year: int) -> tuple[int, int]:
    """Count the children under 16 living here on 31 December, and those in a group in force."""
    day = end_of(year)
    homes = province.homes
    living = {
        int(child)
        for child, kind, start, end in zip(
            homes.child, homes.kind, homes.start, homes.end, strict=True
        )
        if start <= day < end and kind != ABSENT and _age(province, int(child), day) < 16
    }
    return len(_followed(province, day, day) & living), len(living)


def t2(province: Province, year: int) -> tuple[int, int]:
    """Count the children with a day in a group during the year, and those who were helped."""
    from mangnon.simulation.assistance import KINDS

    first, last = first_of(year), end_of(year)
    followed = _followed(province, first, last) & _somewhere(province, first, last)
    given = province.assistance
    helped = {
        int(child)
        for child, kind, day in zip(given.child, given.kind, given.day, strict=True)
        if first <= day <= last and KINDS[kind] not in _GIFTS
    }
    return len(followed & helped), len(followed)


def _followed(province: Province, first: int, last: int) -> set[int]:
    spells = province.spells
    found = set()
    for child, group, start, end in zip(
        spells.child, spells.group, spells.start, spells.end, strict=True
    ):
        begin = max(start, first, NEW_LAW if GROUPS[group].new else 0)
        until = min(end, last + 1, 10**9 if GROUPS[group].new else NEW_LAW)
        if begin < until and _age(province, int(child), int(begin)) < 16:
            found.add(int(child))
    return found


def _somewhere(province: Province, first: int, last: int) -> set[int]:
    homes = province.homes
    return {
        int(child)
        for child, kind, start, end in zip(
            homes.child, homes.kind, homes.start, homes.end, strict=True
        )
        if kind != ABSENT and start <= last and end > first
    }


def _age(province: Province, child: int, day: int) -> int:
    """Completed years."""
    born, on = as_date(int(province.people.birth[child])), as_date(day)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
