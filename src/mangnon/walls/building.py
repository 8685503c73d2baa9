"""Building the walls: one transaction that ends with exactly what is declared."""

from collections.abc import Iterator

from django.db import connection, transaction
from psycopg import sql

from mangnon.text.sentence import Sentence
from mangnon.walls.declaring import Wall, helpers, walls
from mangnon.walls.roles import NoWalls, Roles

RIGHTS = {
    "read": ("SELECT",),
    "add": ("SELECT", "INSERT"),
    "write": ("SELECT", "INSERT", "UPDATE", "DELETE"),
}
_ATTRIBUTES = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"


def build(roles: Roles) -> None:
    """Make the roles that are missing, and give them what is declared, and nothing else."""
    demand_postgresql()
    with transaction.atomic(), connection.cursor() as cursor:
        for role in roles.lesser:
            _make(cursor, role, roles.passwords[role])
        for statement in _statements(roles):
            cursor.execute(statement)


def demand_postgresql() -> None:
    """Raise NoWalls on another kind of database."""
    if connection.vendor != "postgresql":
        raise NoWalls(
            Sentence(
                vi="SQLite không có vai trò: tường ngăn chỉ dựng được trên PostgreSQL. "
                "Hãy đặt MANGNON_DATABASE=postgresql://…",
                en="SQLite has no roles: walls are built on PostgreSQL only. "
                "Set MANGNON_DATABASE=postgresql://…",
            )
        )


def _make(cursor: object, role: str, password: str) -> None:
    """Make a role where it is missing; its password leaves this process as a digest only."""
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])  # type: ignore[attr-defined]
    if cursor.fetchone() is not None:  # type: ignore[attr-defined]
        return
    made = "CREATE ROLE {} LOGIN " + _ATTRIBUTES
    parts: list[sql.Composable] = [sql.Identifier(role)]
    if password:
        driver = connection.connection.pgconn
        digest = driver.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
        made, parts = made + " PASSWORD {}", [*parts, sql.Literal(digest.decode())]
    cursor.execute(sql.SQL(made).format(*parts))  # type: ignore[attr-defined]


def _statements(roles: Roles) -> Iterator[sql.Composable | str]:
    names = {role: sql.Identifier(getattr(roles, role)) for role in ("desk", "engine", "portal")}
    names["database"] = sql.Identifier(str(connection.settings_dict["NAME"]))
    yield from (sql.SQL(line).format(**names) for line in _BEGINNING)
    for signature, (returns, question) in helpers().items():
        made = sql.SQL(_HELPER.format(signature, returns)).format(sql.Literal(question))
        yield from (made, *(sql.SQL(line.format(signature)).format(**names) for line in _CLOSED))
    for wall in walls():
        yield from _grants(wall, names)
        yield from _policies(wall, names)


_BEGINNING = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC, {desk}, {engine}, {portal}",
    "GRANT CONNECT ON DATABASE {database} TO {desk}, {engine}, {portal}",
    "GRANT TEMPORARY ON DATABASE {database} TO {desk}",  # many rows at once pass through a table
    "REVOKE ALL ON SCHEMA public FROM PUBLIC, {desk}, {engine}, {portal}",
    "GRANT USAGE ON SCHEMA public TO {desk}, {engine}, {portal}",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {desk}, {engine}, {portal}",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {desk}, {engine}, {portal}",
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM {desk}, {engine}, {portal}",
    # Numbers are drawn from a sequence, never read: how many there are stays unsaid.
    "GRANT USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {desk}",
)


SEARCH_PATH = "pg_catalog, public, pg_temp"
_HELPER = (
    "CREATE OR REPLACE FUNCTION {} RETURNS {} LANGUAGE sql STABLE PARALLEL SAFE "
    "SECURITY DEFINER SET search_path = " + SEARCH_PATH + " AS {{}}"
)
_CLOSED = (
    "REVOKE ALL ON FUNCTION {} FROM PUBLIC",
    "GRANT EXECUTE ON FUNCTION {} TO {{desk}}",
)


def _grants(wall: Wall, names: dict[str, sql.Identifier]) -> Iterator[sql.Composable]:
    table = sql.Identifier(wall.table)
    rights = sql.SQL(", ".join(RIGHTS[wall.desk]))
    yield sql.SQL("GRANT {} ON {} TO {}").format(rights, table, names["desk"])
    for right in wall.portal_rights:
        yield sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(right), table, names["portal"])
    if wall.counted_columns:
        columns = sql.SQL(", ").join(map(sql.Identifier, wall.counted_columns))
        yield sql.SQL("GRANT SELECT ({}) ON {} TO {}").format(columns, table, names["engine"])


def _policies(wall: Wall, names: dict[str, sql.Identifier]) -> Iterator[sql.Composable]:
    if not wall.policies:
        return
    table = sql.Identifier(wall.table)
    yield sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(table)
    yield sql.SQL(_DROP_POLICIES).format(sql.Literal(wall.table))
    for policy, meaning in wall.policies.items():
        # The condition holds no braces; the roles' names are quoted by the driver.
        roles = {role: names[role] for role in ("desk", "engine", "portal")}
        yield sql.SQL(f"CREATE POLICY {policy} ON {{table}} {meaning}").format(table=table, **roles)
        yield sql.SQL(_SEAL).format(
            sql.Literal(wall.table), sql.Literal(policy), sql.Literal(meaning)
        )


# What PostgreSQL made of a policy is noted beside what was meant, so that a change to either shows.
_MADE = "md5(concat_ws('|', p.cmd, p.permissive, p.roles, p.qual, p.with_check))"
_DROP_POLICIES = """
    DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT policyname, tablename FROM pg_policies WHERE tablename = {} LOOP
            EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename);
        END LOOP;
    END $$
"""
_SEAL = f"""
    DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT p.tablename, p.policyname, {_MADE} AS made FROM pg_policies p
            WHERE p.tablename = {{}} AND p.policyname = {{}} LOOP
            EXECUTE format('COMMENT ON POLICY %I ON %I IS %L', one.policyname, one.tablename,
                           one.made || ' ' || {{}});
        END LOOP;
    END $$
"""
_STANDING = f"""
    SELECT p.tablename, p.policyname, {_MADE}, obj_description(o.oid, 'pg_policy')
    FROM pg_policies p JOIN pg_policy o ON o.polname = p.policyname
        AND o.polrelid = format('%I.%I', p.schemaname, p.tablename)::regclass
    WHERE p.schemaname = 'public'
"""


def sealed_policies() -> dict[str, dict[str, str]]:
    """Return by table and policy what was meant, "" where it was changed since it was built."""
    found: dict[str, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING)
        for table, policy, made, note in cursor.fetchall():
            noted, _, meant = (note or "").partition(" ")
            found.setdefault(table, {})[policy] = meant if noted == made else ""
    return found
