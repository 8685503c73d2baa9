"""Weighing a child: z-scores, units, and what is recounted."""

from datetime import date

import numpy as np
import pytest

from mangnon.growth import zscores
from mangnon.register.actions import move_child, record_measurement
from mangnon.register.errors import WrongDay, WrongMeasure, WrongPlace
from mangnon.register.models import Measurement
from mangnon.register.tests.marks import forget, marked

DAY = date(2017, 3, 10)  # Mận is two


def test_z_scores_are_those_of_the_standard(man, warrant):
    one = record_measurement(
        man, measured_on=DAY, weight_kg=9.1, length_cm=83.0, position="h", warrant=warrant
    )
    z = zscores(sex="f", age_days=731, weight_kg=9.1, length_cm=83.0, measured="h")
    assert (one.waz, one.haz, one.whz) == (z.waz[0], z.haz[0], z.whz[0])
    assert one.waz == pytest.approx(-2.0, abs=0.2)  # WHO 2006, girls of 24 months: 9.0 kg
    assert one.flagged == ""


def test_it_is_kept_at_the_home_of_that_day(man, an_son, binh_minh, warrant):
    move_child(man, place=binh_minh, moved_on=date(2019, 1, 1), warrant=warrant)
    assert record_measurement(man, measured_on=DAY, weight_kg=9, warrant=warrant).place == an_son


def test_every_place_of_weighing_is_recounted(man, binh_minh, warrant):
    record_measurement(man, measured_on=DAY, weight_kg=9.1, warrant=warrant)
    forget()
    later = date(2017, 6, 1)
    record_measurement(man, measured_on=later, weight_kg=9.9, place=binh_minh, warrant=warrant)
    assert marked("measured") == {"101": later, "102": later}


def test_what_was_not_measured_has_no_score(man, warrant):
    one = record_measurement(man, measured_on=DAY, weight_kg=9.1, warrant=warrant)
    kept = Measurement.objects.get(pk=one.pk)
    assert kept.waz is not None
    assert (kept.haz, kept.whz, kept.length_cm) == (None, None, None)


def test_an_implausible_score_is_flagged_by_name(man, warrant):
    seen = {"measured_on": DAY, "weight_kg": 3.0, "length_cm": 55.0}
    with pytest.raises(WrongMeasure) as asked:
        record_measurement(man, **seen, warrant=warrant)
    assert "cân đo lại" in asked.value.sentence.vi
    one = record_measurement(man, **seen, confirmed=True, warrant=warrant)
    assert one.waz < -6
    assert {"waz", "haz"} <= set(one.flagged.split(","))


def test_with_oedema_the_weight_says_nothing(man, warrant):
    one = record_measurement(man, measured_on=DAY, weight_kg=9.1, oedema=True, warrant=warrant)
    assert one.waz is None


def test_from_five_years_on_there_is_no_score(man, warrant):
    one = record_measurement(
        man, measured_on=date(2021, 3, 10), weight_kg=18, length_cm=112, warrant=warrant
    )
    assert (one.waz, one.haz, one.whz, one.baz, one.flagged) == (None, None, None, None, "")


def test_a_birth_known_by_year_gives_no_score(enter, an_son, warrant):
    child = enter(an_son, date(2016, 1, 1), birth_precision="year")
    one = record_measurement(child, measured_on=DAY, weight_kg=9, length_cm=75, warrant=warrant)
    assert (one.waz, one.whz, one.flagged) == (None, None, "")


@pytest.mark.parametrize(
    "measures",
    [
        {"weight_kg": 0},
        {"weight_kg": -9.1},
        {"weight_kg": 9100},  # grams
        {"length_cm": 0.83},  # metres
        {"length_cm": 830},  # millimetres
        {"length_cm": 2.7},  # feet
        {"weight_kg": float("nan")},
        {"weight_kg": 9.1, "position": "z"},
        {},
    ],
)
def test_an_impossible_measure_is_refused(man, warrant, measures):
    with pytest.raises(WrongMeasure):
        record_measurement(man, measured_on=DAY, **measures, warrant=warrant)
    assert not Measurement.objects.exists()


def test_the_sentence_names_the_unit(man, warrant):
    with pytest.raises(WrongMeasure) as refused:
        record_measurement(man, measured_on=DAY, weight_kg=9100.5, warrant=warrant)
    assert "9100,5 kg" in refused.value.sentence.vi
    assert "kilograms" in refused.value.sentence.en


@pytest.mark.parametrize("day", [date(2015, 3, 9), date(2024, 6, 16)])
def test_an_impossible_day_is_refused(man, an_son, warrant, day):
    with pytest.raises(WrongDay):
        record_measurement(man, measured_on=day, weight_kg=9, place=an_son, warrant=warrant)


def test_without_a_home_the_place_is_asked_for(man, warrant):
    man.residences.update(valid_from=date(2015, 6, 1))
    with pytest.raises(WrongPlace) as refused:
        record_measurement(man, measured_on=date(2015, 4, 1), weight_kg=9, warrant=warrant)
    assert "Name the place" in refused.value.sentence.en


def test_a_score_is_kept_as_a_plain_number(man, warrant):
    one = record_measurement(man, measured_on=DAY, weight_kg=9.1, warrant=warrant)
    assert type(one.waz) is float
    assert not np.isnan(one.waz)
