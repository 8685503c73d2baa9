"""Spells in groups at random, and what the children received."""

from datetime import date, timedelta

from mangnon.register.models import (
    Assistance,
    AssistanceKind,
    Child,
    Circumstance,
    CircumstanceGroup,
    Plan,
    PlannedService,
    Reintegration,
)
from tests.support.second_path.chance import Chance
from tests.support.second_path.days import months_after
from tests.support.second_path.lives import Life
from tests.support.second_path.province import BEGIN, TODAY

_GROUPS = (
    "g2004-disability", "g2004-street", "g2004-law-conflict",
    "g2016-disability", "g2016-orphan", "g2016-violence", "g2016-out-of-school",
)  # fmt: skip
_KINDS = (
    "monthly-allowance", "monthly-allowance", "rehabilitation", "gift-tet", "gift-mid-autumn",
    "insurance-under-6", "visit", "once", "later",
)  # fmt: skip
_REASONS = ("aged_out", "improved", "moved", "died", "corrected", "law_changed", "other", "")


def make_troubles(chance: Chance, lives: list[Life]) -> None:
    """Write spells for most children, and help for nearly all of those."""
    groups = list(CircumstanceGroup.objects.filter(code__in=_GROUPS).order_by("code"))
    kinds = {one.code: one for one in AssistanceKind.objects.all()}
    for life in lives:
        first = max(BEGIN, life.child.birth_date)
        spells = [
            spell
            for _ in range(chance.choice([0, 0, 1, 1, 2, 3]))
            if (spell := _spell(chance, life, chance.choice(groups), first))
        ]
        for spell in spells:
            spell.save()
        if spells or chance.happens(0.2):
            _help(chance, life.child, kinds, min((s.valid_from for s in spells), default=first))


def _spell(
    chance: Chance, life: Life, group: CircumstanceGroup, first: date
) -> Circumstance | None:
    earliest = max(first, group.valid_from)
    latest = min(TODAY, (group.valid_to or date.max) - timedelta(days=1))
    if earliest > latest:
        return None
    start = chance.day(earliest, latest)
    spell = Circumstance(child=life.child, group=group, valid_from=start)
    spell.identified_on = start if chance.happens(0.6) else chance.later(start, 500, TODAY)
    if chance.happens(0.55):
        spell.valid_to = chance.later(start, 1500, TODAY)
        spell.end_reason = chance.choice(_REASONS)
    elif group.valid_to and chance.happens(0.6):
        spell.valid_to = chance.choice([group.valid_to, chance.later(group.valid_to, 270, TODAY)])
        spell.end_reason = "law_changed"
    return spell


def _help(chance: Chance, child: Child, kinds: dict[str, AssistanceKind], first: date) -> None:
    Assistance.objects.bulk_create(
        Assistance(
            child=child, kind=kinds[chance.choice(_KINDS)],
            delivered_on=chance.day(first, TODAY),
        )
        for _ in range(chance.randint(0, 8))
    )  # fmt: skip
    for _ in range(chance.choice([0, 1, 2])):
        _plan(chance, child, kinds, first)
    for _ in range(chance.choice([0, 1, 2, 2])):
        _outcome(chance, child, first)


def _plan(chance: Chance, child: Child, kinds: dict[str, AssistanceKind], first: date) -> None:
    """A plan whose services come early, on the day, late or never."""
    plan = Plan.objects.create(child=child, approved_on=chance.day(first, TODAY))
    for _ in range(chance.randint(0, 3)):
        due = chance.later(plan.approved_on, 400, TODAY)
        delivered = chance.choice(
            [None, due, chance.later(plan.approved_on, 400, TODAY), chance.later(due, 400, TODAY)]
        )
        PlannedService.objects.create(
            plan=plan, kind=kinds["rehabilitation"], due_on=due, delivered_on=delivered
        )


def _outcome(chance: Chance, child: Child, first: date) -> None:
    """An outcome reviewed a day before, on, or long after half a year; or not at all."""
    reached = chance.day(first, TODAY)
    half = months_after(reached, 6)
    reviewed = chance.choice(
        [None, half, half - timedelta(days=1), chance.later(reached, 300, TODAY)]
    )
    if reviewed is not None and reviewed > TODAY:
        reviewed = None
    Reintegration.objects.create(
        child=child, reached_on=reached, in_family=chance.happens(0.9),
        in_school_or_care=chance.happens(0.9), no_new_harm=chance.happens(0.9),
        goals_met=chance.happens(0.9), followed_up_on=reviewed,
        still_holds=None if reviewed is None else chance.happens(0.8),
    )  # fmt: skip
