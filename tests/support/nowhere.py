"""The tiny pack, applied once for all tests of a file and taken back after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

NOWHERE = Path(__file__).resolve().parents[1] / "packs" / "nowhere"


@pytest.fixture(scope="module")
def _nowhere(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Apply the pack in a transaction around the file's tests."""
    from django.db import transaction

    from mangnon.access.doors import demonstration_warrant
    from mangnon.packs.actions import apply_pack
    from mangnon.places import generation

    with django_db_blocker.unblock(), transaction.atomic():
        apply_pack(NOWHERE, warrant=demonstration_warrant())
        generation.bump()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def applied_nowhere(_nowhere: None, db: None) -> None:
    """A database with the pack of the invented province, as each test of the file finds it."""
