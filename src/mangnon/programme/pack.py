"""What a pack says of the programme: ``plan.toml``."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from mangnon.audit.warrants import Warrant
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.programme import actions
from mangnon.programme.models import Allotted, Objective, Plan, Step, Target, Task
from mangnon.programme.pack_judges import judge_target
from mangnon.programme.pack_shapes import SHAPE

NAME = "programme"
FILE = "plan.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: SHAPE}

_TITLED = ("plan__code", "position", "title_vi", "title_en")
_PLAIN = (
    *("series", "title_vi", "title_en", "as_printed_vi", "as_printed_en"),
    *("as_read_vi", "as_read_en", "reading_note_vi", "reading_note_en"),
    *("base_on", "base_value", "allotment", "judged_at", "minimum_denominator"),
    "data_age_days",
)
PLANS = Table(
    "Kế hoạch",
    "Plan",
    Plan,
    ("code",),
    (
        *("document__code", "printed_in__code", "title_vi", "title_en"),
        *("about_vi", "about_en", "may_be_incomplete"),
    ),
)
OBJECTIVES = Table("Mục tiêu", "Objective", Objective, ("code",), _TITLED)
TASKS = Table("Nhiệm vụ", "Task", Task, ("code",), _TITLED)
TARGETS = Table(
    "Chỉ tiêu",
    "Target",
    Target,
    ("code",),
    (
        *("plan__code", "objective__code", "position", "indicator__code"),
        *("place__code", "place__valid_from", "document__code", "printed_in__code"),
        *("clause__document__code", "clause__anchor", "original_not_held", "due_is_printed"),
        *_PLAIN,
    ),
)
STEPS = Table(
    "Bước của chỉ tiêu",
    "Step",
    Step,
    ("target__code", "due"),
    ("comparator", "value", "printed"),
)
ALLOTTED = Table(
    "Mức giao cho từng nơi",
    "Allotted level",
    Allotted,
    ("step__target__code", "step__due", "place__code", "place__valid_from"),
    ("value",),
)


def read(folder: Folder) -> Part:
    """Read the plan with its objectives, targets and tasks."""
    whole = folder.toml(FILE, SHAPE)
    rows: dict[str, list[Row]] = {"plan": [], "objective": [], "target": [], "task": []}
    if whole is not None:
        rows = {name: whole[name] or [] for name in ("objective", "target", "task")}
        rows["plan"] = [] if whole["plan"] is None else [whole["plan"]]
    return Part(rows, {"objective": {row["code"]: row for row in rows["objective"]}})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the plan and each of its targets."""
    mistakes: list[Mistake] = []
    for name in ("objective", "target", "task"):
        mistakes += repeated(part.rows[name], "code")
    for plan in part.rows["plan"]:
        mistakes += context.unknown(plan, "document", "document")
        mistakes += context.unknown(plan, "printed_in", "document")
    for target in part.rows["target"]:
        mistakes += judge_target(target, context)
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of every table, in the order in which they can be written."""
    found = [Sheet(PLANS, {(row["code"],): _plan(row) for row in part.rows["plan"]})]
    code = part.rows["plan"][0]["code"] if part.rows["plan"] else None
    for table, name in ((OBJECTIVES, "objective"), (TASKS, "task")):
        titled = enumerate(part.rows[name], start=1)
        rows = {(r["code"],): (code, at, r["title_vi"], r["title_en"]) for at, r in titled}
        found.append(Sheet(table, rows))
    targets, steps, allotted = Sheet(TARGETS), Sheet(STEPS), Sheet(ALLOTTED)
    for position, target in enumerate(part.rows["target"], start=1):
        targets.rows[target["code"],] = _target(target, code, position, context)
        for step in target["step"]:
            key = (target["code"], step["due"])
            printed = step["printed"] is not False
            steps.rows[key] = (step["comparator"], step["value"], printed)
            for one in step["allotted"]:
                allotted.rows[*key, *_place(one, context)] = (one["value"],)
    return [*found, targets, steps, allotted]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the plan."""
    return actions.put_plan(sheets(part, context), warrant=warrant)


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _plan(row: Row) -> tuple[Any, ...]:
    texts = (row["title_vi"], row["title_en"], row["about_vi"], row["about_en"])
    return (row["document"], row["printed_in"], *texts, bool(row["may_be_incomplete"]))


def _target(row: Row, plan: str | None, position: int, context: Context) -> tuple[Any, ...]:
    clause = (row["document"], row["clause"]) if row["clause"] else (None, None)
    return (
        *(plan, row["objective"], position, row["indicator"], *_place(row, context)),
        *(row["document"], row["printed_in"], *clause, bool(row["original_not_held"])),
        *(row["due_is_printed"] is not False, *(row[name] for name in _PLAIN)),
    )


def _place(row: Row, context: Context) -> tuple[str, date | None]:
    found = context.find("place", row["place"])
    return (row["place"], None) if found is None else (found["code"], found["valid_from"])
