"""All rules over all rows."""

from collections.abc import Callable, Iterator

from mangnon.places.gazetteer import Gazetteer
from mangnon.places.judging import belongings, offices, successions, units
from mangnon.places.judging.flaws import Flaw

_RULES: tuple[Callable[[Gazetteer], Iterator[Flaw]], ...] = (
    units.kinds_and_names,
    units.lives,
    units.points,
    units.one_living_place_a_code,
    units.one_root,
    units.namings,
    belongings.inside_lives,
    belongings.one_parent_a_day,
    belongings.never_without_parent,
    belongings.upward_only,
    belongings.no_circle,
    successions.join_end_and_beginning,
    successions.shares_add_up,
    successions.every_commune_has_heirs,
    offices.names,
    offices.no_circle,
    offices.changes,
)


def judge(gazetteer: Gazetteer) -> list[Flaw]:
    """Return every mistake; none where the places can be applied."""
    return [flaw for rule in _RULES for flaw in rule(gazetteer)]
