"""A test's own list of names in memory: what the test's transaction holds is in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from mangnon.register.roster import Roster, replace


@contextmanager
def own_roster() -> Iterator[Roster]:
    """Put a roster that sees uncommitted children in the process's place, for a while."""
    own = Roster(uncommitted=True)
    before = replace(own)
    yield own
    replace(before)
