"""Whether the walls stand as declared: each thing missing, and each too much, in a sentence."""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from mangnon.text.sentence import Sentence
from mangnon.walls import machinery
from mangnon.walls.building import RIGHTS, demand_postgresql, sealed_policies
from mangnon.walls.declaring import Wall, undeclared, walls
from mangnon.walls.roles import Roles

_TABLES = """
    SELECT c.relname, c.relrowsecurity, pg_get_userbyid(c.relowner)
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','p','v','m')
"""
_TABLE_RIGHTS = """
    SELECT r.role, c.relname, p.word
    FROM unnest(%s::text[]) AS r(role), pg_class c, unnest(%s::text[]) AS p(word)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','p','v','m')
      AND has_table_privilege(r.role, c.oid, p.word)
"""
_COLUMN_RIGHTS = """
    SELECT r.role, c.relname, a.attname
    FROM unnest(%s::text[]) AS r(role), pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','p','v','m')
      AND a.attnum > 0 AND NOT a.attisdropped
      AND has_column_privilege(r.role, c.oid, a.attnum, 'SELECT')
      AND NOT has_table_privilege(r.role, c.oid, 'SELECT')
"""
_POWERS = """
    SELECT r.rolname FROM pg_roles r WHERE r.rolname = ANY(%s) AND (
        r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
        OR has_schema_privilege(r.oid, 'public', 'CREATE')
        OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid))
"""
_EVERY_RIGHT = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
_REPAIR_VI, _REPAIR_EN = "Hãy chạy: mangnon db roles", "Run: mangnon db roles"


def check(roles: Roles) -> Iterator[Sentence]:
    """Yield what differs from the declarations; nothing where all stands."""
    demand_postgresql()
    missing = sorted(
        set(roles.lesser) - {name for (name,) in _rows("SELECT rolname FROM pg_roles")}
    )
    if missing:
        yield Sentence(
            vi=f"Chưa có vai trò {', '.join(missing)}. {_REPAIR_VI}",
            en=f"There is no role {', '.join(missing)}. {_REPAIR_EN}",
        )
        return
    yield from _powers(roles)
    yield from _rights(roles)
    yield from _policies()
    yield from machinery.check(roles)
    for table in undeclared():
        yield Sentence(
            vi=f"Bảng {table} chưa được khai báo trong walls.py nào, không ai đọc được.",
            en=f"The table {table} is declared in no walls.py, nobody can read it.",
        )


def _rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall()


def _powers(roles: Roles) -> Iterator[Sentence]:
    """Yield roles that stand above the walls: by an attribute, a membership, as an owner."""
    lesser = list(roles.lesser)
    owners = {owner for _, _, owner in _rows(_TABLES) if owner in lesser}
    for role in sorted(owners | {name for (name,) in _rows(_POWERS, lesser)}):
        yield Sentence(
            vi=f"Vai trò {role} có quyền vượt tường ngăn (quản trị, sở hữu bảng, hoặc thuộc vai "
            "trò khác). Hãy dùng một vai trò mới, không có quyền nào.",
            en=f"The role {role} stands above the walls (an attribute, tables of its own, or "
            "another role's membership). Use a new role that has no power.",
        )


def web_above_the_walls(role: str) -> Iterator[Sentence]:
    """Say that the web process works as a role that no wall holds, where that is so."""
    powers = {name for (name,) in _rows(_POWERS, [role])}
    if role in powers | {owner for _, _, owner in _rows(_TABLES)}:
        yield Sentence(
            vi=f"Trang web làm việc bằng tài khoản {role}, là chủ bảng hoặc có quyền quản trị: "
            "tường ngăn không giữ được gì. Hãy đặt MANGNON_DATABASE bằng tài khoản khác, rồi chạy: "
            "mangnon db roles",
            en=f"The web process works as {role}, which owns tables or administers the server: no "
            "wall holds it. Name another role in MANGNON_DATABASE, then run: mangnon db roles",
        )


def _rights(roles: Roles) -> Iterator[Sentence]:
    lesser = list(roles.lesser)
    found = set(_rows(_TABLE_RIGHTS, lesser, list(_EVERY_RIGHT)))
    found |= {
        (role, table, f"SELECT ({one})") for role, table, one in _rows(_COLUMN_RIGHTS, lesser)
    }
    wanted = {right for wall in walls() for right in _wanted(wall, roles)}
    for role, table, word in sorted(wanted - found):
        yield Sentence(
            vi=f"Vai trò {role} thiếu quyền {word} trên bảng {table}. {_REPAIR_VI}",
            en=f"The role {role} lacks {word} on the table {table}. {_REPAIR_EN}",
        )
    for role, table, word in sorted(found - wanted):
        yield Sentence(
            vi=f"Vai trò {role} thừa quyền {word} trên bảng {table}. {_REPAIR_VI}",
            en=f"The role {role} has {word} on the table {table} and should not. {_REPAIR_EN}",
        )


def _wanted(wall: Wall, roles: Roles) -> Iterator[tuple[str, str, str]]:
    for word in RIGHTS[wall.desk]:
        yield roles.desk, wall.table, word
    for word in wall.portal_rights:
        yield roles.portal, wall.table, word
    for column in wall.counted_columns:
        yield roles.engine, wall.table, f"SELECT ({column})"


def _policies() -> Iterator[Sentence]:
    """Yield tables whose rows are open, or whose policies are not those that were built."""
    walled = {table for table, on, _ in _rows(_TABLES) if on}
    standing = sealed_policies()
    for wall in walls():
        if not wall.policies:
            continue
        if wall.table not in walled:
            yield Sentence(
                vi=f"Bảng {wall.table} chưa ngăn theo dòng. {_REPAIR_VI}",
                en=f"The table {wall.table} keeps no rows apart. {_REPAIR_EN}",
            )
        if standing.get(wall.table) != wall.policies:
            yield Sentence(
                vi=f"Chính sách dòng của bảng {wall.table} không đúng khai báo. {_REPAIR_VI}",
                en=f"The row policies of {wall.table} are not those declared. {_REPAIR_EN}",
            )
