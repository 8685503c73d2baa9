"""Lets a test's tables be emptied (``-p``): the triggers that refuse it are lifted meanwhile.

Only Django's own flush after a test with real transactions passes; nothing else may.
"""

from collections.abc import Sequence
from typing import Any

import pytest


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Wrap the one function through which Django empties tables."""
    from django.db import connection  # only now: the settings are read by then

    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def lifted(self: Any, statements: Sequence[str]) -> None:
        from mangnon.audit import triggers

        triggers.take_down(self.connection)
        try:
            flush(self, statements)
        finally:
            triggers.put_up(self.connection)

    operations.execute_sql_flush = lifted
