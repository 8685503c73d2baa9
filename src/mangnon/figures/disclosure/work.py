"""A piece of planning that another process can do: it needs no database and no Django."""

from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Plan, Shown
from mangnon.figures.disclosure.planning import withhold

Work = tuple[list[Cell], list[Equation], list[Cover], dict[Key, Shown]]


def planned(work: Work) -> Plan:
    """Plan one piece."""
    return withhold(*work)
