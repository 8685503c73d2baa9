"""Packs to try things on."""

import shutil
from pathlib import Path

import pytest

from mangnon.access.doors import system_warrant
from mangnon.audit.warrants import Warrant

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


@pytest.fixture
def reference() -> Path:
    """The reference pack."""
    return REFERENCE
