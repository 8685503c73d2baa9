"""Packs to try things on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.audit.warrants import Warrant
from mangnon.packs.actions import Applied, apply_pack

ROOT = Path(__file__).resolve().parents[4]
REFERENCE = next(iter(sorted((ROOT / "packs").iterdir())))


@pytest.fixture
def warrant(db: None) -> Warrant:
    """Leave for everything."""
    return system_warrant("test")


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A copy of the invented province's pack, to be spoilt at will."""
    return Path(shutil.copytree(ROOT / "tests" / "packs" / "nowhere", tmp_path / "nowhere"))


@pytest.fixture(scope="module")
def _applied(django_db_setup, django_db_blocker) -> Iterator[Applied]:
    """Apply the pack in a transaction around the file's tests, and take it back after."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield apply_pack(REFERENCE, warrant=demonstration_warrant())
        transaction.set_rollback(True)


@pytest.fixture
def applied(_applied: Applied, db: None) -> Applied:
    """The reference pack stands."""
    return _applied


@pytest.fixture
def reference() -> Path:
    """The reference pack."""
    return REFERENCE
