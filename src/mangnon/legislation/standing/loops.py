"""Documents that end one another in a circle: no order of days makes sense of it."""

from collections import defaultdict
from collections.abc import Iterable

from mangnon.legislation.standing.graph import Key, Tie


def loop_in(ties: Iterable[Tie]) -> list[Key]:
    """Return the documents of a circle of whole replacements or abrogations, first one again
    at the end; empty where there is none. The same graph gives the same circle."""
    below: dict[Key, list[Key]] = defaultdict(list)
    for one in ties:
        if one.ends:
            below[one.source].append(one.target)
    done: set[Key] = set()
    for start in sorted(below, key=str):
        if start not in done and (found := _walk(start, below, done)):
            return found
    return []


def _walk(start: Key, below: dict[Key, list[Key]], done: set[Key]) -> list[Key]:
    """Go down from a document; ``done`` receives those from which no circle is reached."""
    way, ahead = [start], [iter(sorted(below.get(start, ()), key=str))]
    on_way = {start}
    while way:
        step = next(ahead[-1], None)
        if step is None:
            done.add(way[-1])
            on_way.discard(way.pop())
            ahead.pop()
        elif step in on_way:
            return [*way[way.index(step) :], step]
        elif step not in done:
            way.append(step)
            on_way.add(step)
            ahead.append(iter(sorted(below.get(step, ()), key=str)))
    return []
