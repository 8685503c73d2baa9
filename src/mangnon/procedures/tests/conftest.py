"""A copy of the tiny pack of Nowhere, which is applied, to change and apply again."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.warrants import Warrant
from mangnon.packs.actions import Applied, apply_pack
from mangnon.procedures.models import Procedure

NOWHERE = Path(__file__).resolve().parents[4] / "tests" / "packs" / "nowhere"
Apply = Callable[[], Applied]


@pytest.fixture
def warrant(applied_nowhere: None) -> Warrant:
    return demonstration_warrant()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the pack."""
    return Path(shutil.copytree(NOWHERE, tmp_path / "nowhere"))


@pytest.fixture
def apply(pack: Path, warrant: Warrant) -> Apply:
    """Apply the copy as it stands; it was applied once already."""
    return lambda: apply_pack(pack, warrant=warrant)


def rewrite(pack: Path, old: str, new: str, file: str = "procedures.toml") -> None:
    """Change a text that stands in a file of the pack."""
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new), encoding="utf-8")


def naming() -> Procedure:
    """The procedure that the tests edit."""
    return Procedure.objects.get(code="name-a-child")
