"""No duty is lost and none doubled, in any order of hand-over, return, more time and merger.

The steps are taken by the actions that the desk's forms call; what the page of the duty then
counts is held against a plain recount of the rows.
"""

import re
from collections import Counter
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mangnon import clock
from mangnon.duties.actions import answer_extension, ask_extension, hand_down, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.errors import DutyError
from mangnon.duties.models import Assignment, Extension, Handing
from mangnon.duties.states import OPEN, TRANSITIONS, Side, State
from mangnon.duties.tests.conftest import (  # noqa: F401
    BEFORE_TET,
    _database,
    board,
    communes,
    districts,
    duty,
    province,
    today,
    warrant,
)
from mangnon.duties.tests.test_merging import MERGER, carried_out, merge
from mangnon.duties.views.tests.conftest import enter, steering  # noqa: F401
from mangnon.places import generation

STEPS = [one.act for one in TRANSITIONS.values() if one.side != Side.MAP]
ACTS = [*STEPS, "more_time", "hand_further"]
SHARES = st.sampled_from([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5], [0.3, 0.7]])
GONE = (State.JOINED, State.WITHDRAWN)


@contextmanager
def undone():
    """Take an example back, also where it failed: the next begins as the first did."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        generation.bump()


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    taken=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(ACTS), st.booleans()), max_size=14),
    shares=st.lists(SHARES, min_size=4, max_size=4),
)
def test_any_order_of_steps_and_a_merger(
    taken, shares, duty, province, communes, districts, board, warrant, steering  # noqa: F811
):  # fmt: skip
    with undone():
        for rule in (Handing.Rule.DISTRICTS, Handing.Rule.COMMUNES):
            hand_down(duty, within=province, rule=rule, deadline=BEFORE_TET, warrant=warrant)
        for number, act, grants in taken:
            every = list(Assignment.objects.order_by("pk"))
            _act(every[number % len(every)], act, grants, board, warrant)
        owed = set(Assignment.objects.filter(state__in=OPEN).values_list("pk", flat=True))
        settled = dict(Assignment.objects.exclude(state__in=OPEN).values_list("pk", "state"))
        whose = dict(Assignment.objects.values_list("pk", "handing__duty"))
        heirs = merge(communes, shares, districts[0])
        carried_out(warrant)
        _nothing_lost(owed, settled, whose)
        _nothing_doubled()
        if Assignment.objects.filter(handing__rule=Handing.Rule.COMMUNES, state__in=OPEN).exists():
            held_at = set(Assignment.objects.values_list("place", flat=True))
            assert {heir.pk for heir in heirs} <= held_at
        with clock.pinned(MERGER):
            assert _as_shown(steering, duty.code) == _recounted(duty)


def _act(held, act, grants, office, warrant):  # noqa: F811
    """Do it as somebody at the desk would; what the table refuses is refused whole."""
    before = _picture()
    try:
        if act == "more_time":
            until = held.due_on + timedelta(days=20)
            asked = ask_extension(held, until=until, reason="Chờ", warrant=warrant)
            answer_extension(asked, grant=grants, words="Có lý do", warrant=warrant)
        elif act == "hand_further":
            hand_down(
                held.handing.duty, within=held.place, rule=Handing.Rule.COMMUNES, held=held,
                deadline=Deadline(Kind.WITHIN, days=5), warrant=warrant,
            )  # fmt: skip
        else:
            take(held, act, words="Có lý do", waits_for=office, warrant=warrant)
    except DutyError:
        assert act == "more_time" or _picture() == before


def _picture():
    return (
        list(Assignment.objects.order_by("pk").values_list("pk", "state", "due_on", "version")),
        Handing.objects.count(),
        Extension.objects.count(),
    )


def _nothing_lost(owed, settled, whose):
    for one in Assignment.objects.filter(pk__in=owed).select_related("joined_to__handing"):
        now = one.joined_to or one
        assert now.state in OPEN
        assert now.place.lives_on(MERGER)
        assert now.handing.duty_id == whose[one.pk]
    assert dict(Assignment.objects.filter(pk__in=settled).values_list("pk", "state")) == settled


def _nothing_doubled():
    held = Assignment.objects.filter(state__in=OPEN).values_list("place", "office", "handing")
    assert max(Counter(held).values(), default=1) == 1


def _recounted(asked):
    """Count again, a row at a time: all that is owed or settled, what is done, what is overdue."""
    rows = [
        one
        for one in Assignment.objects.select_related("handing")
        if one.handing.duty_id == asked.pk and one.state not in GONE
    ]
    late = [
        one for one in rows if one.state not in ("reported", "done") and one.due_on < clock.today()
    ]
    return len(rows), sum(one.state == "done" for one in rows), len(late)


def _as_shown(browser, code):
    """Read the totals out of the page's table by level."""
    page = browser.get(reverse("duties:duty", args=[code])).content.decode()
    table = re.search(r'<caption id="levels-caption">.*?</table>', page, re.DOTALL)
    if table is None:
        return 0, 0, 0
    rows = re.findall(r"<tr>(.*?)</tr>", table.group().split("<tbody>")[1], re.DOTALL)
    figures = [
        [int(one.replace(".", "")) for one in re.findall(r'<td class="num">([\d.]+)</td>', row)]
        for row in rows
    ]
    return tuple(sum(row[column] for row in figures) for column in (0, 1, 6))


def test_the_page_of_a_quiet_day_counts_as_the_rows_do(
    duty, province, communes, districts, board, warrant, steering  # noqa: F811
):  # fmt: skip
    hand_down(
        duty, within=province, rule=Handing.Rule.COMMUNES, deadline=BEFORE_TET, warrant=warrant
    )
    done = Assignment.objects.order_by("pk")[0]
    for act in ("accept", "report", "recognise"):
        take(done, act, words="Xong", warrant=warrant)
    with clock.pinned(date(2014, 2, 10)):
        assert _as_shown(steering, duty.code) == (4, 1, 3) == _recounted(duty)
