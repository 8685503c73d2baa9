"""What a pack says of meetings that took place: ``meetings.toml``. The pack owns them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time

from mangnon.audit.warrants import Warrant
from mangnon.meetings import actions
from mangnon.meetings.models import Holder, Item, Meeting, Paper, Speaker
from mangnon.meetings.pack_shapes import MEETING, MEETINGS
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.columns import columns_of
from mangnon.packsync.tables import Values

NAME = "meetings"
FILE = "meetings.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: MEETINGS}
_PLAIN = (
    *("kind", "title_vi", "title_en", "day", "office__code", "capacity"),
    *("conclusion_vi", "conclusion_en"),
)
_TEXTS = ("part", "hall", "note_vi", "note_en")
_MADE = ("last_day", "concluded_on", "starts", "ends", "place__code", "place__valid_from")
TABLE = Table("Hội nghị", "Meeting", Meeting, ("code",), (*_PLAIN, *_TEXTS, *_MADE))
HOLDERS = Table(
    "Cơ quan phối hợp", "Office beside", Holder, ("meeting__code", "office__code"), ()
)  # fmt: skip
SPEAKERS = Table(
    "Báo cáo viên", "Speaker", Speaker, ("meeting__code", "order"),
    ("office__code", "post_vi", "post_en", "about_vi", "about_en"),
)  # fmt: skip
ITEMS = Table(
    "Mục chương trình", "Point", Item, ("meeting__code", "order"),
    ("starts", "title_vi", "title_en"),
)  # fmt: skip
PAPERS = Table(
    "Văn bản của hội nghị", "Paper", Paper, ("meeting__code", "document__code"), ()
)  # fmt: skip


def read(folder: Folder) -> Part:
    """Read the meetings."""
    whole = folder.toml(FILE, MEETINGS)
    rows: list[Row] = [] if whole is None else whole["meeting"]
    return Part({"meeting": rows}, {"meeting": {row["code"]: row for row in rows}})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the meetings."""
    rows = part.rows["meeting"]
    mistakes = repeated(rows, "code")
    for row in rows:
        mistakes += context.unknown(row, "place", "place")
        mistakes += context.unknown(row, "office", "office")
        mistakes += [*_listed(row, "together_with", "office", context)]
        mistakes += [*_listed(row, "documents", "document", context)]
        mistakes += [*_hours(row, "starts"), *_hours(row, "ends"), *_ends_first(row)]
        for one in row["speaker"]:
            mistakes += context.unknown(one, "office", "office")
        for one in row["point"]:
            mistakes += [*_hours(one, "at")]
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the meetings and what belongs to each."""
    rows = part.rows["meeting"]
    holders, papers = Sheet(HOLDERS), Sheet(PAPERS)
    speakers, items = Sheet(SPEAKERS), Sheet(ITEMS)
    for row in rows:
        code = row["code"]
        holders.rows.update({(code, one): () for one in row["together_with"] or ()})
        papers.rows.update({(code, one): () for one in row["documents"] or ()})
        for at, one in enumerate(row["speaker"], 1):
            texts = [one[name] or "" for name in ("post_vi", "post_en", "about_vi", "about_en")]
            speakers.rows[code, at] = (one["office"] or None, *texts)
        for at, one in enumerate(row["point"], 1):
            items.rows[code, at] = (_time(one["at"]), one["title_vi"], one["title_en"])
    meetings = Sheet(TABLE, {(row["code"],): _values(row, context) for row in rows})
    return [meetings, holders, speakers, items, papers]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the meetings and what belongs to each."""
    return actions.put_from_pack(sheets(part, context), warrant=warrant)


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _values(row: Row, context: Context) -> Values:
    place = context.find("place", row["place"])
    at = (None, None) if place is None else (place["code"], place["valid_from"])
    last = _last_day(row)
    texts = tuple(row[name] or "" for name in _TEXTS)
    times = (_time(row["starts"]), _time(row["ends"]))
    return (*columns_of(row, MEETING, _PLAIN), *texts, last, last, *times, *at)


def _last_day(row: Row) -> date:
    day: date = row["last_day"] or row["day"]
    return day


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _hours(row: Row, name: str) -> Iterator[Mistake]:
    try:
        _time(row[name])
    except ValueError:
        yield row.wrong(
            name,
            f"“{row[name]}” không phải giờ — hãy viết như: 08:00",
            f"“{row[name]}” is no hour — write it like: 08:00",
        )


def _ends_first(row: Row) -> Iterator[Mistake]:
    if row["last_day"] and row["day"] and row["last_day"] < row["day"]:
        yield row.wrong(
            "last_day",
            "ngày cuối sớm hơn ngày đầu — sửa “last_day” hoặc “day”",
            "the last day is before the first — correct “last_day” or “day”",
        )


def _listed(row: Row, name: str, kind: str, context: Context) -> Iterator[Mistake]:
    """Everything that a list names must be there."""
    for one in row[name] or ():
        alone = Row(row.file, row.line_of(name), {name: one})
        yield from context.unknown(alone, name, kind)
