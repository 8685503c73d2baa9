"""Whether a score is enough: what a place must reach is not known; zero may be forbidden."""

import pytest

from mangnon.facilities.actions import Ticked, assess, assess_criteria
from mangnon.facilities.errors import WrongStandard
from mangnon.facilities.models import Assessment, Criterion
from mangnon.facilities.showing.standing import assessed


@pytest.fixture
def standard(commune_standard):
    """The standard of 2019, with two criteria known; the first has at most 100 points."""
    commune_standard.threshold, commune_standard.points_total = 850, 1000
    commune_standard.threshold_difficult = 800
    commune_standard.threshold_central_city_ward = 900
    commune_standard.no_criterion_at_zero = True
    commune_standard.save()
    for code, points in (("6", 100), ("8", None)):
        Criterion.objects.create(
            standard=commune_standard, code=code, name_vi="T", name_en="C", points=points
        )
    return commune_standard


@pytest.mark.parametrize(
    ("score", "met"),
    [(799.9, False), (800, None), (850, None), (899.9, None), (900, True), (None, None)],
)
def test_between_the_thresholds_nothing_is_said(an_son, standard, warrant, score, met):
    assess(an_son, standard=standard, year=2020, score=score, warrant=warrant)
    (one,) = assessed(an_son)
    assert one.threshold_met is met
    assert one.undecided is (met is None and score is not None)
    assert one.thresholds == (800, 900)


@pytest.mark.parametrize(("score", "met"), [(849, False), (850, True)])
def test_a_standard_with_one_threshold_decides(an_son, standard, warrant, score, met):
    standard.threshold_difficult = standard.threshold_central_city_ward = None
    standard.save()
    assess(an_son, standard=standard, year=2020, score=score, warrant=warrant)
    (one,) = assessed(an_son)
    assert one.threshold_met is met and not one.undecided


def test_where_the_general_threshold_is_unknown_nothing_is_said(an_son, standard, warrant):
    standard.threshold = None
    standard.save()
    assess(an_son, standard=standard, year=2020, score=1000, warrant=warrant)
    (one,) = assessed(an_son)
    assert (one.threshold_met, one.thresholds, one.undecided) == (None, None, False)


@pytest.mark.parametrize(("forbidden", "met"), [(True, False), (False, True)])
def test_a_criterion_at_zero_is_not_met_where_the_standard_says_so(
    an_son, standard, warrant, forbidden, met
):
    standard.no_criterion_at_zero = forbidden
    standard.save()
    ticks = {"6": Ticked(True, 0.0), "8": Ticked(False)}  # the second: no points were written
    assess_criteria(an_son, standard=standard, year=2020, ticks=ticks, score=950, warrant=warrant)
    (one,) = assessed(an_son)
    assert one.threshold_met is met
    assert [zero.code for zero in one.at_zero] == (["6"] if forbidden else [])


@pytest.mark.parametrize(
    ("code", "points", "limit"), [("6", 100.5, "đến 100"), ("8", 1000.5, "đến 1000")]
)
def test_more_points_than_a_criterion_can_give_are_refused(
    an_son, standard, warrant, code, points, limit
):
    ticks = {code: Ticked(True, points)}
    with pytest.raises(WrongStandard, match=limit):
        assess_criteria(an_son, standard=standard, year=2020, ticks=ticks, warrant=warrant)
    assert not Assessment.objects.exists()


def test_a_sum_above_the_standards_points_is_refused(an_son, standard, warrant):
    standard.criteria_known = True
    ticks = {"6": Ticked(True, 100.0), "8": Ticked(True, 901.0)}
    with pytest.raises(WrongStandard, match="vượt tổng điểm 1000"):
        assess_criteria(an_son, standard=standard, year=2020, ticks=ticks, warrant=warrant)
    assert not Assessment.objects.exists()
