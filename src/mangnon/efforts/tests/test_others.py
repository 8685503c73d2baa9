"""Models on their places, campaigns by channel, proposals step by step, and mergers."""

from datetime import date

import pytest
from django.db import transaction

from mangnon.audit.models import Entry
from mangnon.efforts import actions
from mangnon.efforts.errors import Outdated, Twice, WrongStep
from mangnon.efforts.models import Campaign, Proposal
from mangnon.efforts.states import TRANSITIONS, Stage
from mangnon.places.heirs import Merger
from mangnon.places.records import NotThere, WrongDays

BEGUN = date(2013, 5, 1)


@pytest.fixture
def pilot(department, warrant):
    return actions.add_pilot(
        "participation", department, name="Câu lạc bộ quyền trẻ em", begun_on=BEGUN,
        warrant=warrant,
    )  # fmt: skip


@pytest.fixture
def proposal(department, warrant):
    return actions.propose(department, title="Hỗ trợ bữa ăn", begun_on=BEGUN, warrant=warrant)


def run(pilot, where, warrant, since=BEGUN):
    return actions.add_site(
        pilot, where, stage="piloted", run_by="Đoàn xã", since=since, warrant=warrant
    )


def test_a_model_runs_once_at_a_place_and_ends_with_its_result(pilot, commune, warrant):
    site = run(pilot, commune, warrant)
    with pytest.raises(Twice, match="đã có trong sổ"):
        run(pilot, commune, warrant)
    with pytest.raises(WrongDays):
        actions.end_site(site, until=BEGUN, result="Tốt", warrant=warrant)
    actions.end_site(site, until=date(2014, 1, 1), result="Tốt", warrant=warrant)
    with pytest.raises(Twice, match="đã kết thúc"):
        actions.end_site(site, until=date(2014, 1, 2), result="Tốt", warrant=warrant)
    assert run(pilot, commune, warrant, date(2014, 2, 1)).pk != site.pk


@pytest.mark.parametrize(
    ("since", "error"), [(date(2013, 4, 1), WrongDays), (date(2014, 4, 1), WrongDays)]
)
def test_a_model_runs_nowhere_before_it_began_nor_in_the_future(
    since, error, pilot, commune, warrant
):
    with pytest.raises(error):
        run(pilot, commune, warrant, since)
    assert not pilot.sites.exists()


def test_an_abolished_place_runs_nothing(pilot, commune, warrant):
    commune.valid_to = date(2013, 4, 1)
    with pytest.raises(NotThere):
        run(pilot, commune, warrant)


def test_a_campaign_has_each_channel_once_and_says_how_its_effect_is_known(
    commune, department, warrant
):
    with pytest.raises(WrongDays):
        actions.begin_campaign(
            commune, department, title="Tháng hành động", starts_on=date(2013, 6, 30),
            ends_on=date(2013, 6, 1), warrant=warrant,
        )  # fmt: skip
    assert not Campaign.objects.exists()
    made = actions.begin_campaign(
        commune, department, title="Tháng hành động", starts_on=date(2013, 6, 1),
        ends_on=date(2013, 6, 30), warrant=warrant,
    )  # fmt: skip
    actions.add_channel(made, "loudspeaker", times=30, reached=2_000, warrant=warrant)
    with pytest.raises(Twice):
        actions.add_channel(made, "loudspeaker", times=1, warrant=warrant)
    actions.say_effect(made, effect="Nhiều người gọi 111", measured_by="Sổ trực", warrant=warrant)
    made.refresh_from_db()
    assert (made.effect, made.channels.get().reached) == ("Nhiều người gọi 111", 2_000)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_proposal_takes_the_steps_of_the_table_alone(stage, proposal, warrant):
    Proposal.objects.update(stage=stage)
    for step in TRANSITIONS.values():
        point = transaction.savepoint()
        told = {"words": "Có lý do", "number": "5/2014/NQ-HĐND", "warrant": warrant}
        if stage in step.before:
            assert actions.take(proposal, step.act, **told).stage == step.after
            assert Entry.objects.filter(act=f"efforts.{step.act}").count() == 1
        else:
            with pytest.raises(WrongStep, match="đang ở bước"):
                actions.take(proposal, step.act, **told)
            assert not proposal.steps.exists()
        transaction.savepoint_rollback(point)


def test_a_step_says_what_it_lacks_and_the_second_of_two_is_told(proposal, warrant):
    with pytest.raises(WrongStep, match="nêu lý do"):
        actions.take(proposal, "drop", words=" ", warrant=warrant)
    with pytest.raises(WrongStep, match="số nghị quyết"):
        actions.take(proposal, "resolve", warrant=warrant)
    actions.take(proposal, "draft", seen=0, warrant=warrant)
    with pytest.raises(Outdated):
        actions.take(proposal, "ask_opinion", seen=0, warrant=warrant)


def test_a_merger_passes_what_goes_on_to_the_heir(pilot, commune, province, partner, warrant):
    runs = run(pilot, commune, warrant)
    gift = actions.receive(commune, partner, "money", amount=5, received_on=BEGUN, warrant=warrant)
    merger = Merger(date(2014, 3, 1), {commune.pk: province.pk}, {})
    assert actions.pass_to_heirs(merger, warrant=warrant) == 2
    for one in (runs, gift):
        one.refresh_from_db()
        assert one.place == province
    assert runs.first_place == commune
