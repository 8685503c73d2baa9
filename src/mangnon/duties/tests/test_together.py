"""A step of many at once: as each alone would be, in one entry, whole or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Actor, Entry
from mangnon.duties.actions import answer_extension, ask_extension, take
from mangnon.duties.actions.together import take_together
from mangnon.duties.errors import WrongStep
from mangnon.duties.models import Assignment, Step


@pytest.fixture
def ids(to_communes):
    return list(to_communes.assignments.order_by("pk").values_list("pk", flat=True))


def test_all_stand_as_if_each_had_stepped_alone(ids, to_communes, warrant):
    alone, *others = ids
    take(Assignment.objects.get(pk=alone), "accept", warrant=warrant)
    assert take_together("accept", others, warrant=warrant) == 3
    take(Assignment.objects.get(pk=alone), "report", words="Xong.", warrant=warrant)
    take_together("report", dict.fromkeys(others, "Xong."), warrant=warrant)
    shown = ("state", "version", "accepted_on", "promised_on", "reported_on", "completed_on")
    assert len(set(to_communes.assignments.values_list(*shown))) == 1
    steps = Step.objects.exclude(act="hand_down").order_by("pk")
    told = [(one.act, one.before, one.after, one.day, one.words) for one in steps]
    assert len(told) == 8 and len(set(told)) == 2
    entries = Entry.objects.filter(act="duties.report").order_by("pk")
    assert [one.data.get("assignments") for one in entries] == [None, 3]


def test_one_in_another_state_leaves_all_as_they_were(ids, warrant):
    take(Assignment.objects.get(pk=ids[0]), "accept", warrant=warrant)
    with pytest.raises(WrongStep, match="đang ở trạng thái"):
        take_together("accept", ids, warrant=warrant)
    assert Assignment.objects.filter(state="handed").count() == 3


def test_a_report_without_words_is_refused(ids, warrant):
    take_together("accept", ids, warrant=warrant)
    with pytest.raises(WrongStep, match="cần một câu"):
        take_together("report", dict.fromkeys(ids[1:], "Xong.") | {ids[0]: " "}, warrant=warrant)


def test_the_right_is_asked_at_every_place(ids, communes, warrant):
    here = replace(warrant, place_ids=frozenset({communes[0].pk}))
    with pytest.raises(NoWarrant):
        take_together("accept", ids, warrant=here)


def test_what_is_about_one_place_is_taken_one_by_one(ids, warrant):
    with pytest.raises(ValueError, match="one by one"):
        take_together("withdraw", ids, warrant=warrant)


def test_nobody_recognises_what_she_reported_herself(ids, warrant):
    mai, other = (replace(warrant, actor=_person(name)) for name in ("mai", "minh"))
    first = Assignment.objects.get(pk=ids[0])
    for act in ("accept", "report"):
        take(first, act, words="Xong.", warrant=mai)
        take_together(act, dict.fromkeys(ids[1:], "Xong."), warrant=mai)
    with pytest.raises(WrongStep, match="người khác"):
        take(first, "recognise", warrant=mai)
    with pytest.raises(WrongStep, match="người khác"):
        take_together("recognise", ids, warrant=mai)
    assert take_together("recognise", ids, warrant=other) == 4


def test_nobody_grants_herself_more_time(ids, warrant):
    mai, other = (replace(warrant, actor=_person(name)) for name in ("mai", "minh"))
    held = Assignment.objects.get(pk=ids[0])
    until = held.due_on + timedelta(days=9)
    asked = ask_extension(held, until=until, reason="Chờ.", warrant=mai)
    with pytest.raises(WrongStep, match="người khác"):
        answer_extension(asked, grant=True, warrant=mai)
    assert answer_extension(asked, grant=True, warrant=other).answer == "granted"


def _person(code):
    return Actor.objects.create(code=code, kind=Actor.Kind.PERSON, name=code.title())
