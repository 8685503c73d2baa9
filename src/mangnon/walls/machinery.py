"""Whether what the walls lean on stands as built: the helpers' questions, the sequences' rights."""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from mangnon.text.sentence import Sentence
from mangnon.walls.building import SEARCH_PATH
from mangnon.walls.declaring import helpers
from mangnon.walls.roles import Roles

_REPAIR_VI, _REPAIR_EN = "Hãy chạy: mangnon db roles", "Run: mangnon db roles"
# What every helper is, besides its question: SQL, stable, asked with its owner's eyes.
_HELPER = """
    SELECT l.lanname = 'sql' AND p.provolatile = 's' AND p.prosecdef AND p.proconfig = %s::text[]
           AND pg_get_function_result(p.oid) = %s AND p.prosrc = %s
           AND pg_get_userbyid(p.proowner) <> ALL (%s::text[])
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.oid = to_regprocedure(%s)
"""
_WHO_ASKS = """
    SELECT r.role FROM unnest(%s::text[]) AS r(role)
    WHERE has_function_privilege(r.role, to_regprocedure(%s), 'EXECUTE')
"""
# Whatever else lends its owner's eyes to a lesser role.
_STRANGERS = """
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
      AND EXISTS (SELECT 1 FROM unnest(%s::text[]) AS r(role)
                  WHERE has_function_privilege(r.role, p.oid, 'EXECUTE'))
      AND p.oid <> ALL (SELECT one::regprocedure::oid FROM unnest(%s::text[]) AS one
                        WHERE to_regprocedure(one) IS NOT NULL)
    ORDER BY 1
"""
_SETTING = f"search_path={SEARCH_PATH}"  # as PostgreSQL notes it
_DRAWN = ("USAGE", "UPDATE")  # the desk draws numbers, and reads none
_SEQUENCES = """
    SELECT c.relname, r.role, p.word, has_sequence_privilege(r.role, c.oid, p.word)
    FROM pg_class c, unnest(%s::text[]) AS r(role), unnest(%s::text[]) AS p(word)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY 1, 2, 3
"""


def check(roles: Roles) -> Iterator[Sentence]:
    """Yield which helpers and sequences differ from what is declared."""
    yield from _helpers(roles)
    yield from _strangers(roles)
    yield from _sequences(roles)


def _rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _helpers(roles: Roles) -> Iterator[Sentence]:
    lesser = list(roles.lesser)
    for signature, (returns, question) in helpers().items():
        ours = _rows(_HELPER, [_SETTING], returns, question, lesser, signature)
        if not ours:
            yield Sentence(
                vi=f"Thiếu hàm {signature} mà tường ngăn hỏi đến. {_REPAIR_VI}",
                en=f"The function {signature}, which the walls ask, is missing. {_REPAIR_EN}",
            )
            continue
        if not ours[0][0]:
            yield Sentence(
                vi=f"Nội dung hàm {signature} không đúng khai báo. {_REPAIR_VI}",
                en=f"The function {signature} is not the one declared. {_REPAIR_EN}",
            )
        if _rows(_WHO_ASKS, lesser, signature) != [(roles.desk,)]:
            yield Sentence(
                vi=f"Hàm {signature} phải do {roles.desk}, và chỉ vai trò đó, gọi được. "
                f"{_REPAIR_VI}",
                en=f"The function {signature} is to be asked by {roles.desk} alone. {_REPAIR_EN}",
            )


def _strangers(roles: Roles) -> Iterator[Sentence]:
    for (name,) in _rows(_STRANGERS, list(roles.lesser), list(helpers())):
        yield Sentence(
            vi=f"Hàm lạ {name} cho vai trò thường nhìn bằng quyền của chủ. Hãy xóa hàm đó.",
            en=f"The function {name} is not ours and lends a lesser role its owner's eyes. Drop "
            "it.",
        )


def _sequences(roles: Roles) -> Iterator[Sentence]:
    for name, role, word, has in _rows(_SEQUENCES, list(roles.lesser), ["SELECT", *_DRAWN]):
        wanted = role == roles.desk and word in _DRAWN
        if wanted and not has:
            yield Sentence(
                vi=f"Vai trò {role} thiếu quyền {word} trên bộ đếm {name}. {_REPAIR_VI}",
                en=f"The role {role} lacks {word} on the sequence {name}. {_REPAIR_EN}",
            )
        if has and not wanted:
            yield Sentence(
                vi=f"Vai trò {role} thừa quyền {word} trên bộ đếm {name}. {_REPAIR_VI}",
                en=f"The role {role} has {word} on the sequence {name} and should not. "
                f"{_REPAIR_EN}",
            )
