"""SQLite by default, PostgreSQL for a province in production."""

from urllib.parse import unquote, urlsplit

from mangnon.settings import env
from mangnon.settings.mode import DATA_DIR

# A connection that is kept has its tables read and its pages at hand: a new one for each page
# cost a tenth of the processor under load.
_KEPT = 60  # seconds
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
        "CONN_MAX_AGE": _KEPT,
        # Tests count through a second connection (ADBC), so they need a database in a file.
        "TEST": {"NAME": str(DATA_DIR / "test.sqlite3")},
    }


def _postgresql(url: str, name: str = "MANGNON_DATABASE") -> dict[str, object]:
    parts = urlsplit(url)
    if not parts.path.strip("/"):
        raise env.ImproperlyConfigured(
            f"{name}: names no database. Write, for example: {name}={_EXAMPLE}"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": _KEPT,
        "CONN_HEALTH_CHECKS": True,
    }


def _database(url: str) -> dict[str, object]:
    if url.startswith("sqlite:///"):
        return _sqlite(url.removeprefix("sqlite:///"))
    if url.startswith(("postgresql://", "postgres://")):
        return _postgresql(url)
    raise env.ImproperlyConfigured(
        f"MANGNON_DATABASE: “{url}” is neither sqlite:///… nor postgresql://… "
        f"Write, for example: MANGNON_DATABASE={_EXAMPLE}"
    )


def _role(name: str, url: str) -> dict[str, object] | None:
    """Read the address under which another role reaches the same PostgreSQL database."""
    if not url:
        return None
    role = _postgresql(url, name) if url.startswith(("postgresql://", "postgres://")) else {}
    same = ("ENGINE", "NAME", "HOST", "PORT")
    if [role.get(part) for part in same] != [_desk.get(part) for part in same]:
        raise env.ImproperlyConfigured(
            f"{name}: not the PostgreSQL database that MANGNON_DATABASE names; only the role and "
            f"its password differ. Write, for example: {name}={_EXAMPLE}"
        )
    return role


_desk = _database(
    env.text(
        "MANGNON_DATABASE",
        example=_EXAMPLE,
        default=f"sqlite:///{DATA_DIR / 'mangnon.sqlite3'}",
    )
)
# One PostgreSQL database, reached by four roles; see docs/walls.md.
DATABASE_ROLES = {
    "desk": _desk if _desk["ENGINE"] == "django.db.backends.postgresql" else None,
    "owner": _role(
        "MANGNON_DATABASE_OWNER",
        env.text("MANGNON_DATABASE_OWNER", example=_EXAMPLE, default=""),
    ),
    "engine": _role(
        "MANGNON_DATABASE_ENGINE",
        env.text("MANGNON_DATABASE_ENGINE", example=_EXAMPLE, default=""),
    ),
    "portal": _role(
        "MANGNON_DATABASE_PORTAL",
        env.text("MANGNON_DATABASE_PORTAL", example=_EXAMPLE, default=""),
    ),
}
# As whom this process works. The command line is the owner's, and sees all places.
DATABASE_AS = env.choice("MANGNON_DATABASE_AS", ("desk", "portal", "owner"), default="desk")
DATABASES = {"default": dict(DATABASE_ROLES[DATABASE_AS] or _desk)}
if DATABASE_AS == "owner" and DATABASE_ROLES["desk"] is not None:
    DATABASES["default"]["OPTIONS"] = {"options": "-c mangnon.all=on"}
