"""A key file lies apart from the data and is its owner's alone."""

from pathlib import Path

import pytest

from mangnon.vault import KeyRing
from mangnon.vault.guarding import flaws


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    KeyRing.generate(tmp_path / "keys")
    return tmp_path / "keys"


def told(path: Path) -> list[str]:
    return [flaw.en for flaw in flaws(path, apart_from=path.parent / "data")]


def test_a_file_apart_and_closed_has_no_flaw(path: Path) -> None:
    assert told(path) == []


def test_a_missing_file_is_a_flaw(path: Path) -> None:
    path.unlink()
    assert "There is no key file" in told(path)[0]


def test_a_file_that_others_read_is_a_flaw(path: Path) -> None:
    path.chmod(0o604)
    assert "can be read by others" in told(path)[0]


@pytest.mark.parametrize("linked", [False, True])
def test_a_file_among_the_data_is_a_flaw_also_behind_a_link(path: Path, linked: bool) -> None:
    inside = path.parent / "data" / "keys"
    path.rename(inside)
    if linked:
        path.symlink_to(inside)
    [flaw] = flaws(path if linked else inside, apart_from=path.parent / "data")
    assert "lies in the data folder" in flaw.en
