"""What refuses, inside the database, to change or remove an entry or a seal.

Put up by a migration; ``mangnon audit verify`` says where one is missing, or was changed.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

FINAL = ("audit_entry", "audit_seal")
_KEYS = {"audit_entry": "id", "audit_seal": "number"}
_SAYS = "is only ever added to"

_REFUSE = """
BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege'; END """
_POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $${_REFUSE}$$;
CREATE OR REPLACE TRIGGER audit_entry_final BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE OR REPLACE TRIGGER audit_entry_kept BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE OR REPLACE TRIGGER audit_seal_final BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE OR REPLACE TRIGGER audit_seal_kept BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE OR REPLACE TRIGGER audit_actor_code BEFORE UPDATE OF code ON audit_actor
    FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code) EXECUTE FUNCTION audit_refuse();
"""


def _sqlite() -> Iterator[tuple[str, str]]:
    """Yield name and statement of each trigger of SQLite.

    REPLACE removes the old row without asking its delete trigger, so a second row under one key
    is refused before that.
    """
    for table, key in _KEYS.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} {_SAYS}'); END"
        for event in ("update", "delete"):
            yield f"{table}_{event}", f"BEFORE {event.upper()} ON {table} {refuse}"
        taken = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"
        yield f"{table}_replace", f"BEFORE INSERT ON {table} WHEN {taken} {refuse}"
    yield (
        "audit_actor_code",
        "BEFORE UPDATE OF code ON audit_actor WHEN OLD.code <> NEW.code "
        f"BEGIN SELECT RAISE(ABORT, 'audit_actor.code {_SAYS}'); END",
    )


_ON_POSTGRESQL = {
    "audit_entry_final": "audit_entry",
    "audit_entry_kept": "audit_entry",
    "audit_seal_final": "audit_seal",
    "audit_seal_kept": "audit_seal",
    "audit_actor_code": "audit_actor",
}
# What PostgreSQL says of each, its table and function left out: when, at what, and for whom.
_ROW = "BEFORE DELETE OR UPDATE ON {0} FOR EACH ROW"
_WHOLE = "BEFORE TRUNCATE ON {0} FOR EACH STATEMENT"
_CODE = (
    "BEFORE UPDATE OF code ON {0} FOR EACH ROW"
    " WHEN (((old.code)::text IS DISTINCT FROM (new.code)::text))"
)
_FIRES = {"final": _ROW, "kept": _WHOLE, "code": _CODE}
_STANDING = """
    SELECT t.tgname, pg_get_triggerdef(t.oid), p.prosrc
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgname = ANY(%s) AND t.tgrelid IN (SELECT oid FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relname = ANY(%s))
"""


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers; those that stand are made again, as they are to be, and switched on."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
            return
        for name, body in _sqlite():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(f"CREATE TRIGGER {name} {body}")


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers: for a migration backwards, and for tests that empty their tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, table in _ON_POSTGRESQL.items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            cursor.execute("DROP FUNCTION IF EXISTS audit_refuse()")
            return
        for name, _ in _sqlite():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Name the triggers that do not stand, or stand switched off."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')")
            wanted = list(_ON_POSTGRESQL)
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            wanted = [name for name, _ in _sqlite()]
        standing = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in standing]


def changed(connection: BaseDatabaseWrapper) -> list[str]:
    """Name the triggers that stand and are not, or do not what, they were put up to."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_STANDING, [list(_ON_POSTGRESQL), list(set(_ON_POSTGRESQL.values()))])
            found = [name for name, made, body in cursor.fetchall() if not _ours(name, made, body)]
            return sorted(found)
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        standing = dict(cursor.fetchall())
    wanted = {name: f"CREATE TRIGGER {name} {body}" for name, body in _sqlite()}
    return [name for name, sql in wanted.items() if standing.get(name, sql) != sql]


def _ours(name: str, made: str, body: str) -> bool:
    """Tell whether a trigger of PostgreSQL fires when ours does, and refuses as ours does."""
    fires = _FIRES[name.rpartition("_")[2]].format(f"public.{_ON_POSTGRESQL[name]}")
    return made == f"CREATE TRIGGER {name} {fires} EXECUTE FUNCTION audit_refuse()" and (
        body == _REFUSE
    )
