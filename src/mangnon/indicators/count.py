"""Counting: the datasets' rows at places and periods become cells, all inside the engine.

Every source is read once, every dataset scanned once a kind of period; the cells are columns
of the engine until they are written. A million of them never become Python objects.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import duckdb
import pyarrow as pa

from mangnon.indicators import engine
from mangnon.indicators.compile import Scan, compile_scan
from mangnon.indicators.datasets import Source, dataset
from mangnon.indicators.declaration import PLACE_BREAKDOWNS, Declaration
from mangnon.indicators.periods import Period
from mangnon.indicators.sources import Reach, Reader
from mangnon.indicators.standing import Cursor
from mangnon.places.models import Place

_EPOCH = date(1970, 1, 1)
_NONE = "CAST(0 AS DOUBLE)"  # a numerator or denominator that is not counted


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that are counted at the same periods, by id."""

    number: int
    known: Mapping[int, Declaration]
    periods: Sequence[Period]

    def reads(self, code: str) -> bool:
        """Whether any of them reads a dataset."""
        return code in datasets_of(self.known.values())

    def complete(self, code: str, unread: set[str]) -> Iterator[int]:
        """Yield the indicators that read a dataset, and otherwise none that is still unread."""
        for pk, one in self.known.items():
            codes = datasets_of([one])
            if code in codes and not unread & set(codes):
                yield pk


class Count:
    """One count: a cursor of the engine, and what it reads through."""

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        reader: Reader,
        place_ids: Sequence[int],
        reach: Reach,
    ) -> None:
        self.cursor = cursor
        self.place_ids = place_ids
        self._reader = reader
        self._reach = reach
        self._expected: set[str] = set()
        self._read: set[str] = set()
        self._scans: dict[tuple[int, str], Scan] = {}
        lay_out_places(cursor, place_ids)

    def expect(self, sources: Iterable[Source]) -> None:
        """Say what will be read, and in which order: the reading process begins with it."""
        for source in sources:
            if source.name not in self._expected:
                self._reader.expect(source, self._reach)
                self._expected.add(source.name)

    def read(self, source: Source) -> None:
        """Have a source in the engine, unless it is there already."""
        if source.name in self._read:
            return
        self.expect([source])
        self._reader.copy_to(self.cursor, source)
        self._read.add(source.name)

    def forget(self, name: str) -> None:
        """Let go of a source: its memory is free for the next."""
        self._read.remove(name)
        self._expected.discard(name)
        self.cursor.execute(f"DROP TABLE {name}")

    def scan_all(
        self, groups: Sequence[Group], among: Sequence[Declaration]
    ) -> Iterator[tuple[Group, list[int]]]:
        """Scan every dataset that the groups read, for all indicators ``among``.

        Yields the indicators of a group as soon as all that they read is scanned.
        """
        left = [dataset(code) for code in datasets_of_groups(groups)]
        self.expect(part for source in left for part in source.sources)
        while left:
            source = left.pop(0)
            for part in source.sources:
                self.read(part)
            for group in groups:
                if group.reads(source.code):
                    self._scan(group, compile_scan(source, tuple(among)))
            needed = {part.name for other in left for part in other.sources}
            for part in source.sources:
                if part.name not in needed:
                    self.forget(part.name)
            unread = {other.code for other in left}
            for group in groups:
                yield group, list(group.complete(source.code, unread))

    def _scan(self, group: Group, scan: Scan) -> None:
        lay_out_periods(self.cursor, group.periods)
        self.cursor.execute(f"CREATE TEMP TABLE {_table(group, scan.dataset)} AS {kept(scan)}")
        self._scans[group.number, scan.dataset] = scan

    def cells(self, group: Group, wanted: Iterable[int]) -> str:
        """Give the SELECT of the cells of some indicators of a group, by their ids.

        Columns: indicator_id, place_id, period_id, breakdown, value_key, numerator,
        denominator. Places without any row of either dataset have no cell.
        """
        return " UNION ALL ".join(self._cells_of(group, pk) for pk in wanted)

    def _cells_of(self, group: Group, pk: int) -> str:
        one = group.known[pk]
        names = ["", *(name for name in one.breakdowns if name not in PLACE_BREAKDOWNS)]
        listed = ", ".join(f"'{name}'" for name in names)
        sums: dict[str, dict[str, str]] = {}
        for part, measure in (("numerator", one.numerator), ("denominator", one.denominator)):
            if measure is not None:
                alias = self._scans[group.number, measure.dataset].alias(one.code, part)
                sums.setdefault(measure.dataset, {})[part] = f"coalesce({alias}, 0)"
        rows = " UNION ALL ".join(
            f"SELECT place_id, period_id, which, value_key, {parts.get('numerator', _NONE)} "
            f"AS numerator, {parts.get('denominator', _NONE)} AS denominator "
            f"FROM {_table(group, code)} WHERE which IN ({listed})"
            for code, parts in sums.items()
        )
        if len(sums) > 1:
            rows = (
                "SELECT place_id, period_id, which, value_key, sum(numerator) AS numerator, "
                f"sum(denominator) AS denominator FROM ({rows}) GROUP BY ALL"
            )
        return (
            f"SELECT {pk} AS indicator_id, place_id, period_id, which AS breakdown, value_key, "
            f"numerator, {_whole(one)} AS denominator FROM ({rows})"
        )


@contextmanager
def counting(place_ids: Sequence[int], since: date, *, everywhere: bool = False) -> Iterator[Count]:
    """Open a count at places, of periods that look at no day before ``since``.

    ``everywhere`` reads the records of all places at once instead of picking out those needed.
    """
    with engine.cursor() as cursor, Reader() as reader:
        yield Count(cursor, reader, place_ids, Reach(None if everywhere else place_ids, since))


def _whole(one: Declaration) -> str:
    """The parts of a breakdown have the whole denominator where that is declared."""
    if one.denominator is None or not one.denominator.whole_for:
        return "denominator"
    listed = ", ".join(f"'{name}'" for name in one.denominator.whole_for)
    total = "max(denominator) FILTER (WHERE which = '') OVER (PARTITION BY place_id, period_id)"
    return f"CASE WHEN which IN ({listed}) THEN {total} ELSE denominator END"


def _table(group: Group, code: str) -> str:
    return f"scan_{code}_{group.number}"


def kept(scan: Scan) -> str:
    """Write a scan so that the values of all breakdowns are in one column."""
    whens = " ".join(
        f"WHEN '{split.name}' THEN CAST(by_{split.name} AS VARCHAR)" for split in scan.splits
    )
    value = f"CASE which {whens} ELSE '' END" if whens else "''"
    sums = "".join(f", {summand.alias}" for summand in scan.summands)
    return (
        f"SELECT place_id, period_id, which, {value} AS value_key{sums} FROM ({scan.sql}) "
        "WHERE value_key IS NOT NULL"
    )


def datasets_of(wanted: Iterable[Declaration]) -> list[str]:
    """Return the codes of the datasets that indicators read, each once."""
    return list(dict.fromkeys(measure.dataset for one in wanted for measure in one.measures))


def datasets_of_groups(groups: Iterable[Group]) -> list[str]:
    """Return the codes of the datasets that groups read, each once."""
    return list(
        dict.fromkeys(code for group in groups for code in datasets_of(group.known.values()))
    )


def first_day(periods: Iterable[Period]) -> date:
    """Return the first day that any of the periods looks at."""
    return min(min(one.start, one.window_start) for one in periods)


def days_since(day: date) -> int:
    """Give a date as whole days since 1970-01-01."""
    return (day - _EPOCH).days


def lay_out_places(cursor: Cursor, place_ids: Sequence[int]) -> None:
    """Lay out the tables of what is counted: ``scope`` (ids), and ``places`` with their days."""
    cursor.register("scope", pa.table({"place_id": pa.array(place_ids, pa.int64())}))
    rows = list(
        Place.objects.filter(pk__in=place_ids).values_list("pk", "valid_from", "valid_to", "style")
    )
    columns = {
        "place_id": pa.array([row[0] for row in rows], pa.int64()),
        "valid_from": pa.array([days_since(row[1]) for row in rows], pa.int64()),
        "valid_to": pa.array([row[2] and days_since(row[2]) for row in rows], pa.int64()),
        "style": pa.array([row[3] for row in rows], pa.string()),
    }
    cursor.register("places", pa.table(columns))


def lay_out_periods(cursor: Cursor, periods: Sequence[Period]) -> None:
    """Lay out the table of periods that datasets and cells are joined to."""
    days = {
        "period_id": list(range(len(periods))),
        "start_day": [days_since(one.start) for one in periods],
        "end_day": [days_since(one.end) for one in periods],
        "as_of": [days_since(one.as_of) for one in periods],
        "window_start": [days_since(one.window_start) for one in periods],
        "year": [one.as_of.year for one in periods],
    }
    cursor.register(
        "periods", pa.table({name: pa.array(values, pa.int64()) for name, values in days.items()})
    )
