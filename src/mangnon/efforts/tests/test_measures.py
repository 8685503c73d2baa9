"""Measures and their money: whole đồng, in years of the measure, overspending with its reason."""

import pytest

from mangnon.audit.models import Entry
from mangnon.efforts import actions
from mangnon.efforts.errors import WrongMoney, WrongYear
from mangnon.efforts.models import BudgetLine, Measure

MONEY = {"planned": 500_000_000, "given": 400_000_000, "spent": 390_000_000}


def budget(measure, warrant, **other):
    told = {"year": 2013, "source": "province"} | MONEY | other
    return actions.set_budget(measure, warrant=warrant, **told)


def test_a_line_is_written_and_written_anew_with_what_it_was(measure, warrant):
    budget(measure, warrant)
    budget(measure, warrant, spent=395_000_000)
    line = BudgetLine.objects.get()
    assert (line.planned, line.given, line.spent) == (500_000_000, 400_000_000, 395_000_000)
    last = Entry.objects.filter(act="efforts.set_budget").last()
    assert (last.before["spent"], last.after["spent"]) == (390_000_000, 395_000_000)


@pytest.mark.parametrize(
    ("told", "error", "words"),
    [
        ({"spent": 400_000_001}, WrongMoney, "400.000.001 đồng, nhiều hơn 400.000.000 đồng"),
        ({"planned": -1}, WrongMoney, "không thể âm"),
        ({"planned": 10**16}, WrongMoney, "kiểm tra lại các số 0"),
        ({"year": 2011}, WrongYear, "nằm ngoài thời gian"),
        ({"year": 2016}, WrongYear, "nằm ngoài thời gian"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(told, error, words, measure, warrant):
    with pytest.raises(error, match=words):
        budget(measure, warrant, **told)
    assert not BudgetLine.objects.exists()


def test_overspending_with_its_reason_is_kept(measure, warrant):
    assert budget(measure, warrant, spent=450_000_000, note="Chi trước, cấp bù năm sau").spent


def test_years_do_not_turn(task, province, department, warrant):
    with pytest.raises(WrongYear, match="sớm hơn năm bắt đầu"):
        actions.add_measure(
            task, province, office=department, title="x", from_year=2013, to_year=2012,
            warrant=warrant,
        )  # fmt: skip
    assert not Measure.objects.exists()
