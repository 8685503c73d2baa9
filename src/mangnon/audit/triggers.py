"""What refuses, inside the database, to change or remove an entry or a seal.

Put up by a migration; ``mangnon audit verify`` says where one is missing.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

FINAL = ("audit_entry", "audit_seal")
_KEYS = {"audit_entry": "id", "audit_seal": "number"}
_SAYS = "is only ever added to"

_POSTGRESQL = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege'; END $$;
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


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers; those that stand are left or made again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
            return
        for name, body in _sqlite():
            cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")


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
