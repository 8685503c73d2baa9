"""The eight promises and their yearly series as the facts have them, for tests of status."""

from datetime import date

from mangnon.programme.status import Base, Point, Question, Step

END_2012, END_2015, END_2020 = date(2012, 12, 31), date(2015, 12, 31), date(2020, 12, 31)
TODAY = date(2026, 1, 15)


def year(number: int, value: float | None = None, **known) -> Point:
    """One calendar year of a series, as of its last day."""
    start, end = date(number, 1, 1), date(number + 1, 1, 1)
    return Point(start, end, date(number, 12, 31), value, **known)


def series(first: int, *values: float | None) -> tuple[Point, ...]:
    """A series of yearly values from a first year on."""
    return tuple(year(first + i, value) for i, value in enumerate(values))


def survey(first: int, half_width: float, *values: float) -> tuple[Point, ...]:
    """A yearly survey with a symmetric interval."""
    return tuple(
        year(first + i, v, lower=v - half_width, upper=v + half_width) for i, v in enumerate(values)
    )


T1 = Question(
    on=TODAY,
    unit="percent",
    better="lower",
    steps=(Step(END_2015, "<", 2.5), Step(END_2020, "<=", 2.0)),
    base=Base(END_2012),
    points=series(
        2012, 2.95, 2.85, 2.68, 2.46, 2.30, 1.62, 1.50, 1.35, 1.22, 1.12, 1.02, 0.93, 0.86, 0.82
    ),
    breaks=(date(2017, 6, 1),),
)
T2 = Question(
    on=TODAY,
    unit="percent",
    better="higher",
    steps=(Step(END_2015, ">=", 80), Step(END_2020, ">=", 98)),
    base=Base(END_2012),
    points=series(2012, 71, 74, 78, 81.5, 84, 86, 89, 92, 95.6, 96, 97, 97.6, 98.2, 98.4),
)
T3 = Question(
    on=TODAY,
    unit="percent",
    better="higher",
    steps=(Step(END_2020, "=", 100),),
    base=Base(END_2012),
    points=series(
        2012, 93.6, 94.3, 95.8, 97, 97.7, 98.1, 98.1, 98.3, 98.7, 97.9, 97.4, 97, 96.6, 96.3
    ),
)
T4 = Question(
    on=TODAY,
    unit="percent",
    better="lower",
    steps=(Step(END_2020, "<", 12.5, printed=False),),
    base=Base(END_2012),
    points=survey(
        2012, 1.5, 14.8, 14, 13.2, 12.6, 12, 11.4, 10.8, 10.1, 9.5, 9.2, 8.7, 8.3, 7.96, 7.7
    ),
    judged_at="area",
)
T5 = Question(
    on=TODAY,
    unit="percent",
    better="lower",
    steps=(Step(END_2020, "<", 18, printed=False),),
    base=Base(END_2012),
    points=survey(
        2012, 1.9, 25, 24, 23, 22, 21, 19.9, 18.9, 17.8, 16.6, 15.4, 14.1, 13, 11.9, 11.2
    ),
    judged_at="area",
)
T6 = Question(
    on=TODAY,
    unit="per_mille",
    better="lower",
    steps=(Step(END_2020, "<", 3.5, printed=False),),
    base=Base(END_2012),
    points=(year(2020, numerator=90, denominator=26_500, lower=2.73, upper=4.17),),
    judged_at="area",
    data_age_days=3000,
)
T7 = Question(
    on=TODAY,
    unit="percent",
    better="higher",
    steps=(Step(END_2020, ">=", 80),),
    base=Base(END_2012),
    points=series(2012, 43, 46, 50, 54, 58, 62, 65, 69, 75, 79, 82, 85.4, 86.5, 87.5),
)
T8 = Question(
    on=TODAY,
    unit="percent",
    better="higher",
    steps=(Step(END_2020, "=", 100),),
    base=Base(END_2012),
    points=(
        *series(2012, 45, 52, 58, 67, 75, 82, 88, 46),
        year(2020, numerator=129, denominator=235),
        *series(2021, 59.6, 64.26, 69, 73),
    ),
    breaks=(date(2014, 7, 15), date(2019, 1, 3)),
    final_after_days=120,
)
