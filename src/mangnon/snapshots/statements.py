"""What a statement reads or changes, told from its SQL. Knows no database."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mangnon.snapshots.tags import Source, every, row

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CHANGES = re.compile(
    r"\s*(INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"
    r'(?:ONLY\s+)?(?:"?public"?\.)?"?([A-Za-z0-9_]+)"?',
    re.IGNORECASE,
)
# ``Manager.get()`` asks for 21 rows at most: it wants one.
_ONE = re.compile(r"\sLIMIT 21\s*$")
_BY_KEY = re.compile(
    r'\sWHERE \(?"(\w+)"\."(\w+)" (?:= %s|IN \(%s(?:, %s)*\))\)?(?:\s+ORDER BY [^%]*)?\s*$'
)


@dataclass(frozen=True, slots=True)
class Read:
    """Tables read as lists, and tables of which only the rows that come matter: how many must."""

    lists: frozenset[str]
    rows: Mapping[str, int]


def read(sql: str, known: Mapping[str, Source]) -> Read:
    """Tell which of the known tables a query reads, and how."""
    met = {word for word in _WORD.findall(sql) if word in known}
    wanted = _rows_wanted(sql, known)
    whole = [
        table
        for table in met
        if sql.count(f'"{table}".', 0, sql.find(" FROM ")) >= known[table].columns
    ]
    if wanted:
        rows = dict.fromkeys(whole, wanted)
    else:
        rows = {table: 0 for table in whole if _comes_along(sql, table, known[table])}
    return Read(frozenset(met - set(rows)), rows)


def _comes_along(sql: str, table: str, source: Source) -> bool:
    """Whether a table only follows the rows of another, by its key: it neither chooses them nor
    puts them in order, so that of it only the rows that come matter."""
    own, joined = f'"{table}".', f'JOIN "{table}" ON ('
    if sql.count(joined) != 1 or " GROUP BY " in sql or sql.count(" FROM ") != 1:
        return False
    condition, _, rest = sql.partition(joined)[2].partition(")")
    by_key = condition.endswith(f' = {own}"{source.key}"') and " AND " not in condition
    return by_key and own not in rest


def _rows_wanted(sql: str, known: Mapping[str, Source]) -> int:
    """Return how many rows are asked for by what names them; 0 where others could join them."""
    if _ONE.search(sql):
        return 1
    by_key = _BY_KEY.search(sql)
    if by_key is None or " JOIN " in sql:
        return 0
    table, column = by_key.groups()
    named = table in known and column in known[table].unique
    return by_key.group(0).count("%s") if named else 0


def changed(
    sql: str, params: Sequence[Any] | None, known: Mapping[str, Source], *, many: bool = False
) -> tuple[str, ...]:
    """Return the tags that a statement changes; none where it changes no known table."""
    begins = _CHANGES.match(sql)
    if begins is None or begins.group(2) not in known:
        return ()
    source = known[begins.group(2)]
    if begins.group(1).upper() == "INSERT INTO" and "ON CONFLICT" not in sql:
        return (every(source.label),)
    keys = None if many else _keys(sql, params, begins.group(2), source)
    if keys is None:
        return (source.label,)
    return (every(source.label), *(row(source.label, key) for key in keys))


def _keys(
    sql: str, params: Sequence[Any] | None, table: str, source: Source
) -> Sequence[Any] | None:
    """Return the keys of the rows where the condition names nothing else, or None."""
    by_key = _BY_KEY.search(sql)
    if by_key is None or by_key.groups() != (table, source.key) or not isinstance(params, Sequence):
        return None
    return params[-by_key.group(0).count("%s") :]
