"""Which later communes together are exactly an earlier place: new figures on an old map."""

from datetime import date

from mangnon.places.carrying import Carrying
from mangnon.places.world import World


def origins(whole: World, early: date, late: date) -> dict[int, frozenset[int]]:
    """Return, for each commune of ``late``, the communes of ``early`` that lie in it.

    A commune born in between out of nothing is an origin of its own.
    """
    turns = ("origins", whole.turn(early), whole.turn(late))
    return whole.keep(turns, lambda: _origins(whole, turns[1], turns[2]))


def _origins(whole: World, early: date, late: date) -> dict[int, frozenset[int]]:
    born_of = {share.target for shares in whole.heirs.values() for share in shares}
    later = Carrying.onto(whole, late)
    found: dict[int, set[int]] = {}
    for unit in whole.units.values():
        from_nothing = early < unit.valid_from <= late and unit.id not in born_of
        if unit.is_leaf and (unit.lives_on(early) or from_nothing):
            for target in later.targets(unit.id):
                found.setdefault(target, set()).add(unit.id)
    return {target: frozenset(sources) for target, sources in found.items()}


def union_on(
    whole: World, communes: frozenset[int], early: date, late: date
) -> frozenset[int] | None:
    """Return the communes of ``late`` that together are ``communes`` of ``early``, or None.

    None where one of them also holds ground from elsewhere, or where ground was lost.
    """
    touched: set[int] = set()
    for commune in communes:
        targets = Carrying.onto(whole, late).targets(commune)
        if not targets:
            return None
        touched.update(targets)
    held = origins(whole, early, late)
    return frozenset(touched) if all(held[t] <= communes for t in touched) else None
