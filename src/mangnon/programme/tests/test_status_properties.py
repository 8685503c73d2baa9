"""What must hold of every promise and every series."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mangnon.programme.status import Base, Question, Step, assess
from mangnon.programme.tests.promises import year

# From worst to best; words that are not verdicts come first.
ORDER = [
    "no_data",
    "too_few",
    "missed",
    "behind",
    "too_close",
    "met_within_error",
    "met",
    "on_track",
]
VALUES = st.integers(0, 400).map(lambda quarters: quarters / 4)
COMPARATORS = st.sampled_from(["<", "<=", ">", ">=", "="])


@st.composite
def questions(draw, errors=True):
    comparator = draw(COMPARATORS)
    better = {"<": "lower", ">": "higher"}.get(comparator[0]) or draw(
        st.sampled_from(["lower", "higher"])
    )
    bounds = {"lower": 0.0, "higher": 100.0}
    promised = bounds[better] if comparator == "=" else draw(VALUES)
    half = draw(st.sampled_from([None, 0.5, 3.0])) if errors else None
    first = draw(st.integers(2012, 2019))
    count = draw(st.integers(1, 2025 - first))
    points = [_point(first + i, draw(VALUES), half) for i in range(count)]
    return Question(
        on=date(draw(st.integers(2014, 2026)), 2, 1),
        unit="percent",
        better=better,
        steps=(Step(date(2020, 12, 31), comparator, promised),),
        base=Base(date(2012, 12, 31), draw(st.none() | VALUES)),
        points=tuple(points),
        breaks=draw(st.sampled_from([(), (date(2017, 6, 1),)])),
        data_age_days=5_000,
    )


def _point(number, value, half):
    if half is None:
        return year(number, value)
    return year(number, value, lower=value - half, upper=value + half)


def improved(question, judged, by):
    """The same question with a better judged value, its interval moved with it."""
    sign = 1 if question.better == "higher" else -1
    value = min(100.0, max(0.0, judged.value + sign * by))
    half = None if judged.lower is None else judged.value - judged.lower
    moved = _point(judged.start.year, value, half)
    return replace(question, points=tuple(moved if p == judged else p for p in question.points))


@given(questions(), VALUES)
def test_doing_better_never_makes_the_word_worse(question, by):
    before = assess(question).current
    if before.point is None:
        return
    after = assess(improved(question, before.point, by)).current
    assert ORDER.index(after.status) >= ORDER.index(before.status)


@given(questions(), VALUES, VALUES)
def test_what_lies_before_a_break_changes_nothing(question, base, old):
    broke = date(2017, 6, 1)
    question = replace(question, breaks=(broke,))
    before = assess(question)
    if before.current.point is None or before.current.point.as_of < broke:
        return
    points = tuple(replace(p, value=old) if p.as_of < broke else p for p in question.points)
    after = assess(replace(question, points=points, base=Base(date(2012, 12, 31), base)))
    assert after.steps == before.steps
    assert after.now == before.now


@given(questions(errors=False), st.sampled_from([0.25, 2.0, 1024.0]))
def test_the_scale_does_not_matter(question, factor):
    def scaled(value):
        return None if value is None else value * factor

    question = replace(question, unit="count")
    other = replace(
        question,
        steps=tuple(replace(s, value=s.value * factor) for s in question.steps),
        base=replace(question.base, value=scaled(question.base.value)),
        points=tuple(replace(p, value=scaled(p.value)) for p in question.points),
    )
    assert assess(other).status == assess(question).status


@given(questions())
def test_every_question_has_one_of_the_ten_words(question):
    assessment = assess(question)
    assert assessment.status in {*ORDER, "too_old", "not_yet_assessed"}
    past = question.on > question.steps[-1].due
    assert (assessment.status in {"on_track", "behind"}) <= (not past)
    assert (assessment.status in {"met", "missed"}) <= past
