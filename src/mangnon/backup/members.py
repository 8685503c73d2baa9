"""What lies in a copy, one thing after the other: a name, its bytes in pieces, an end."""

from collections.abc import Iterable, Iterator

from mangnon.backup.locking import Locking, Unlocking

PIECE = 1 << 20
_END = b"\0\0\0\0"


def put(target: Locking, name: str, pieces: Iterable[bytes]) -> None:
    """Write one thing."""
    told = name.encode("utf-8")
    target.write(len(told).to_bytes(4, "big") + told)
    for piece in pieces:
        if piece:
            target.write(len(piece).to_bytes(4, "big"))
            target.write(bytes(piece))
    target.write(_END)


def finish(target: Locking) -> None:
    """Say that nothing follows."""
    target.write(_END)
    target.close()


def members(source: Unlocking) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield each thing with its pieces; those not read are passed over."""
    while size := _number(source):
        name = source.read(size).decode("utf-8")
        pieces = _pieces(source)
        yield name, pieces
        for _ in pieces:
            pass


def _pieces(source: Unlocking) -> Iterator[bytes]:
    while size := _number(source):
        yield source.read(size)


def _number(source: Unlocking) -> int:
    return int.from_bytes(source.read(4), "big")
