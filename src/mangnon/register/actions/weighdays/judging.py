"""Judging rows as they are typed, by the rules of the act that will record them.

Wrong: the register would refuse it. Doubtful: it goes in only with the tick "measured again".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from mangnon.places.models import Place
from mangnon.register.actions import checks
from mangnon.register.actions.growing import goes_with
from mangnon.register.actions.measures import possible
from mangnon.register.actions.weighdays import slips
from mangnon.register.actions.weighdays.reading import Reading, TypedValues, read_typed
from mangnon.register.models import Child, Measurement, WeighRow
from mangnon.register.nutrition import status_words
from mangnon.register.scores import INDICES, scores
from mangnon.text.sentence import DomainError, Sentence

_WEIGHED = Sentence(vi="Ngày cân, đo", en="The day of the weighing")
# Between two weighings a child seldom changes its place among its peers by more than this; our
# own choice: wide enough for the error of village scales, narrow enough for a digit that slipped.
MOST_JUMP = 2.0


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows of a child that a weighing is held against."""

    child: Child
    weighings: Sequence[Measurement] = ()  # by day
    died: bool = False

    def last_before(self, day: date) -> Measurement | None:
        """Return the last weighing before a day."""
        return next((one for one in reversed(self.weighings) if one.measured_on < day), None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a row comes to: its state, a sentence where there is one, the WHO status in words."""

    state: str
    sentence: Sentence | None = None
    words: Sequence[Sentence] = ()
    reading: Reading | None = None
    scores: dict[str, float | None] = field(default_factory=dict)
    flagged: str = ""


def judge(rows: Sequence[tuple[Known, TypedValues]], *, day: date, place: Place) -> list[Judgement]:
    """Judge rows of one session, in their order; the z-scores of all are computed at once."""
    read = [_readable(known, typed, day, place) for known, typed in rows]
    at = [row for row, found in enumerate(read) if isinstance(found, Reading)]
    if not at:
        return [found for found in read if isinstance(found, Judgement)]
    found_scores = _scores([rows[row][0] for row in at], [read[row] for row in at], day)  # type: ignore[misc]
    judged = dict(zip(at, found_scores, strict=True))
    return [
        found
        if isinstance(found, Judgement)
        else _held(rows[row][0], found, day, rows[row][1].confirmed, *judged[row])
        for row, found in enumerate(read)
    ]


def _readable(known: Known, typed: TypedValues, day: date, place: Place) -> Reading | Judgement:
    """Read a row; what is empty or cannot be is judged already."""
    if typed.is_blank:
        return Judgement(WeighRow.State.UNSEEN)
    try:
        reading = read_typed(typed)
        _may_be_weighed(known, day)
        checks.lives_there_on(place, day)
    except DomainError as error:
        return Judgement(WeighRow.State.WRONG, error.sentence)
    try:
        possible(reading.weight_kg, reading.length_cm, reading.oedema)
    except DomainError as error:
        return Judgement(WeighRow.State.WRONG, slips.with_hint(error.sentence, known, reading, day))
    return reading


def _may_be_weighed(known: Known, day: date) -> None:
    """Refuse a child who was not born, is dead, or whose file was merged into another."""
    checks.not_merged(known.child)
    checks.born_by(known.child, _WEIGHED, day)
    if known.died:
        checks.in_lifetime(known.child, _WEIGHED, day)


def _scores(
    known: Sequence[Known], read: Sequence[Reading], day: date
) -> list[tuple[dict[str, float | None], str]]:
    """Give the z-scores of many readings and which of them are implausible."""
    found = scores(
        sex=[one.child.sex for one in known],
        age_days=np.array([age_days(one.child, day) for one in known]),
        weight_kg=np.array([one.weight_kg for one in read], dtype=np.float64),
        length_cm=np.array([one.length_cm for one in read], dtype=np.float64),
        position=[one.position for one in read],
        oedema=np.array([one.oedema for one in read]),
    )
    columns = {index: found.by_index[index].tolist() for index in INDICES}
    return [
        (
            {index: None if np.isnan(column[row]) else column[row] for index, column in
             columns.items()},
            found.flagged[row],
        )
        for row in range(len(read))
    ]  # fmt: skip


def age_days(child: Child, day: date) -> float:
    """Give the age in days; NaN where only the year of birth is known."""
    if child.birth_precision == Child.Precision.YEAR:
        return float("nan")
    return float(max(0, (day - child.birth_date).days))


def _held(
    known: Known,
    reading: Reading,
    day: date,
    confirmed: bool,
    found: dict[str, float | None],
    flagged: str,
) -> Judgement:
    """Hold a reading against what is likely, and against the child's other weighings."""
    doubt = _doubt(known, reading, day, found, flagged)
    words = status_words(
        {index: z for index, z in found.items() if index not in flagged.split(",")},
        oedema=reading.oedema,
    )
    state = WeighRow.State.DOUBTFUL if doubt and not confirmed else WeighRow.State.OK
    return Judgement(state, doubt, words, reading, found, flagged)


def _doubt(
    known: Known, reading: Reading, day: date, found: dict[str, float | None], flagged: str
) -> Sentence | None:
    if reading.length_cm is not None:
        others = [(one.measured_on, one.length_cm) for one in known.weighings]
        try:
            goes_with(others, day, reading.length_cm)
        except DomainError as error:
            return slips.with_hint(error.sentence, known, reading, day)
    if any(one.measured_on == day for one in known.weighings):
        return slips.TWICE
    if flagged:
        return slips.with_hint(slips.UNLIKELY, known, reading, day)
    last = known.last_before(day)
    if last is None:
        return None
    for index, what in slips.JUMPING.items():
        before, now = getattr(last, index), found[index]
        if before is not None and now is not None and abs(now - before) > MOST_JUMP:
            return slips.with_hint(slips.jumped(what, last, index), known, reading, day)
    return None
