"""Which program draws the pages: another one, or another setting, makes all of them anew."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

_DRAWS = (".py", ".html", ".css", ".js", ".mo", ".svg", ".csv", ".json")


@cache
def edition() -> str:
    """Return the mark of this process's program and settings."""
    digest = hashlib.sha256(repr(_settings()).encode())
    root = Path(__file__).resolve().parents[1]
    for file in sorted(root.rglob("*")):
        if file.suffix in _DRAWS and "tests" not in file.parts:
            known = file.stat()
            digest.update(f"{file.name}{known.st_size}{known.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _settings() -> tuple[object, ...]:
    database = settings.DATABASES["default"]
    where = (database["ENGINE"], database["NAME"], database.get("HOST"), database.get("PORT"))
    return (settings.SITE_NAME, settings.MODE, settings.RELEASE_DAYS_APART, where)
