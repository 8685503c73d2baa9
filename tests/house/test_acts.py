"""Whatever the source code records, the trail says in words; and no word stands without an act."""

import re

import pytest
from wagtail.log_actions import registry as log_registry

from mangnon.aggregates.states import TRANSITIONS as REPORT_STEPS
from mangnon.audit.wording import act_words, named_acts, rooms
from mangnon.duties.states import TRANSITIONS
from mangnon.efforts.states import TRANSITIONS as PROPOSAL_STEPS
from mangnon.pages.editing import ROOMS, VERBS
from tests.house.test_rules import SOURCE, modules
from tests.support.recorded import Recorded, modules_of, recorded

# What no reader of the code can follow: where it stands, and which acts it makes.
BY_HAND = {
    "mangnon.aggregates.actions.stepping: f'aggregates.{step.act}'": {
        f"aggregates.{act}" for act in REPORT_STEPS
    },
    "mangnon.duties.actions.stepping: f'duties.{step.act}'": {
        f"duties.{act}" for act in TRANSITIONS
    },
    "mangnon.efforts.actions.proposals: f'efforts.{step.act}'": {
        f"efforts.{act}" for act in PROPOSAL_STEPS
    },
    "mangnon.simulation.writing_duties: act": {
        *("duties.accept", "duties.report", "duties.recognise"),
    },
    "mangnon.pages.trail: f'{_room(kind)}.{verb}'": {
        f"{room}.{verb}" for room in ROOMS for verb in VERBS
    },
    "mangnon.register.actions.bulk.support: f'add_{model._meta.model_name}'": {
        *("register.add_assistance", "register.add_plan"),
        *("register.add_plannedservice", "register.add_reintegration"),
    },
    "mangnon.register.views.reading.file: f'register.reveal_{kind}'": {
        *("register.reveal_address", "register.reveal_document", "register.reveal_evidence"),
        *("register.reveal_guardian", "register.reveal_telephone"),
    },
    "mangnon.register.views.writing.base: what": {
        *("register.name", "register.reveal_address", "register.reveal_document"),
        *("register.reveal_evidence", "register.reveal_guardian", "register.reveal_telephone"),
    },
}


@pytest.fixture(scope="module")
def found() -> Recorded:
    return recorded(modules_of(modules(), SOURCE))


def test_whatever_is_recorded_has_words(found):
    assert found.unknown == BY_HAND.keys()
    assert found.acts.union(*BY_HAND.values()) - named_acts() == set()


def test_no_words_stand_without_an_act(found):
    assert named_acts() - found.acts.union(*BY_HAND.values()) == set()


def test_the_rule_follows_helpers_constants_and_choices(found):
    # a helper's helper, a constant of another name, one of two, a table of pairs
    assert {
        *("register.type_weighing", "account.end_session", "people.give_code"),
        *("facilities.add_posts", "register.register_child", "account.sign_in"),
    } <= found.acts
    assert len(found.acts) > 130


def test_every_act_belongs_to_a_room_with_a_title_and_is_no_code():
    known = {room for room, _title in rooms()}
    assert {act.partition(".")[0] for act in named_acts()} <= known
    assert [act for act in named_acts() if re.search(r"[_.]", act_words(act))] == []
    said = {(act.partition(".")[0], act_words(act)) for act in named_acts()}
    assert len(said) == len(named_acts())


def test_whatever_wagtail_logs_in_the_editors_house_is_a_verb_of_theirs():
    left_out = ("apitoken.", "view_restriction.", "moderation.", "svg")  # closed, or never there
    logged = {
        action.removeprefix("wagtail.")
        for action, _label in log_registry.get_choices()
        if action.startswith("wagtail.")
    }
    assert {one for one in logged if not one.startswith(left_out)} - set(VERBS) == set()
