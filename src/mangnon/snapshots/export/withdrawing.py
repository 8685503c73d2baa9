"""Taking a picture out of the static copy at once: the file, and every page that shows it."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction


def withdraw(names: Iterable[str]) -> list[Path]:
    """Delete media files, by their names below the media folder, and the pages that name them,
    from the copy that a web server may hand out and from the one in the making; return what was
    deleted."""
    wanted = [name.encode() for name in names if name]
    copies = [Path(settings.EXPORT_DIR) / one for one in ("current", "making")]
    return [gone for copy in copies if wanted and copy.exists() for gone in _from(copy, wanted)]


class _Waiting:
    """What is withdrawn together, once the transaction stands: pages are read through once."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.over = False

    def __call__(self) -> None:
        self.over = True
        withdraw(sorted(self.names))


def withdraw_once_committed(name: str) -> None:
    """Withdraw a file, with all others of the same transaction, when that is over."""
    held = [entry[1] for entry in connection.run_on_commit if isinstance(entry[1], _Waiting)]
    waiting = held[-1] if held and not held[-1].over else _Waiting()
    waiting.names.add(name)
    if waiting not in held:
        transaction.on_commit(waiting, robust=True)


def _from(copy: Path, wanted: list[bytes]) -> list[Path]:
    files = [copy / settings.MEDIA_URL.strip("/") / name.decode() for name in wanted]
    gone = [file for file in files if file.is_file()]
    gone += [page for page in copy.rglob("*.html") if _names(page, wanted)]
    for one in gone:
        one.unlink(missing_ok=True)
    return gone


def _names(page: Path, wanted: list[bytes]) -> bool:
    body = page.read_bytes()
    return any(name in body for name in wanted)
