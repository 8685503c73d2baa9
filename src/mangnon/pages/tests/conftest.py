"""The invented province's written pages, with an editor and a chief editor."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from mangnon import clock
from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.packs.actions import Applied, apply_pack
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.officers import officer

PACK = Path(__file__).resolve().parents[4] / "tests" / "packs" / "nowhere"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the pack that a test may change."""
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


@pytest.fixture
def apply(db: None, pack: Path) -> Iterator[Callable[[], Applied]]:
    """Apply the pack as it stands now."""
    with clock.pinned(BEFORE):
        yield lambda: apply_pack(pack, warrant=demonstration_warrant())


@pytest.fixture
def written(apply: Callable[[], Applied]) -> Applied:
    """The pages of the pack are there."""
    return apply()


@pytest.fixture
def desk(db: None) -> Iterator[Callable[[str], Client]]:
    """Sign in one of the cast."""
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield lambda name: signed_in(officer(name))
