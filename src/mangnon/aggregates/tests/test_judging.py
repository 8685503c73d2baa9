"""What is said of a line: of itself, of the form's range, of the year before."""

import pytest

from mangnon.aggregates.judging import judge, number_typed
from mangnon.aggregates.models import Figure, Item
from mangnon.aggregates.tests.conftest import DECLARATION
from mangnon.indicators.declaration import Declaration

DECLARED = Declaration.from_dict(DECLARATION)
ITEM = Item(least=0.5, most=20, change=30, numerator_vi="Trẻ", numerator_en="C",
            denominator_vi="Tổng", denominator_en="All")  # fmt: skip


def typed(part, whole):
    return Figure(
        typed_numerator=part, typed_denominator=whole, numerator=number_typed(part)[0],
        denominator=number_typed(whole)[0],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("part", "whole", "tone"),
    [("12", "340", "ok"), ("12", "", "wrong"), ("a", "340", "wrong"), ("-1", "340", "wrong"),
     ("341", "340", "wrong"), ("0", "0", "wrong"), ("1", "1.000", "doubtful"),
     ("300", "340", "doubtful"), ("1,5", "340", "wrong"), ("12", "9" * 12, "wrong")],
)  # fmt: skip
def test_a_line_is_judged_by_itself(part, whole, tone):
    assert judge(ITEM, DECLARED, typed(part, whole), None).tone == tone


def test_a_line_is_judged_by_the_year_before():
    told = judge(ITEM, DECLARED, typed("30", "340"), typed("12", "335")).doubts
    assert [one.vi.startswith("Trẻ: tăng 150% so với năm trước (12)") for one in told] == [True]
    assert not judge(ITEM, DECLARED, typed("14", "340"), typed("12", "335")).doubts


def test_nothing_typed_is_a_fault_that_names_the_indicator():
    told = judge(ITEM, DECLARED, None, None)
    assert "Tỷ lệ trẻ em" in told.faults[0].vi and told.value is None


def test_a_count_is_read_with_its_thousands():
    for text in ("1.234", "1234", "1 234", "1,234"):
        assert number_typed(text) == (1234.0, None)
    assert number_typed("") == (None, None)
