"""The rows of a weigh day as a page shows them: name, last weighing, what was typed, a verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mangnon.access.doors import Leave
from mangnon.access.tokens import mark
from mangnon.growth.ages import DAYS_A_MONTH
from mangnon.register import identity
from mangnon.register.actions.weighdays import Judgement, TypedValues, judge, known_of, standing
from mangnon.register.actions.weighdays.judging import Known
from mangnon.register.models import Child, Measurement, Typed, WeighDay, WeighRow
from mangnon.register.showing.words import sex_word
from mangnon.register.weighlists import missed_last_time
from mangnon.text.numbers import format_number
from mangnon.text.sorting import person_sort_key
from mangnon.ui.templatetags.mangnon_ui import page_language

_LYING_BELOW = 24  # months
Kept = tuple[TypedValues, int]  # what was typed, over which version


@dataclass(frozen=True, slots=True)
class GridRow:
    """One child of a session; ``name`` is empty where a row is answered without it."""

    mark: str
    child: Child
    name: str
    months: int | None
    sex: str
    last: str
    missed: bool
    values: TypedValues
    seen: int
    state: str
    sentence: str
    words: str
    ask_tick: bool
    other: str
    other_by: str
    typed_by: str
    unsaved: bool = False

    @property
    def lying(self) -> bool:
        """Whether the child is measured lying, as typed or as its age suggests."""
        if self.values.position:
            return self.values.position == Measurement.Position.LYING
        return self.months is not None and self.months < _LYING_BELOW

    @property
    def recorded(self) -> bool:
        """Whether the weighing stands in the register."""
        return self.state == WeighRow.State.RECORDED


def rows_within(session: WeighDay, leave: Leave) -> QuerySet[WeighRow]:
    """Return the rows of the children who live within reach; who moved away is no longer there."""
    related = ("child__data_key", "other__typed_by", "typed_by", "session__place")
    return session.rows.filter(child__home__in=leave.places).select_related(*related)


def progress(session: WeighDay, leave: Leave) -> tuple[int, int]:
    """Return how many of how many children were weighed."""
    rows = session.rows.filter(child__home__in=leave.places)
    return rows.exclude(state=WeighRow.State.UNSEEN).count(), rows.count()


def mark_of(row: WeighRow) -> str:
    """Return what stands for a row in the fields and the address of its session's page."""
    return mark(WeighRow._meta.label_lower, row.pk, of=row.session_id)


def marked(session: WeighDay, marks: Iterable[str]) -> list[int]:
    """Return the numbers of the session's rows for which marks stand; others stand for none."""
    wanted, kind = set(marks), WeighRow._meta.label_lower
    numbers = session.rows.values_list("pk", flat=True)
    return [number for number in numbers if mark(kind, number, of=session.pk) in wanted]


def with_kept(rows: Iterable[GridRow], kept: Mapping[str, Kept]) -> list[GridRow]:
    """Put what was typed before a session ended into its rows, marked as not saved yet."""
    return [
        replace(row, values=kept[row.mark][0], seen=kept[row.mark][1], unsaved=True)
        if row.mark in kept and kept[row.mark][0] != row.values
        else row
        for row in rows
    ]


def grid_rows(session: WeighDay, rows: Iterable[WeighRow], *, named: bool) -> list[GridRow]:
    """Judge and show rows, by Vietnamese name where they are named."""
    rows = list(rows)
    known = known_of(row.child for row in rows)
    typed = [standing(row) for row in rows]
    asked = [(known[row.child_id], values) for row, values in zip(rows, typed, strict=True)]
    judged = judge(asked, day=session.day, place=session.place)
    missed = missed_last_time(session) if named else frozenset()
    found = [
        _shown(session, row, known[row.child_id], values, verdict, named, missed)
        for row, values, verdict in zip(rows, typed, judged, strict=True)
    ]
    return sorted(found, key=_by_name)


def _by_name(one: GridRow) -> tuple[object, ...]:
    return person_sort_key(one.name), one.child.birth_date, one.mark


def _shown(
    session: WeighDay,
    row: WeighRow,
    known: Known,
    values: TypedValues,
    verdict: Judgement,
    named: bool,
    missed: frozenset[int],
) -> GridRow:
    child, language = row.child, page_language()
    recorded = row.state == WeighRow.State.RECORDED
    doubted = verdict.sentence is not None and verdict.state != WeighRow.State.WRONG
    return GridRow(
        mark=mark_of(row),
        child=child,
        name=(identity.open_name(child) or "–") if named else "",
        months=_months(session, child),
        sex=sex_word(child.sex),
        last=_last(known, session),
        missed=child.pk in missed,
        values=values,
        seen=row.version,
        state=row.state if recorded or row.version == 0 else verdict.state,
        sentence=_sentence(verdict) if verdict.sentence and not recorded else "",
        words=", ".join(words.in_language(language) for words in verdict.words),
        ask_tick=doubted and not recorded,
        other=_said(row.other) if row.other else "",
        other_by=row.other.typed_by.name if row.other and row.other.typed_by else "",
        typed_by=row.typed_by.name if row.typed_by else "",
    )


def _sentence(verdict: Judgement) -> str:
    assert verdict.sentence is not None
    return verdict.sentence.in_language(page_language())


def _months(session: WeighDay, child: Child) -> int | None:
    if child.birth_precision == Child.Precision.YEAR or session.day < child.birth_date:
        return None
    return int((session.day - child.birth_date).days / DAYS_A_MONTH)


def _last(known: Known, session: WeighDay) -> str:
    """Write the last weighing: 8,2 kg · 72 cm (01/05/2024)."""
    one = known.last_before(session.day)
    if one is None:
        return ""
    measures = [
        f"{_number(value)} {unit}"
        for value, unit in ((one.weight_kg, "kg"), (one.length_cm, "cm"))
        if value is not None
    ]
    return f"{' · '.join(measures)} ({one.measured_on:%d/%m/%Y})"


def _said(typed: Typed) -> str:
    """Write what somebody typed, as typed."""
    parts: Sequence[str] = [
        f"{value} {unit}" for value, unit in ((typed.weight, "kg"), (typed.length, "cm")) if value
    ]
    parts = [*parts, _("phù")] if typed.oedema else parts
    return " · ".join(parts) or _("để trống")


def _number(value: float) -> str:
    text = f"{value:g}"
    return format_number(value, len(text.partition(".")[2]), page_language())
