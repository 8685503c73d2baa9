"""Each test begins with nothing counted, in memory or shown."""

import pytest

from mangnon.visits.queries import forget_shown
from mangnon.visits.tally import TALLY


@pytest.fixture(autouse=True)
def nothing_counted():
    TALLY.take()
    forget_shown()
    yield
    TALLY.take()
    forget_shown()
