"""Every step of the table, from every state: what may be done is done, all else is refused."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.duties.actions import answer_extension, ask_extension, take
from mangnon.duties.errors import Outdated, WrongDeadline, WrongStep
from mangnon.duties.models import Assignment
from mangnon.duties.states import TRANSITIONS, Side, State

WORDS = {"words": "Hội trường chưa có, xin hỏi cách làm."}


@pytest.fixture
def held(to_communes):
    return to_communes.assignments.order_by("pk")[0]


def after(held, *acts, warrant, **more):
    for act in acts:
        held = take(held, act, warrant=warrant, **(WORDS | more))
    return held


BY_PEOPLE = [one for one in TRANSITIONS.values() if one.side != Side.MAP]


@pytest.mark.parametrize("state", [one.value for one in State if one != State.JOINED])
def test_a_step_is_taken_from_the_states_of_the_table_alone(state, held, board, warrant):
    Assignment.objects.filter(pk=held.pk).update(state=state)
    for step in BY_PEOPLE:
        point = transaction.savepoint()
        if state in step.before:
            taken = take(held, step.act, waits_for=board, warrant=warrant, **WORDS)
            assert taken.state == step.after
            assert taken.steps.last().before == state
            assert Entry.objects.filter(act=f"duties.{step.act}").count() == 1
        else:
            with pytest.raises(WrongStep, match="đang ở trạng thái"):
                take(held, step.act, waits_for=board, warrant=warrant, **WORDS)
            assert not held.steps.exclude(act="hand_down").exists()
        transaction.savepoint_rollback(point)


def test_a_question_without_words_is_refused(held, warrant):
    with pytest.raises(WrongStep, match="cần một câu"):
        take(held, "ask", words="  ", warrant=warrant)


def test_the_second_of_two_who_step_at_once_is_told(held, warrant):
    take(held, "accept", seen=0, warrant=warrant)
    with pytest.raises(Outdated):
        take(held, "report", seen=0, warrant=warrant, **WORDS)


def test_a_question_after_acceptance_leads_back_to_work(held, warrant):
    assert after(held, "accept", "ask", "answer", warrant=warrant).state == State.ACCEPTED
    assert [one.act for one in held.steps.all()] == ["hand_down", "accept", "ask", "answer"]


def test_due_promised_and_done_are_kept_apart(held, warrant):
    promised, done = date(2014, 1, 10), date(2014, 1, 20)
    take(held, "accept", on=promised, warrant=warrant)
    with clock.pinned(done):
        reported = take(held, "report", on=done, warrant=warrant, **WORDS)
    assert (reported.due_on, reported.promised_on, reported.reported_on) == (
        date(2014, 1, 28), promised, done,
    )  # fmt: skip


def test_a_day_of_completion_before_receipt_is_refused(held, warrant):
    take(held, "accept", warrant=warrant)
    with pytest.raises(WrongStep, match="sớm hơn"):
        take(held, "report", on=date(2013, 12, 1), warrant=warrant, **WORDS)


def test_a_pause_gives_back_the_working_days_it_took(held, board, warrant):
    take(held, "accept", warrant=warrant)
    take(held, "pause", waits_for=board, warrant=warrant, **WORDS)
    with clock.pinned(date(2013, 12, 10)):  # five working days later
        resumed = take(held, "resume", warrant=warrant)
    assert resumed.due_on == date(2014, 2, 11)  # after 28 January: 5, 6, 7, 10, 11 February


def test_more_time_is_asked_with_a_reason_and_granted(held, warrant):
    with pytest.raises(WrongDeadline, match="không muộn hơn"):
        ask_extension(held, until=held.due_on, reason="Chờ hội trường", warrant=warrant)
    with pytest.raises(WrongStep):
        ask_extension(held, until=date(2014, 2, 14), reason=" ", warrant=warrant)
    asked = ask_extension(held, until=date(2014, 2, 14), reason="Chờ hội trường", warrant=warrant)
    answer_extension(asked, grant=True, warrant=warrant)
    held.refresh_from_db()
    assert held.due_on == date(2014, 2, 14)
    with pytest.raises(Outdated):
        answer_extension(asked, grant=False, words="Không", warrant=warrant)


def test_a_refusal_says_why_and_moves_nothing(held, warrant):
    asked = ask_extension(held, until=date(2014, 2, 14), reason="Chờ", warrant=warrant)
    with pytest.raises(WrongStep):
        answer_extension(asked, grant=False, warrant=warrant)
    answer_extension(asked, grant=False, words="Còn đủ thời gian", warrant=warrant)
    held.refresh_from_db()
    assert held.due_on == date(2014, 1, 28)


def test_what_is_reported_gets_no_more_time(held, warrant):
    asked = ask_extension(held, until=date(2014, 2, 14), reason="Chờ", warrant=warrant)
    after(held, "accept", "report", warrant=warrant)
    with pytest.raises(WrongStep, match="trạng thái"):
        answer_extension(asked, grant=True, warrant=warrant)
    held.refresh_from_db()
    assert held.due_on == date(2014, 1, 28)


def test_more_time_is_asked_for_once_at_a_time(held, warrant):
    ask_extension(held, until=date(2014, 2, 14), reason="Chờ", warrant=warrant)
    with pytest.raises(WrongStep, match="đang chờ trả lời"):
        ask_extension(held, until=date(2014, 2, 20), reason="Chờ nữa", warrant=warrant)


def test_more_time_holds_what_was_paused_before_it(held, board, warrant):
    take(held, "accept", warrant=warrant)
    take(held, "pause", waits_for=board, warrant=warrant, **WORDS)
    with clock.pinned(date(2013, 12, 10)):
        take(held, "resume", warrant=warrant)
        asked = ask_extension(held, until=date(2014, 3, 3), reason="Chờ", warrant=warrant)
        answer_extension(asked, grant=True, warrant=warrant)
    held.refresh_from_db()
    assert held.due_on == date(2014, 3, 3)


def test_a_pause_names_whom_it_waits_for(held, warrant):
    take(held, "accept", warrant=warrant)
    with pytest.raises(WrongStep, match="cơ quan đang chờ"):
        take(held, "pause", warrant=warrant, **WORDS)


def test_a_step_asks_for_the_right_at_the_place_of_its_side(held, communes, warrant):
    elsewhere = replace(warrant, place_ids=frozenset({communes[3].pk}))
    for act in ("accept", "withdraw"):
        with pytest.raises(NoWarrant):
            take(held, act, warrant=elsewhere, **WORDS)
    here = replace(warrant, place_ids=frozenset({held.place_id}))
    assert take(held, "accept", warrant=here).state == State.ACCEPTED
    with pytest.raises(NoWarrant):
        take(held, "withdraw", warrant=here, **WORDS)
