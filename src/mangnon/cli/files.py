"""Files that a command is given."""

from pathlib import Path

from mangnon.attachments.errors import too_large
from mangnon.attachments.judging import MOST_BYTES


def content_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what a file holds; raises WrongFile, before a byte is read, where it is too large."""
    if path.stat().st_size > most:
        raise too_large(path.name, most // 1024**2)
    return path.read_bytes()
