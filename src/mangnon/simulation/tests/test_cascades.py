"""How a duty goes in the invented province: drawn without a database, from one seed."""

from datetime import date, timedelta

import pytest

from mangnon.clock.workdays import Special, Workdays
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.states import TRANSITIONS
from mangnon.simulation.cascades import Cascade, Held, cascades_of, courses
from mangnon.simulation.chance import stream
from mangnon.simulation.duty_words import WORDS

HANDED, DUE = date(2013, 12, 3), date(2014, 1, 27)
LEAVE = [Special(date(2014, 1, 28) + timedelta(days=one), True) for one in range(9)]
CALENDAR = Workdays.known_on(HANDED, LEAVE)
CASCADE = Cascade(
    "tell", HANDED, "communes", Deadline(Kind.BEFORE, date(2014, 1, 30)), late=10, unfinished=2
)


def drawn(seed: int = 1, *, state: str = "handed", troubled: bool = True, many: int = 40):
    held = [Held(one, state, DUE) for one in range(many)]
    return list(courses(held, CASCADE, HANDED, CALENDAR, stream(seed, "duties"), troubled=troubled))


def test_one_seed_gives_one_course():
    assert drawn() == drawn()
    assert drawn() != drawn(2)


@pytest.mark.parametrize("seed", range(5))
def test_most_are_in_time_some_late_two_never(seed):
    reported = {one.pk: one.day for one in drawn(seed, troubled=False) if one.act == "report"}
    assert len(reported) == 38
    assert sum(day > DUE for day in reported.values()) == 4
    assert 0 not in reported  # where the demonstration's officer sits


def test_one_returns_one_asks_one_wants_time_one_pauses_one_is_sent_back():
    acts = [one.act for one in drawn()]
    for act in ("return", "hand_again", "ask", "answer", "ask_extension", "pause", "send_back"):
        assert acts.count(act) == 1


def test_steps_come_in_the_order_of_the_table_on_working_days():
    state = dict.fromkeys(range(40), "handed")
    for one in sorted(drawn(), key=lambda event: event.day):
        assert CALENDAR.holds(one.day) and one.day > HANDED
        if one.act in TRANSITIONS:
            step = TRANSITIONS[one.act]
            assert state[one.pk] in step.before, one
            state[one.pk] = "accepted" if one.act == "answer" else step.after


@pytest.mark.parametrize("state", ["returned", "questioned", "waiting", "accepted", "reported"])
def test_a_merger_leaves_it_anywhere_and_it_goes_on(state):
    acts = [one.act for one in drawn(state=state, troubled=False) if one.pk == 7]
    assert acts[-1] == "recognise"
    assert ("report" in acts) == (state != "reported")


def test_each_step_that_needs_words_has_some():
    needed = {act for act, step in TRANSITIONS.items() if step.needs_words}
    assert {one.act for one in drawn()} & needed <= WORDS.keys()


def test_the_packs_words_are_read():
    raw = {"cascade": [
        {"duty": "b", "handed_on": "2025-12-01", "rule": "communes", "within": 20},
        {"duty": "a", "handed_on": "2013-12-03", "rule": "districts", "before": "2014-01-30",
         "further": True, "late": 5.0},
    ]}  # fmt: skip
    first, second = cascades_of(raw)
    assert (first.duty, first.deadline.day, first.further) == ("a", date(2014, 1, 30), True)
    assert second.deadline == Deadline(Kind.WITHIN, days=20)
