import errno
from base64 import b64encode
from pathlib import Path

import pytest

from mangnon.vault import KeyRing, KeyRingError
from mangnon.vault.keyfile import readable_by_others

GOOD = b64encode(bytes(range(32))).decode("ascii")


def refusal(path: Path, text: str) -> KeyRingError:
    """Load a key file with this text and give the error; never loads."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KeyRingError) as caught:
        KeyRing.load(path)
    return caught.value


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    KeyRing.generate(path)
    assert path.stat().st_mode & 0o777 == 0o600
    KeyRing.add_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["keys.toml"]


def test_a_file_open_to_others_is_told(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    KeyRing.generate(path)
    assert not readable_by_others(path)
    path.chmod(0o644)
    assert readable_by_others(path)


def test_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(f'primary = "a-1"\n[keys]\na-1 = "{GOOD}"\n', encoding="utf-8")
    assert KeyRing.load(path).primary == "a-1"


def test_a_missing_file_is_said_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    for door in (KeyRing.load, KeyRing.add_key):
        with pytest.raises(KeyRingError) as caught:
            door(path)
        assert f"Không có tệp khóa {path}" in caught.value.sentence.vi
        assert f"There is no key file {path}" in caught.value.sentence.en


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("", "không có khóa nào", "has no key"),
        ("keys = 3", "không có khóa nào", "has no key"),
        ("primary = \n", "sai cú pháp TOML", "bad TOML"),
        (
            f'[keys]\nk1 = "{GOOD}"',
            "phải nêu tên một khóa",
            "must name one of the keys",
        ),
        (f'primary = "k2"\n[keys]\nk1 = "{GOOD}"', "phải nêu tên", "must name one"),
        (f'primary = 1\n[keys]\nk1 = "{GOOD}"', "phải nêu tên", "must name one"),
        (
            f'primary = "K_1"\n[keys]\nK_1 = "{GOOD}"',
            "tên khóa “K_1”",
            "the key name “K_1”",
        ),
        (
            'primary = "k1"\n[keys]\nk1 = "c2hvcnQ="',
            "khóa “k1” phải là",
            "“k1” must be 32",
        ),
        (
            'primary = "k1"\n[keys]\nk1 = "not base64!"',
            "khóa “k1” phải là",
            "“k1” must be 32",
        ),
        ('primary = "k1"\n[keys]\nk1 = 12', "khóa “k1” phải là", "“k1” must be 32"),
    ],
)
def test_a_malformed_file_says_what_is_wrong(tmp_path: Path, text: str, vi: str, en: str) -> None:
    error = refusal(tmp_path / "keys.toml", text)
    assert vi in error.sentence.vi
    assert en in error.sentence.en
    assert str(tmp_path / "keys.toml") in error.sentence.vi


def test_the_message_never_repeats_a_key(tmp_path: Path) -> None:
    error = refusal(tmp_path / "keys.toml", f'primary = "k1"\n[keys]\nk1 = "{GOOD}AAAA"')
    assert GOOD not in str(error)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyRingError, match="UTF-8"):
        KeyRing.load(path)


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(KeyRingError, match="cannot be read"):
        KeyRing.load(tmp_path)


def test_generating_over_a_file_is_refused_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    ring = KeyRing.generate(path)
    with pytest.raises(KeyRingError, match="not overwritten"):
        KeyRing.generate(path)
    assert KeyRing.load(path).primary == ring.primary


def test_generating_where_no_folder_is_says_so(tmp_path: Path) -> None:
    with pytest.raises(KeyRingError, match="Make its folder"):
        KeyRing.generate(tmp_path / "none" / "keys.toml")


def test_a_second_rotation_at_once_is_refused_and_loses_no_key(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    ring = KeyRing.generate(path)
    (tmp_path / "keys.toml.new").write_text("another rotation is under way", encoding="utf-8")
    with pytest.raises(KeyRingError, match=r"keys\.toml\.new"):
        KeyRing.add_key(path)
    assert KeyRing.load(path).key_ids == ring.key_ids


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "keys.toml"
    ring = KeyRing.generate(path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mangnon.vault.keyfile.os.fsync", full)
    with pytest.raises(KeyRingError, match="No space left"):
        KeyRing.add_key(path)
    assert [file.name for file in tmp_path.iterdir()] == ["keys.toml"]
    assert KeyRing.load(path).key_ids == ring.key_ids


def test_a_changed_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    KeyRing.generate(path)
    path.chmod(0o640)
    KeyRing.add_key(path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "keys"
    ring = KeyRing.generate(path)

    def mounted(self: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr("mangnon.vault.keyfile.Path.replace", mounted)
    with pytest.raises(KeyRingError, match="busy"):
        KeyRing.add_key(path)
    assert [file.name for file in tmp_path.iterdir()] == ["keys"]
    assert KeyRing.load(path).key_ids == ring.key_ids
