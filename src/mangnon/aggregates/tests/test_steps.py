"""From the draft to the restatement: what counts, who may, what is refused, what is kept."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.actions import add_person
from mangnon.aggregates.actions import Typed, restate, take, type_figure
from mangnon.aggregates.errors import NotOwed, NotReady, Outdated, WrongStep
from mangnon.aggregates.models import Figure, Report, Restatement, Step, Told
from mangnon.aggregates.states import TRANSITIONS, State
from mangnon.aggregates.tests.conftest import YEAR
from mangnon.audit.models import Entry
from mangnon.indicators.models import Cell, ReportedTotal
from mangnon.indicators.rollup import RollKey, roll_up


def type_in(form, place, part, whole, *, seen=0, start=YEAR, warrant):
    typed = Typed(part, whole, seen)
    item = form.items.select_related("indicator").get()
    return type_figure(form, place, start, item, typed, warrant=warrant)


@pytest.fixture
def another(warrant):
    user = add_person("duyet", name="Người duyệt Mẫu", warrant=warrant)
    return replace(warrant, actor=user.actor)


@pytest.fixture
def sent(form, communes, warrant):
    type_in(form, communes[0], "12", "340", warrant=warrant)
    return take(Report.objects.get(), "submit", warrant=warrant)


def share(place):
    rolled = roll_up([place]).get(RollKey("T1", "totals", place.pk, YEAR))
    return None if rolled is None else (rolled.numerator, rolled.denominator)


def test_only_what_is_approved_counts_and_says_where_it_came_from(sent, province, another):
    assert share(province) is None
    take(sent, "approve", warrant=another)
    assert share(province) == (12, 340)
    held = ReportedTotal.objects.get()
    assert held.series == "totals" and "Báo cáo năm của Nơi 20" in held.source_vi
    take(sent, "reopen", words="Sai tổng số", warrant=another)
    assert share(province) is None and not Cell.objects.exists()


def test_returned_with_a_reason_corrected_approved_and_locked(
    sent, form, communes, another, warrant
):
    with pytest.raises(WrongStep):
        take(sent, "return", warrant=another)
    take(sent, "return", words="Thiếu thôn Đông", warrant=another)
    type_in(form, communes[0], "14", "360", seen=1, warrant=warrant)
    take(sent, "submit", warrant=warrant)
    take(sent, "approve", warrant=another)
    take(sent, "lock", warrant=another)
    acts = list(Step.objects.values_list("act", flat=True))
    assert acts == ["submit", "return", "submit", "approve", "lock"]
    assert {f"aggregates.{act}" for act in acts} <= set(Entry.objects.values_list("act", flat=True))
    assert "Thiếu thôn Đông" not in str(list(Told.objects.values()))
    with pytest.raises(WrongStep):
        type_in(form, communes[0], "15", "360", seen=2, warrant=warrant)


def test_a_locked_figure_is_restated_and_keeps_the_old_one(sent, province, another):
    with pytest.raises(WrongStep):
        restate(sent, "T1", numerator=13, denominator=340, words="Sót", warrant=another)
    for act in ("approve", "lock"):
        take(sent, act, warrant=another)
    told = {"words": "Sót một trẻ", "warrant": another}
    for numerator, denominator, words in ((12, 340, "Sót"), (341, 340, "Sót"), (13, 340, " ")):
        with pytest.raises((NotReady, WrongStep)):
            restate(sent, "T1", numerator=numerator, denominator=denominator, words=words,
                    warrant=another)  # fmt: skip
    assert share(province) == (12, 340) and not Restatement.objects.exists()
    made = restate(sent, "T1", numerator=13, denominator=340, **told)
    assert (made.old_numerator, made.numerator, made.words) == (12, 13, "Sót một trẻ")
    assert share(province) == (13, 340)


def test_nobody_approves_what_she_sent_and_no_state_is_jumped(sent, warrant, another):
    with pytest.raises(WrongStep):
        take(sent, "approve", warrant=warrant)
    for act in ("lock", "reopen", "submit"):
        with pytest.raises(WrongStep):
            take(sent, act, words="…", warrant=another)
    with pytest.raises(Outdated):
        take(sent, "approve", seen=0, warrant=another)
    assert Report.objects.get().state == State.SUBMITTED


def test_what_cannot_be_is_kept_as_typed_and_not_sent(form, communes, warrant):
    for part, whole, seen in (("mười", "340", 0), ("400", "340", 1), ("", "340", 2), ("3", "0", 3)):
        type_in(form, communes[0], part, whole, seen=seen, warrant=warrant)
        assert Figure.objects.get().typed_numerator == part
        with pytest.raises(NotReady):
            take(Report.objects.get(), "submit", warrant=warrant)
    type_in(form, communes[0], "1.200", "12.340", seen=4, warrant=warrant)
    assert Figure.objects.get().numerator == 1200
    with pytest.raises(Outdated):
        type_in(form, communes[0], "1", "2", seen=1, warrant=warrant)


def test_a_report_waits_for_the_end_of_its_period_and_is_owed_by_communes(
    form, communes, districts, warrant
):
    with clock.pinned(date(2013, 12, 31)):
        type_in(form, communes[0], "12", "340", warrant=warrant)
        with pytest.raises(NotReady):
            take(Report.objects.get(), "submit", warrant=warrant)
    here, wrong = communes[0], (date(2013, 2, 1), date(2011, 1, 1), date(2015, 1, 1))
    for place, start in ((districts[0], YEAR), *((here, day) for day in wrong)):
        with pytest.raises(NotOwed):
            type_in(form, place, "1", "2", start=start, warrant=warrant)


def test_the_table_leads_from_every_state_but_the_last():
    left = {state for step in TRANSITIONS.values() for state in step.before}
    assert set(State) - left == {State.LOCKED, State.LAPSED}
