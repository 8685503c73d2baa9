"""From declarations to one SQL statement a dataset: all indicators in one scan."""

from dataclasses import dataclass
from functools import lru_cache

from sqlglot import exp, parse_one

from mangnon.indicators.datasets import Dataset, dataset
from mangnon.indicators.declaration import PLACE_BREAKDOWNS, Declaration
from mangnon.indicators.expressions import DUCKDB, parse, summed

LISTED = "listed_value"  # the exploded value of the dataset's list column
ORDINAL = "listed_place"  # 1 on the row that stands for the child itself


@dataclass(frozen=True, slots=True)
class Summand:
    """One output column: the sum of an expression, for the parts of indicators that need it."""

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
    name, or an empty text for totals), then one a summand.
    """

    dataset: str
    sql: str
    splits: tuple[Split, ...]
    summands: tuple[Summand, ...]


@lru_cache(maxsize=256)
def compile_scan(source: Dataset, wanted: tuple[Declaration, ...]) -> Scan:
    """Compile every part of ``wanted`` that reads ``source`` into one statement."""
    splits = _splits(source, wanted)
    summands = _summands(source, wanted)
    return Scan(source.code, _statement(source, splits, summands), splits, summands)


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
                sql = summed(parse(measure.value, source))
                uses.setdefault(sql, []).append((one.code, part))
    return tuple(
        Summand(f"sum_{number}", sql, tuple(used))
        for number, (sql, used) in enumerate(uses.items())
    )


def _statement(source: Dataset, splits: tuple[Split, ...], summands: tuple[Summand, ...]) -> str:
    """Put the scan together; a list column is unrolled, one row a value."""
    listed = next((split for split in splits if split.listed), None)
    plain = [split for split in splits if not split.listed]
    sets = ["(place_id, period_id)"]
    sets += [f"(place_id, period_id, {split.column})" for split in plain]
    outputs = [f"{split.column} AS by_{split.name}" for split in plain]
    whichs = [f"WHEN GROUPING({split.column}) = 0 THEN '{split.name}'" for split in plain]
    if listed:
        sets.append(f"(place_id, period_id, {LISTED})")
        outputs.append(f"{LISTED} AS by_{listed.name}")
        whichs.append(f"WHEN GROUPING({LISTED}) = 0 THEN '{listed.name}'")
    which = f"CASE {' '.join(whichs)} ELSE '' END" if whichs else "''"
    sums = [_sum(summand, listed) for summand in summands]
    columns = ", ".join(["place_id", "period_id", *outputs, f"{which} AS which", *sums])
    text = (
        f"WITH facts AS ({source.sql}) SELECT {columns} FROM {_rows(listed)} "
        f"WHERE place_id IN (SELECT place_id FROM scope) "
        f"GROUP BY GROUPING SETS ({', '.join(sets)})"
    )
    return parse_one(text, dialect=DUCKDB).sql(dialect=DUCKDB, pretty=True)


def _rows(listed: Split | None) -> str:
    if listed is None:
        return "facts"
    column = listed.column
    values = f"CASE WHEN LEN({column}) > 0 THEN {column} ELSE [NULL] END"
    places = (
        f"CASE WHEN LEN({listed.column}) > 0 THEN RANGE(1, LEN({listed.column}) + 1) ELSE [1] END"
    )
    return (
        f"(SELECT *, UNNEST({values}) AS {LISTED}, UNNEST({places}) AS {ORDINAL} FROM facts) "
        "AS unrolled"
    )


def _sum(summand: Summand, listed: Split | None) -> str:
    if listed is None:
        return f"{summand.sql} AS {summand.alias}"
    # A child with two groups has two rows: it counts once in totals, once in each group.
    once = f"{summand.sql} FILTER (WHERE {ORDINAL} = 1)"
    return f"CASE WHEN GROUPING({LISTED}) = 0 THEN {summand.sql} ELSE {once} END AS {summand.alias}"


def transpiled(scan: Scan, dialect: str) -> str:
    """Write a scan for another engine, for example ``spark``."""
    return exp.maybe_parse(scan.sql, dialect=DUCKDB).sql(dialect=dialect, pretty=True)
