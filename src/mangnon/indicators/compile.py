"""From declarations to one SQL statement a dataset: all indicators in one scan."""

from dataclasses import dataclass
from functools import lru_cache

from sqlglot import exp, parse_one

from mangnon.indicators.datasets import Dataset, dataset
from mangnon.indicators.declaration import PLACE_BREAKDOWNS, Declaration
from mangnon.indicators.expressions import DUCKDB, as_number, parse

LISTED = "listed_value"  # the exploded value of the dataset's list column


@dataclass(frozen=True, slots=True)
class Summand:
    """One output column: a number to be added up, for the parts of indicators that need it."""

    alias: str
    sql: str
    used_by: tuple[tuple[str, str], ...]  # (indicator code, "numerator" | "denominator")


@dataclass(frozen=True, slots=True)
class Split:
    """A breakdown that is counted: its name, its column, whether the column is a list."""

    name: str
    column: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """One statement over one dataset, and how to read its rows.

    Columns of the result: place_id, period_id, one column a split, ``which`` (the split's
    name, or an empty text for totals), then one a summand. ``fine`` stops before that: a row for
    every combination of the splits' values (text, or a list of text), then one a summand.
    """

    dataset: str
    sql: str
    fine: str
    splits: tuple[Split, ...]
    summands: tuple[Summand, ...]

    def alias(self, code: str, part: str) -> str:
        """Return the column that holds an indicator's numerator or denominator."""
        return self.summands[self.position(code, part)].alias

    def position(self, code: str, part: str) -> int:
        """Return the place of that column among the summands."""
        return next(at for at, one in enumerate(self.summands) if (code, part) in one.used_by)


@lru_cache(maxsize=256)
def compile_scan(source: Dataset, wanted: tuple[Declaration, ...]) -> Scan:
    """Compile every part of ``wanted`` that reads ``source`` into one statement."""
    splits = _splits(source, wanted)
    summands = _summands(source, wanted)
    head = _head(source, splits, summands)
    return Scan(
        source.code,
        _written(head + _parts(splits, summands)),
        _written(head + _combinations(splits, summands)),
        splits,
        summands,
    )


def compiled_for(one: Declaration) -> list[Scan]:
    """Return the statements that count one indicator alone: what its page shows."""
    codes = dict.fromkeys(measure.dataset for measure in one.measures)
    return [compile_scan(dataset(code), (one,)) for code in codes]


def _splits(source: Dataset, wanted: tuple[Declaration, ...]) -> tuple[Split, ...]:
    names = dict.fromkeys(
        name
        for one in wanted
        if any(measure.dataset == source.code for measure in one.measures)
        for name in one.breakdowns
        if name not in PLACE_BREAKDOWNS
    )
    found = [(name, source.breakdown(name)) for name in names]
    return tuple(
        Split(name, pair[0].name, pair[0].type == "text[]") for name, pair in found if pair
    )


def _summands(source: Dataset, wanted: tuple[Declaration, ...]) -> tuple[Summand, ...]:
    uses: dict[str, list[tuple[str, str]]] = {}
    for one in wanted:
        for part, measure in (("numerator", one.numerator), ("denominator", one.denominator)):
            if measure is not None and measure.dataset == source.code:
                sql = as_number(parse(measure.value, source))
                uses.setdefault(sql, []).append((one.code, part))
    return tuple(
        Summand(f"sum_{number}", sql, tuple(used))
        for number, (sql, used) in enumerate(uses.items())
    )


def _head(source: Dataset, splits: tuple[Split, ...], summands: tuple[Summand, ...]) -> str:
    """Begin a scan: ``fine`` adds the rows up once, by all breakdowns together."""
    columns = list(dict.fromkeys(split.column for split in splits))
    numbers = [f"{summand.sql} AS {summand.alias}" for summand in summands]
    sums = [f"SUM({summand.alias}) AS {summand.alias}" for summand in summands]
    return (
        f"WITH facts AS ({source.sql}), valued AS ("
        f"SELECT {_listed('place_id', 'period_id', *columns, *numbers)} FROM facts "
        f"WHERE place_id IN (SELECT place_id FROM scope)), fine AS ("
        f"SELECT {_listed('place_id', 'period_id', *columns, *sums)} FROM valued "
        f"GROUP BY {_listed('place_id', 'period_id', *columns)}) "
    )


def _written(text: str) -> str:
    return parse_one(text, dialect=DUCKDB).sql(dialect=DUCKDB, pretty=True)


def _parts(splits: tuple[Split, ...], summands: tuple[Summand, ...]) -> str:
    """Totals and parts out of ``fine``.

    A list column has a part of its own: a child with two groups is in both, once in all.
    """
    lists = [_by_list(one, splits, summands) for one in splits if one.listed]
    return " UNION ALL ".join([_totals(splits, summands), *lists])


def _combinations(splits: tuple[Split, ...], summands: tuple[Summand, ...]) -> str:
    """All of ``fine``, its values as text."""
    values = [
        split.column if split.listed else f"CAST({split.column} AS VARCHAR) AS {split.column}"
        for split in splits
    ]
    numbers = [summand.alias for summand in summands]
    return f"SELECT {_listed('place_id', 'period_id', *values, *numbers)} FROM fine"


def _totals(splits: tuple[Split, ...], summands: tuple[Summand, ...]) -> str:
    """Totals and the parts of the plain breakdowns, by grouping sets over ``fine``."""
    sums = [f"SUM({summand.alias}) AS {summand.alias}" for summand in summands]
    plain = [split for split in splits if not split.listed]
    sets = ["(place_id, period_id)"]
    sets += [f"(place_id, period_id, {split.column})" for split in plain]
    whichs = [f"WHEN GROUPING({split.column}) = 0 THEN '{split.name}'" for split in plain]
    which = f"CASE {' '.join(whichs)} ELSE '' END" if whichs else "''"
    values = [f"{'NULL' if split.listed else split.column} AS by_{split.name}" for split in splits]
    return (
        f"SELECT {_listed('place_id', 'period_id', *values, f'{which} AS which', *sums)} "
        f"FROM fine GROUP BY GROUPING SETS ({', '.join(sets)})"
    )


def _by_list(one: Split, splits: tuple[Split, ...], summands: tuple[Summand, ...]) -> str:
    """The parts of a list breakdown: one row a value, and only of rows that have any."""
    values = [f"{LISTED if split is one else 'NULL'} AS by_{split.name}" for split in splits]
    which = f"'{one.name}' AS which"
    sums = [f"SUM({summand.alias}) AS {summand.alias}" for summand in summands]
    held = [summand.alias for summand in summands]
    inner = _listed("place_id", "period_id", f"UNNEST({one.column}) AS {LISTED}", *held)
    return (
        f"SELECT {_listed('place_id', 'period_id', *values, which, *sums)} "
        f"FROM (SELECT {inner} FROM fine WHERE LEN({one.column}) > 0) AS unrolled "
        f"GROUP BY place_id, period_id, {LISTED}"
    )


def _listed(*parts: str) -> str:
    return ", ".join(parts)


def transpiled(scan: Scan, dialect: str) -> str:
    """Write a scan for another engine, for example ``spark``."""
    return exp.maybe_parse(scan.sql, dialect=DUCKDB).sql(dialect=dialect, pretty=True)
