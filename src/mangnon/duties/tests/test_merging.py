"""A merger loses no duty and doubles none, whatever was done with them before."""

from datetime import date

from mangnon import clock
from mangnon.duties.actions import take
from mangnon.duties.models import Assignment, Step
from mangnon.duties.states import OPEN, State
from mangnon.duties.tests.conftest import place
from mangnon.places import generation
from mangnon.places.actions import succeed
from mangnon.places.models import Kind, Place, Succession

MERGER = date(2014, 1, 15)
WORDS = {"words": "Có lý do"}


def merge(old: list[Place], shares: list[list[float]], under: Place) -> list[Place]:
    """End the old places with the merger and name their heirs, one row of shares an old place."""
    heirs = [place(f"3{n}", Kind.COMMUNE, under, valid_from=MERGER) for n in range(len(shares[0]))]
    for one, parts in zip(old, shares, strict=True):
        one.valid_to = MERGER
        one.save()
        for heir, share in zip(heirs, parts, strict=True):
            if share:
                Succession.objects.create(
                    source=one, target=heir, date=MERGER, share=share, basis_vi="", basis_en="",
                    estimated=share < 1,
                )  # fmt: skip
    generation.bump()
    return heirs


def carried_out(warrant):
    with clock.pinned(MERGER):
        succeed(MERGER, warrant=warrant)


def test_two_communes_of_one_duty_become_one_with_both_histories(
    to_communes, communes, districts, warrant
):
    one, two = (to_communes.assignments.get(place=where) for where in communes[:2])
    take(two, "accept", warrant=warrant)
    (heir,) = merge(communes[:2], [[1.0], [1.0]], districts[0])
    carried_out(warrant)
    left = Assignment.objects.get(place=heir, state__in=OPEN)
    assert left == two  # the one that was farther
    one.refresh_from_db()
    assert (one.state, one.joined_to) == (State.JOINED, two)
    history = Step.objects.filter(assignment__in=[left, *left.joined.all()])
    assert sorted(history.values_list("act", flat=True)) == [
        "accept", "hand_down", "hand_down", "join",
    ]  # fmt: skip


def test_what_one_had_done_stays_done_and_the_other_still_owes(
    to_communes, communes, districts, warrant
):
    done = to_communes.assignments.get(place=communes[0])
    for act in ("accept", "report", "recognise"):
        take(done, act, warrant=warrant, **WORDS)
    (heir,) = merge(communes[:2], [[1.0], [1.0]], districts[0])
    carried_out(warrant)
    assert sorted(Assignment.objects.filter(place=heir).values_list("state", flat=True)) == [
        "done", "handed",
    ]  # fmt: skip


def test_a_split_place_leaves_a_duty_to_each_heir(to_communes, communes, districts, warrant):
    heirs = merge(communes[:1], [[0.4, 0.6]], districts[0])
    carried_out(warrant)
    held = {heir.code: Assignment.objects.get(place=heir, handing=to_communes) for heir in heirs}
    assert held["31"].first_place == communes[0]  # the larger share goes on with it
    assert held["30"].steps.get().act == "map"
