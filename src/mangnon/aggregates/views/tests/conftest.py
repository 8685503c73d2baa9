"""The cast at the desk: a commune's officer, her district's, the province's."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest

from mangnon import clock
from mangnon.aggregates.tests.conftest import (  # noqa: F401
    _database,
    communes,
    districts,
    form,
    province,
    today,
    warrant,
)
from mangnon.duties.views.tests.conftest import enter, officer, steering  # noqa: F401


@pytest.fixture
def clocked() -> Iterator[Callable[[str], None]]:
    """Move the pinned clock on."""
    stack = ExitStack()
    yield lambda day: stack.enter_context(clock.pinned(date.fromisoformat(day)))
    stack.close()
