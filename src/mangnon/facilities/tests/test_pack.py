"""Everything that a pack says of a standard is stored, compared and applied."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.facilities.models import Criterion, Standard
from mangnon.facilities.pack import CRITERIA, CRITERION, STANDARD, STANDARDS
from mangnon.packs.actions import apply_pack
from mangnon.packs.differing import differences
from mangnon.packs.reading import read_pack
from mangnon.packs.tests.conftest import REFERENCE
from mangnon.packs.tests.conftest import _applied as _applied
from mangnon.packs.tests.conftest import applied as applied


def test_no_field_of_the_file_is_dropped():
    assert {field.name for field in STANDARD.fields} == {"code", "criterion", *STANDARDS.fields}
    assert {field.name for field in CRITERION.fields} == {"code", *CRITERIA.fields}


def test_thresholds_and_notes_are_stored(applied):
    one = Standard.objects.get(code="commune-2019")
    assert (one.threshold, one.threshold_difficult, one.threshold_central_city_ward) == (
        850, 800, 900,
    )  # fmt: skip
    assert (one.points_total, one.criteria_count, one.no_criterion_at_zero) == (1000, 13, True)
    assert one.per_year
    assert "Hải Phòng" in one.note_vi
    assert "Hải Phòng" in one.note_en


def test_what_a_standard_does_not_say_is_empty(applied):
    one = Standard.objects.get(code="school-primary-2012")
    assert (one.threshold_difficult, one.points_total, one.note_vi) == (None, None, "")
    assert (one.per_year, one.no_criterion_at_zero) == (False, False)


def test_a_criterion_knows_its_indicators(applied):
    known = Criterion.objects.filter(standard__code="commune-2019")
    assert dict(known.values_list("code", "indicators")) == {"6": ["T2"], "8": ["T4", "T5"]}


@pytest.mark.parametrize(
    ("model", "code", "changed"),
    [
        (Standard, "commune-2019", {"note_en": "another"}),
        (Standard, "commune-2019", {"threshold_difficult": 700}),
        (Standard, "commune-2014", {"per_year": False}),
        (Standard, "commune-2014", {"valid_to": date(2019, 1, 3)}),
        (Criterion, "6", {"indicators": []}),
    ],
)
def test_what_differs_is_shown_and_mended(applied, model, code, changed):
    wanted = model.objects.filter(code=code)
    before = wanted.values().get()
    wanted.update(**changed)
    steps = differences(read_pack(REFERENCE))
    found = [one for step in steps for one in step.differences if not one.is_empty]
    assert [(one.table.model, len(one.changed)) for one in found] == [(model, 1)]
    apply_pack(REFERENCE, warrant=demonstration_warrant())
    assert wanted.values().get() == before
