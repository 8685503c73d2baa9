"""Which requests a snapshot answers: one file for each public address without parameters."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings

_LONGEST, _LONGEST_PART = 600, 200
_ENDS = ("/", ".xml")
_choices: set[str] = set()


def choices(*names: str) -> None:
    """Declare parameters that pages read: an address with one of them is drawn each time."""
    _choices.update(names)


def snapshot_path(environ: Mapping[str, Any]) -> str | None:
    """Return the path of the snapshot that answers a request; None where none may.

    Parameters that no page reads are as good as absent.
    """
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or _chooses(environ):
        return None
    try:
        address = environ["PATH_INFO"].encode("latin-1").decode()
    except UnicodeError:
        return None
    return path_of(address)


def path_of(address: str) -> str | None:
    """Return the path of an address's snapshot; None where it has none."""
    if not address.endswith(_ENDS) or not is_file_name(address):
        return None
    if address.startswith(tuple(settings.SNAPSHOTS_NEVER)):
        return None
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]


def is_file_name(address: str) -> bool:
    """Whether an address may be the name of a file, below a folder and nowhere else."""
    if not address.startswith("/") or len(address) > _LONGEST:
        return False
    *folders, last = address[1:].split("/")
    return all(map(_is_plain, folders)) and (last == "" or _is_plain(last))


def _is_plain(part: str) -> bool:
    """Whether a part of an address may be the name of a file."""
    fits = 0 < len(part.encode()) <= _LONGEST_PART
    return fits and part[0] != "." and part.isprintable() and "\\" not in part


def _chooses(environ: Mapping[str, Any]) -> bool:
    query = environ.get("QUERY_STRING", "")
    if not query:
        return False
    try:
        named = {name for name, _ in parse_qsl(query, keep_blank_values=True)}
    except ValueError:  # more fields than anybody writes
        return True
    return not named.isdisjoint(_choices)
