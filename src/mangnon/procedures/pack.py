"""What a pack says of procedures: ``procedures.toml``. Made once, then the editors' own."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mangnon.audit.warrants import Warrant
from mangnon.legislation.pack_bases import BASES, bases_of, judge_bases
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import (
    ends_before_it_begins,
    in_one_language,
    no_page_code,
    no_web_address,
    repeated,
)
from mangnon.packsync import Below, Difference, Key, Sheet, Table, Whole
from mangnon.packsync.columns import columns_of
from mangnon.packsync.tables import Values
from mangnon.procedures import actions
from mangnon.procedures.models import Procedure
from mangnon.procedures.pack_shapes import PAPER, PROCEDURE, PROCEDURES, STEP, WAY

NAME = "procedures"
FILE = "procedures.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: PROCEDURES}
_NATIONAL = re.compile(r"\d\.\d{6}")
_COLUMNS = (
    *("national_code", "name_vi", "name_en", "field", "level", "about_vi", "about_en"),
    *("who_vi", "who_en", "decider_vi", "decider_en", "office__code", "result_vi", "result_en"),
    *("conditions_vi", "conditions_en", "to_check_vi", "to_check_en", "review_by"),
    *("valid_from", "valid_to", "replaces__code"),
)
_STEPS = Below("steps", ("words_vi", "words_en", "to_check"))
_WAYS = Below(
    "ways",
    (
        *("how", "where_vi", "where_en", "url", "time_vi", "time_en", "fee_vi", "fee_en"),
        "to_check",
    ),
)
_PAPERS = Below("papers", ("name_vi", "name_en", "kind", "count", "form_vi", "form_en", "to_check"))
# Where the file writes each of the rows below: its key, its shape, its columns.
_INSIDE = (("step", STEP, _STEPS), ("way", WAY, _WAYS), ("paper", PAPER, _PAPERS))
TABLE = Whole(
    "Thủ tục hành chính",
    "Procedure",
    Procedure,
    ("code",),
    _COLUMNS,
    (_STEPS, _WAYS, _PAPERS, BASES),
)


def read(folder: Folder) -> Part:
    """Read the procedures."""
    whole = folder.toml(FILE, PROCEDURES)
    rows: list[Row] = [] if whole is None else whole["procedure"]
    return Part({"procedure": rows}, {"procedure": {row["code"]: row for row in rows}})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the procedures."""
    rows = part.rows["procedure"]
    mistakes = repeated(rows, "code") + repeated(rows, "national_code")
    for row in rows:
        mistakes += no_page_code(row) + in_one_language(row) + judge_bases(row, context)
        mistakes += ends_before_it_begins(row, "valid_from", "valid_to")
        mistakes += context.unknown(row, "office", "office")
        mistakes += context.unknown(row, "replaces", "procedure")
        mistakes += [*_national_code(row), *_circle(row, context)]
        for name, _, _ in _INSIDE:
            mistakes += [one for inner in row[name] for one in in_one_language(inner)]
        for way in row["way"]:
            mistakes += no_web_address(way, "url")
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the procedures, each with what belongs to it."""
    return [Sheet(TABLE, {(row["code"],): _values(row) for row in part.rows["procedure"]})]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the procedures that nobody edited here."""
    return [actions.put_procedures(one, warrant=warrant) for one in sheets(part, context)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove procedures that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _values(row: Row) -> Values:
    inside = (
        tuple(columns_of(inner, shape, below.fields) for inner in row[name])
        for name, shape, below in _INSIDE
    )
    return (*columns_of(row, PROCEDURE, _COLUMNS), *inside, bases_of(row))


def _national_code(row: Row) -> Iterator[Mistake]:
    if row["national_code"] and not _NATIONAL.fullmatch(row["national_code"]):
        shown = row["national_code"]
        yield row.wrong(
            "national_code",
            f"“{shown}” không giống mã quốc gia của thủ tục — ví dụ 1.001193, hoặc để trống",
            f"“{shown}” does not look like a national code — e.g. 1.001193, or leave it empty",
        )


def _circle(row: Row, context: Context) -> Iterator[Mistake]:
    """A procedure may not, over others, replace itself."""
    seen = [row["code"]]
    while seen[-1] and (earlier := context.find("procedure", seen[-1])) is not None:
        seen.append(earlier["replaces"])
        if seen[-1] == seen[0]:
            shown = " → ".join(seen)
            yield row.wrong(
                "replaces",
                f"thủ tục thay cho chính nó: {shown} — bỏ một “replaces”",
                f"a procedure replaces itself: {shown} — drop one “replaces”",
            )
        if seen[-1] in seen[:-1]:
            return
