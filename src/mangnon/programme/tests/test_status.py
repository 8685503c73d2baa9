"""Each word, in its order; each number that leads to it."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.programme.status import Base, Point, Question, Reason, Step, assess
from mangnon.programme.tests.promises import END_2012, END_2020, T5, series, year

ON = date(2017, 1, 10)
RISING = Question(
    on=ON,
    unit="percent",
    better="higher",
    steps=(Step(END_2020, ">=", 80),),
    base=Base(END_2012, 40),
    points=series(2012, 40, 45, 50, 56, 61),
)


def last(question, **known):
    """The same question with another last point."""
    points = (*question.points[:-1], replace(question.points[-1], **known))
    return replace(question, points=points)


def test_on_track_at_the_path_exactly():
    on_path = last(RISING, value=40 + 40 * 1461 / 2922)
    assert assess(on_path).status == "on_track"
    assert assess(on_path).current.path_difference == 0


def test_behind_by_a_hair():
    judgement = assess(last(RISING, value=59.96)).current
    assert judgement.status == "behind"
    assert judgement.path_value == pytest.approx(60)
    assert judgement.decimals == 2


def test_a_kept_promise_is_on_track_whatever_the_path():
    falling_to_it = replace(last(RISING, value=81), base=Base(END_2012, 99))
    assert assess(falling_to_it).status == "on_track"


def test_the_words_before_any_comparison():
    assert assess(replace(RISING, points=())).status == "no_data"
    assert assess(last(RISING, denominator=9.0, numerator=9.0)).status == "on_track"
    few = replace(last(RISING, denominator=9.0, numerator=9.0), minimum_denominator=10)
    assert assess(few).status == "too_few"
    assert assess(replace(RISING, data_age_days=9)).status == "too_old"
    assert assess(replace(RISING, data_age_days=10)).status == "on_track"
    assert assess(replace(RISING, final_after_days=30)).status == "not_yet_assessed"


def test_the_first_word_that_applies():
    poor = replace(
        last(RISING, numerator=1, denominator=9),
        minimum_denominator=10,
        data_age_days=1,
        final_after_days=30,
    )
    assert assess(poor).status == "not_yet_assessed"
    assert assess(replace(poor, final_after_days=0)).status == "too_few"
    assert assess(replace(poor, final_after_days=0, minimum_denominator=0)).status == "too_old"


def test_a_withheld_figure_is_never_used():
    secret = last(RISING, value=99.0, numerator=3.0, denominator=3.0, withheld=True)
    judgement = assess(secret).current
    assert (judgement.status, judgement.reason) == ("too_few", Reason.WITHHELD)
    assert (judgement.value, judgement.path_value, judgement.difference) == (None, None, None)


def test_provisional_periods_are_not_judged():
    assert assess(last(RISING, provisional=True)).current.value == 56


def test_a_day_inside_a_period_uses_the_one_before():
    assert assess(replace(RISING, on=date(2016, 12, 30))).current.value == 56
    assert assess(replace(RISING, on=date(2016, 12, 31))).current.value == 61


def test_the_cut_off_date_is_not_the_end_of_the_period():
    early = last(RISING, as_of=date(2016, 12, 14))
    assert assess(replace(early, on=date(2016, 12, 20))).current.value == 56
    assert assess(early).current.value == 61


def test_only_the_start_says_nothing_yet():
    new = replace(RISING, points=series(2012, 40), base=Base(END_2012), on=date(2013, 2, 1))
    assert assess(new).current.reason is Reason.ONE_VALUE
    assert assess(new).base.measured


def test_without_a_base_the_trend_decides():
    bare = replace(RISING, base=Base(date(2010, 12, 31)))
    judgement = assess(bare).current
    assert (judgement.status, judgement.reason) == ("on_track", Reason.AGAINST_FORECAST)
    flat = replace(bare, points=series(2012, 60, 60, 60, 60, 60))
    assert assess(flat).status == "behind"
    assert assess(replace(bare, points=series(2015, 56, 61))).current.reason is Reason.NO_PATH


def test_worse_than_the_path_within_the_interval():
    unsure = last(RISING, value=59.0, lower=57.0, upper=61.0)
    assert assess(unsure).status == "too_close"
    assert assess(last(RISING, value=59.0, lower=58.0, upper=59.9)).status == "behind"


def test_surveys_after_the_due_date():
    def of(value, low, high):
        points = (*T5.points[:8], year(2020, value, lower=low, upper=high))
        return assess(replace(T5, points=points, on=date(2021, 1, 1))).status

    assert of(16.6, 14.7, 18.5) == "met_within_error"
    assert of(18.6, 16.7, 20.5) == "too_close"
    assert of(15, 13.1, 16.9) == "met"
    assert of(21, 19.1, 22.9) == "missed"


def test_numbers_of_the_way():
    judgement = assess(RISING).current
    assert judgement.required_annual == pytest.approx(19 / 4)
    assert judgement.promised_annual == pytest.approx(5)
    assert judgement.observed_annual == pytest.approx(5.3, abs=0.01)
    assert judgement.forecast == pytest.approx(82.2, abs=0.1)
    assert judgement.forecast_meets


def test_a_trend_takes_five_yearly_values_at_most_and_three_at_least():
    assert len(assess(RISING).current.trend) == 5
    long = replace(RISING, points=series(2009, 1, 2, 3, 40, 45, 50, 56, 61))
    assert [knot.value for knot in assess(long).current.trend] == [40, 45, 50, 56, 61]
    assert assess(replace(RISING, points=series(2015, 56, 61))).current.forecast is None


def test_of_several_periods_a_year_the_trend_takes_the_last():
    halves = [
        Point(date(y, 1, 1), date(y, 7, 1), date(y, 6, 30), value=0.0) for y in range(2012, 2017)
    ]
    both = replace(RISING, points=(*RISING.points, *halves))
    assert [k.value for k in assess(both).current.trend] == [40, 45, 50, 56, 61]


def test_a_forecast_stays_within_its_unit():
    steep = replace(RISING, points=series(2014, 40, 60, 79))
    assert assess(steep).current.forecast == 100
    falling = replace(RISING, points=series(2014, 60, 40, 20))
    assert assess(falling).current.forecast == 0


def test_below_the_lowest_level_there_is_no_verdict():
    assessment = assess(replace(RISING, level="commune", judged_at="district"))
    assert (assessment.judged, assessment.status, assessment.steps) == (False, None, ())
    assert assess(replace(RISING, level="district", judged_at="district")).judged


def test_a_target_without_steps_is_a_mistake():
    with pytest.raises(ValueError, match="step"):
        replace(RISING, steps=())
