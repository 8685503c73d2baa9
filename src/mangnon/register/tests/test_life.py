"""Lives drawn at random: the acts agree with the model, in bulk as one by one; nothing half."""

from contextlib import contextmanager
from datetime import date
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from mangnon.access.doors import demonstration_warrant
from mangnon.bulk import WrongBatch
from mangnon.register import actions as acts
from mangnon.register.models import AssistanceKind, Child, Circumstance, CircumstanceGroup
from mangnon.register.particulars import Particulars
from mangnon.register.tests import conftest, life
from mangnon.register.tests.life import Life, Spell
from mangnon.register.tests.stored import one_entry, refused

NAME, NUMBER = "Nguyễn Thị Mận", "030215000123"
days, places = st.sampled_from(life.DAYS), st.sampled_from(sorted(life.PLACES))
groups, heights = st.sampled_from(sorted(life.GROUPS)), st.sampled_from([20, 48, 60, 62, 64, 100])


class Undone(Exception):
    """Ends a trial whose rows must go again."""


class Lives(RuleBasedStateMachine):
    """Up to a few children, to whom anything may happen on any day."""

    children = Bundle("children")
    spells = Bundle("spells")

    def __init__(self) -> None:
        super().__init__()
        self.stage = transaction.atomic()
        self.stage.__enter__()
        self.known: dict[int, Life] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.stage.__exit__(None, None, None)

    @initialize()
    def _cast(self) -> None:
        self.warrant = demonstration_warrant()
        self.places = {
            name: conftest.place(name, name, valid_from=begin, valid_to=end)
            for name, (begin, end) in life.PLACES.items()
        }
        self.groups = {
            name: CircumstanceGroup.objects.create(
                code=name, law="l", name_vi=name, name_en=name, valid_from=begin, valid_to=end,
                lasting=True,
            )
            for name, (begin, end) in life.GROUPS.items()
        }  # fmt: skip
        self.kind = AssistanceKind.objects.create(
            code="k", name_vi="k", name_en="k", qualifies=True
        )

    def _of(self, pk: int) -> Child:
        return Child.objects.get(pk=pk)

    @contextmanager
    def _trial(self, found: list[bool]):
        """Try an act in bulk and take it back; ``found`` gets whether it was accepted."""
        try:
            with transaction.atomic():
                yield
                raise Undone
        except Undone:
            found.append(True)
        except WrongBatch as error:
            assert error.sentence.vi != error.sentence.en
            found.append(False)
        except IntegrityError as error:
            raise AssertionError(f"a batch fell into the database: {error}") from error

    @rule(target=children, born=days, place=places, since=days)
    def enter(self, born: date, place: str, since: date):
        who = Particulars(name=NAME, sex="f", birth_date=born, document=NUMBER)
        given = {"place": self.places[place], "lived_from": since, "warrant": self.warrant}
        if not life.may_be_entered(born, place, since):
            with refused():
                acts.register_child(who, **given)
            return multiple()
        with one_entry("register.register_child"):
            child = acts.register_child(who, **given)
        self.known[child.pk] = Life(born, [Spell(place, since)])
        return child.pk

    @rule(pk=children, place=places, day=days)
    def move(self, pk: int, place: str, day: date) -> None:
        known, in_bulk = self.known[pk], []
        elsewhere = known.home is None or known.home.what != place
        with self._trial(in_bulk):
            if known.home is not None:
                ends = acts.ResidenceEndsBatch([pk], day)
                acts.end_residences(ends, warrant=self.warrant)
            batch = acts.ResidencesBatch([pk], self.places[place].pk, day)
            acts.add_residences(batch, warrant=self.warrant)
        given = {"place": self.places[place], "moved_on": day, "warrant": self.warrant}
        may = known.may_move(place, day)
        # To end a stay on its first day takes it back; only a batch may do that.
        first_day = known.home is not None and day == known.home.start
        assert in_bulk == [may] or not elsewhere or first_day
        if not may:
            with refused():
                acts.move_child(self._of(pk), **given)
            return
        with one_entry("register.move_child"):
            acts.move_child(self._of(pk), **given)
        if known.home is not None:
            known.home.end = day
        known.homes.append(Spell(place, day))

    @rule(pk=children, day=days)
    def leave(self, pk: int, day: date) -> None:
        known = self.known[pk]
        if not known.may_leave(day):
            with refused():
                acts.move_away(self._of(pk), left_on=day, warrant=self.warrant)
            return
        with one_entry("register.move_away"):
            acts.move_away(self._of(pk), left_on=day, warrant=self.warrant)
        known.home.end = day

    @rule(pk=children, day=days)
    def die(self, pk: int, day: date) -> None:
        known, in_bulk = self.known[pk], []
        with self._trial(in_bulk):
            where = self.places[known.homes[-1].what].pk
            batch = acts.DeathsBatch(where, [day], max(0, (day - known.born).days), [pk])
            acts.add_deaths(batch, warrant=self.warrant)
        assert in_bulk == [known.may_die(day)]
        if not known.may_die(day):
            with refused():
                acts.record_death(self._of(pk), died_on=day, warrant=self.warrant)
            return
        with one_entry("register.record_death"):
            acts.record_death(self._of(pk), died_on=day, warrant=self.warrant)
        known.died = day
        for one in (*known.homes, *known.spells):
            one.end = one.end or day

    @rule(target=spells, pk=children, group=groups, day=days)
    def begin(self, pk: int, group: str, day: date):
        known, in_bulk = self.known[pk], []
        given = {"group": self.groups[group], "valid_from": day, "warrant": self.warrant}
        may = known.may_begin(group, day)
        end = known.died if may else None
        with self._trial(in_bulk):
            batch = acts.SpellsBatch([pk], self.groups[group].pk, day, valid_to=end)
            acts.add_spells(batch, warrant=self.warrant)
        assert in_bulk == [may]
        if not may:
            with refused():
                acts.begin_circumstance(self._of(pk), **given)
            return multiple()
        with one_entry("register.begin_circumstance"):
            spell = acts.begin_circumstance(self._of(pk), **given)
        known.spells.append(Spell(group, day, known.died))
        return spell.pk, pk, known.spells[-1]

    @rule(one=consumes(spells), day=days)
    def end(self, one: tuple[int, int, Spell], day: date) -> None:
        pk, child, known = one
        died, in_bulk = self.known[child].died, []
        may = known.end is None and known.start <= day <= conftest.TODAY and died is None
        spell = Circumstance.objects.get(pk=pk)
        with self._trial(in_bulk):
            acts.end_spells(acts.SpellEndsBatch([pk], day, "improved"), warrant=self.warrant)
        assert in_bulk == [may]
        given = {"ended_on": day, "reason": "improved", "warrant": self.warrant}
        if not may:
            with refused():
                acts.end_circumstance(spell, **given)
            return
        with one_entry("register.end_circumstance"):
            acts.end_circumstance(spell, **given)
        known.end = day

    @rule(pk=children, day=days, cm=heights)
    def weigh(self, pk: int, day: date, cm: float) -> None:
        known, in_bulk = self.known[pk], []
        there = next((one.what for one in known.homes if one.on(day)), "an_son")
        with self._trial(in_bulk):
            batch = acts.MeasurementsBatch([pk], self.places[there].pk, day, None, [float(cm)])
            acts.add_measurements(batch, warrant=self.warrant)
        may = known.may_be_weighed(day, cm)
        nowhere = not any(one.on(day) for one in known.homes)
        assert in_bulk == [may] or nowhere  # a batch names the place, the act looks for it
        given = {"measured_on": day, "length_cm": cm, "warrant": self.warrant}
        if not may or known.shrinks(day, cm):
            with refused():
                acts.record_measurement(self._of(pk), **given)
            return
        given["confirmed"] = True  # what is rare at that age is measured again
        with one_entry("register.record_measurement"):
            one = acts.record_measurement(self._of(pk), **given)
        known.weighed[one.pk] = (day, cm)

    @rule(pk=children, day=days)
    def help(self, pk: int, day: date) -> None:
        known, in_bulk = self.known[pk], []
        with self._trial(in_bulk):
            batch = acts.AssistanceBatch([pk], self.kind.pk, day)
            acts.add_assistance(batch, warrant=self.warrant)
        assert in_bulk == [known.alive(day)]
        given = {"kind": self.kind, "delivered_on": day, "warrant": self.warrant}
        if not known.alive(day):
            with refused():
                acts.give_assistance(self._of(pk), **given)
            return
        with one_entry("register.give_assistance"):
            acts.give_assistance(self._of(pk), **given)
        known.helped.append(day)

    @rule(pk=children, born=days)
    def correct(self, pk: int, born: date) -> None:
        """Another birth date is taken where the whole life fits it."""
        known = self.known[pk]
        homes = [one.born_again(known.born, born) for one in known.homes]
        starts = [one.start for one in (*homes, *known.spells)]
        events = [*starts, *known.helped, *(when for when, _ in known.weighed.values())]
        first_home = min(one.start for one in homes)
        begun = [first_home, *(one.start for one in known.spells)]
        fits = born <= min([*events, known.died or conftest.TODAY])
        may = fits and all(day < life.sixteen(born) for day in begun)
        who = Particulars(name=NAME, sex="f", birth_date=born, document=NUMBER)
        if not may:
            with refused():
                acts.correct_identity(self._of(pk), who, warrant=self.warrant)
            return
        with one_entry("register.correct_identity"):
            acts.correct_identity(self._of(pk), who, warrant=self.warrant)
        known.born, known.homes = born, homes

    @invariant()
    def _stored_as_lived(self) -> None:
        for pk, known in self.known.items():
            child = self._of(pk)
            homes = child.residences.order_by("pk").values_list(
                "place__code", "valid_from", "valid_to"
            )
            assert list(homes) == [(one.what, one.start, one.end) for one in known.homes]
            spells = child.circumstances.order_by("pk").values_list(
                "group__code", "valid_from", "valid_to"
            )
            assert list(spells) == [(one.what, one.start, one.end) for one in known.spells]
            _never_in_two_places(known.homes)
            if known.died is not None:
                assert child.death.age_days == (known.died - known.born).days


def _never_in_two_places(homes: list[Spell]) -> None:
    ordered = sorted(homes, key=lambda one: one.start)
    for earlier, later in pairwise(ordered):
        assert earlier.end is not None
        assert earlier.end <= later.start


@pytest.mark.parametrize("steps", [12, 40])
def test_any_life_is_stored_as_it_was_lived(steps):
    examples = max(5, settings().max_examples * 3 // steps)
    chosen = settings(max_examples=examples, stateful_step_count=steps)
    run_state_machine_as_test(Lives, settings=chosen)
    assert not connection.needs_rollback
