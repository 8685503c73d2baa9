"""A process sees a key file that was replaced, and works on with the ring it has."""

import logging
from pathlib import Path

import pytest

from mangnon.vault import KeyRing, KeyRingError, WatchedRing, new_data_key

CHILD = "child:6f1e0d0c"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    KeyRing.generate(tmp_path / "keys")
    return tmp_path / "keys"


def test_an_unchanged_file_is_read_once(path: Path) -> None:
    watched = WatchedRing(path)
    assert watched.current() is watched.current()


def test_an_added_key_is_primary_at_the_next_use(path: Path) -> None:
    watched = WatchedRing(path)
    data_key = new_data_key()
    old = watched.current().wrap(data_key, bound_to=CHILD)
    added = KeyRing.add_key(path)
    assert watched.current().primary == added.primary
    assert watched.current().unwrap(old, bound_to=CHILD) == data_key


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("spoilt")])
def test_a_lost_or_spoilt_file_leaves_the_ring_in_hand(path, spoil, caplog) -> None:
    watched = WatchedRing(path)
    before = watched.current()
    spoil(path)
    with caplog.at_level(logging.ERROR):
        assert watched.current() is before
        assert watched.current() is before
    assert len(caplog.records) == 1
    assert str(path) in caplog.text


def test_without_a_file_from_the_start_there_is_no_ring(tmp_path: Path) -> None:
    with pytest.raises(KeyRingError):
        WatchedRing(tmp_path / "none").current()
