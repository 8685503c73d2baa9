"""Padding to a few fixed sizes, so that the length of a sealed text says little about it."""

from struct import Struct

_LENGTH = Struct(">I")
_SMALL_BUCKETS = (32, 64, 128, 256, 512)
_LARGE_STEP = 512


def bucket_for(size: int) -> int:
    """Give the smallest bucket that holds `size` bytes: 32 to 512 by doubling, then by 512s."""
    for bucket in _SMALL_BUCKETS:
        if size <= bucket:
            return bucket
    return -(-size // _LARGE_STEP) * _LARGE_STEP


def pad(text: str) -> bytes:
    """Give the text in UTF-8 behind its 4-byte length, filled with zeros up to its bucket.

    Raises UnicodeEncodeError for text that is not valid Unicode (a lone surrogate).
    """
    body = text.encode("utf-8")
    framed = _LENGTH.pack(len(body)) + body
    return framed.ljust(bucket_for(len(framed)), b"\0")


def unpad(padded: bytes) -> str:
    """Give back the text that `pad` framed; raises ValueError if it was never framed by it."""
    if len(padded) < _LENGTH.size:
        raise ValueError("shorter than its own length field")
    length = int.from_bytes(padded[: _LENGTH.size])
    body = padded[_LENGTH.size : _LENGTH.size + length]
    if len(body) != length:
        raise ValueError("length field beyond the end")
    return body.decode("utf-8")
