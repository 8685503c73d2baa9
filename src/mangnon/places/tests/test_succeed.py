"""Carrying out the successions of a day."""

from collections.abc import Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.places import heirs
from mangnon.places.actions import succeed
from mangnon.places.errors import NoSuccession
from mangnon.places.models import Succession
from mangnon.places.tests.cast import AFTER, BEFORE, MERGER, new, old


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[heirs.Merger]:
    """What a subject is told, in place of every real one."""
    mergers: list[heirs.Merger] = []
    monkeypatch.setattr(heirs, "_HANDLERS", [])

    @heirs.on_succession
    def hear(merger: heirs.Merger, *, warrant: Warrant) -> None:
        mergers.append(merger)

    heirs.on_succession(hear)  # a second announcement changes nothing
    return mergers


@pytest.fixture(autouse=True)
def afterwards() -> Iterator[None]:
    """Stand after the merger."""
    with clock.pinned(AFTER):
        yield


def test_every_subject_hears_what_passed_whole_and_what_was_split(
    area: dict[str, int], warrant: Warrant, told: list[heirs.Merger]
) -> None:
    merger = succeed(MERGER, warrant=warrant)
    assert told == [merger]
    assert merger.whole[area[old("n2")]] == area[new("n1")]
    assert merger.split[area[old("n3")]] == ((area[new("n1")], 0.5), (area[new("mid")], 0.5))
    assert len(merger.whole) == 4 and len(merger.split) == 2


def test_a_second_time_finds_nothing_left(
    area: dict[str, int], warrant: Warrant, told: list[heirs.Merger]
) -> None:
    succeed(MERGER, warrant=warrant)
    assert succeed(MERGER, warrant=warrant).is_empty
    assert len(told) == 1
    assert Entry.objects.filter(act="places.succeed").count() == 1


def test_a_subject_that_fails_takes_everything_back(
    area: dict[str, int], warrant: Warrant, told: list[heirs.Merger]
) -> None:
    @heirs.on_succession
    def refuse(merger: heirs.Merger, *, warrant: Warrant) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        succeed(MERGER, warrant=warrant)
    assert not Succession.objects.filter(carried_out=True).exists()
    assert not Entry.objects.filter(act="places.succeed").exists()


def test_a_day_to_come_is_refused(area: dict[str, int], warrant: Warrant) -> None:
    with clock.pinned(BEFORE), pytest.raises(NoSuccession, match="chưa tới"):
        succeed(MERGER, warrant=warrant)


def test_a_day_without_successions_names_those_with(area: dict[str, int], warrant: Warrant) -> None:
    with pytest.raises(NoSuccession, match="01/07/2020"):
        succeed(date(2018, 1, 1), warrant=warrant)


def test_it_takes_a_warrant(area: dict[str, int], warrant: Warrant) -> None:
    reader = Warrant(actor=warrant.actor, right="reader", acts=frozenset())
    with pytest.raises(NoWarrant):
        succeed(MERGER, warrant=reader)
