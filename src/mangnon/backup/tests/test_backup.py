"""A copy is brought back whole, or not at all: the lock, what is refused, what is left behind."""

import io

import pytest

from mangnon.backup.errors import BackupRefused
from mangnon.backup.locking import MAGIC, Locking, Unlocking
from mangnon.backup.members import finish, members, put

SECRET = "hai mươi ký tự trở lên, nhé"


def locked(*things: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    target = Locking(out, SECRET)
    for name, content in things:
        put(target, name, [content])
    finish(target)
    return out.getvalue()


def opened(content: bytes, secret: str = SECRET) -> dict[str, bytes]:
    source = Unlocking("x", io.BytesIO(content), secret)
    return {name: b"".join(pieces) for name, pieces in members(source)}


BIG = bytes(range(256)) * 5000  # more than a chunk


def test_what_was_locked_comes_out_as_it_went_in():
    assert opened(locked(("a", b"x"), ("b", BIG), ("c", b""))) == {"a": b"x", "b": BIG, "c": b""}


def test_nothing_of_it_can_be_read():
    assert b"Ngo\xe1\xba\xb5nguy" not in locked(("a", "Ngoẵnguy".encode()))


@pytest.mark.parametrize("keep", [10, 40, 60, 1 << 20, -1, -17])
def test_a_file_that_was_cut_short_does_not_open(keep):
    with pytest.raises(BackupRefused):
        opened(locked(("a", BIG))[:keep])


@pytest.mark.parametrize("at", [0, len(MAGIC) + 1, 50, 1 << 20, -1])
def test_a_file_in_which_a_bit_was_altered_does_not_open(at):
    content = bytearray(locked(("a", BIG)))
    content[at] ^= 1
    with pytest.raises(BackupRefused):
        opened(bytes(content))


def test_chunks_in_another_order_do_not_open():
    content = locked(("a", BIG * 2))
    head, size = 40, (1 << 20) + 16
    first, second = content[head : head + size], content[head + size : head + 2 * size]
    with pytest.raises(BackupRefused):
        opened(content[:head] + second + first + content[head + 2 * size :])


def test_another_passphrase_does_not_open_it():
    with pytest.raises(BackupRefused):
        opened(locked(("a", b"x")), "một mật khẩu khác hẳn, dài")
