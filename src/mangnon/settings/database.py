"""SQLite by default, PostgreSQL for a province in production."""

from urllib.parse import unquote, urlsplit

from mangnon.settings import env
from mangnon.settings.mode import DATA_DIR

_EXAMPLE = "postgresql://mangnon@127.0.0.1:5432/mangnon"


def _sqlite(path: str) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
                "PRAGMA temp_store=MEMORY;"
            ),
        },
        # Tests count through a second connection (ADBC), so they need a database in a file.
        "TEST": {"NAME": str(DATA_DIR / "test.sqlite3")},
    }


def _postgresql(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if not parts.path.strip("/"):
        raise env.ImproperlyConfigured(
            f"MANGNON_DATABASE: «{url}» names no database. Write, for example: {_EXAMPLE}"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _database(url: str) -> dict[str, object]:
    if url.startswith("sqlite:///"):
        return _sqlite(url.removeprefix("sqlite:///"))
    if url.startswith(("postgresql://", "postgres://")):
        return _postgresql(url)
    raise env.ImproperlyConfigured(
        f"MANGNON_DATABASE: «{url}» is neither sqlite:///… nor postgresql://… "
        f"Write, for example: MANGNON_DATABASE={_EXAMPLE}"
    )


DATABASES = {
    "default": _database(
        env.text(
            "MANGNON_DATABASE",
            example=_EXAMPLE,
            default=f"sqlite:///{DATA_DIR / 'mangnon.sqlite3'}",
        )
    )
}
