"""Taking a picture out of the static copy at once: the file, and every page that shows it."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings


def withdraw(names: Iterable[str]) -> list[Path]:
    """Delete media files, by their names below the media folder, and the pages that name them,
    from the copy that a web server may hand out; return what was deleted."""
    copy = Path(settings.EXPORT_DIR) / "current"
    wanted = [name.encode() for name in names if name]
    if not wanted or not copy.exists():
        return []
    files = [copy / settings.MEDIA_URL.strip("/") / name.decode() for name in wanted]
    gone = [file for file in files if file.is_file()]
    gone += [page for page in copy.rglob("*.html") if _names(page, wanted)]
    for one in gone:
        one.unlink(missing_ok=True)
    return gone


def _names(page: Path, wanted: list[bytes]) -> bool:
    body = page.read_bytes()
    return any(name in body for name in wanted)
