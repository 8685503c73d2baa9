"""Spells of special circumstances: when they begin, when and why they end."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from mangnon.audit.warrants import Warrant
from mangnon.register.actions import changes, checks
from mangnon.register.actions.papers import KEPT as EVIDENCE
from mangnon.register.actions.papers import write_evidence
from mangnon.register.errors import WrongDay, WrongState, before, not_before, spoken
from mangnon.register.evidence import Evidence
from mangnon.register.models import Child, Circumstance, CircumstanceGroup
from mangnon.register.particulars import sixteenth_birthday
from mangnon.text.sentence import Sentence

_BEGAN = Sentence(vi="Ngày bắt đầu hoàn cảnh", en="The first day of the circumstances")
_FOUND = Sentence(vi="Ngày phát hiện", en="The day of identification")
_BEGUN = ("valid_from", "identified_on", *EVIDENCE)
_ENDED = Sentence(vi="Ngày kết thúc hoàn cảnh", en="The day the circumstances ended")


def begin_circumstance(
    child: Child,
    *,
    group: CircumstanceGroup,
    valid_from: date,
    identified_on: date | None = None,
    evidence: Evidence | None = None,
    warrant: Warrant,
) -> Circumstance:
    """Open a spell of ``child`` in ``group``; identified on the same day unless said otherwise.

    The evidence may come later (``set_evidence``). Of a child who has died the spell ends on the
    day of the death. Raises WrongDay or WrongState with a sentence; then nothing is written.
    """
    identified_on = identified_on or valid_from
    since = min(valid_from, identified_on)
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        checks.in_lifetime(child, _BEGAN, valid_from)
        checks.in_lifetime(child, _FOUND, identified_on)
        checks.under_sixteen(child, _BEGAN, valid_from)
        _in_force(group, valid_from)
        _not_twice(child, group, valid_from)
        died_on = checks.day_of_death(child)
        spell = Circumstance(
            child=child,
            group=group,
            valid_from=valid_from,
            identified_on=identified_on,
            valid_to=died_on,
            end_reason=Circumstance.End.DIED if died_on else "",
        )
        write_evidence(spell, child, evidence)
        spell.save()
        after = {"group": group.code, **changes.kept(spell, _BEGUN)}
        changes.note(warrant, "begin_circumstance", child, after=after, circumstance=spell.pk)
        changes.child_changed(child, since)
    return spell


def end_circumstance(
    spell: Circumstance, *, ended_on: date, reason: str, warrant: Warrant
) -> Circumstance:
    """Close a spell: ``ended_on`` is the first day without it, ``reason`` one of Circumstance.End.

    Raises WrongDay or WrongState with a sentence; then nothing is written.
    """
    with transaction.atomic():
        child = checks.locked(spell.child)
        spell = Circumstance.objects.get(pk=spell.pk)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        _may_end(spell, child, ended_on, reason)
        spell.valid_to, spell.end_reason = ended_on, reason
        spell.save(update_fields=["valid_to", "end_reason"])
        after = changes.kept(spell, ("valid_to", "end_reason"))
        changes.note(
            warrant, "end_circumstance", child, after=after, circumstance=spell.pk, reason=reason
        )
        changes.child_changed(child, ended_on)
    return spell


def _may_end(spell: Circumstance, child: Child, day: date, reason: str) -> None:
    if spell.valid_to is not None:
        raise WrongState(
            Sentence(
                vi=f"Hoàn cảnh này đã kết thúc ngày {spoken(spell.valid_to)}. "
                "Nếu ngày đó sai, hãy sửa ghi nhận cũ.",
                en=f"These circumstances ended on {spell.valid_to}. "
                "If that day is wrong, correct the old record.",
            )
        )
    if reason not in Circumstance.End.values:
        listed = ", ".join(Circumstance.End.values)
        raise WrongState(
            Sentence(
                vi=f"Lý do “{reason}” không có trong danh mục. Hãy dùng: {listed}.",
                en=f"The reason “{reason}” is not on the list. Use: {listed}.",
            )
        )
    checks.not_in_future(_ENDED, day)
    if day < spell.valid_from:
        raise before(_ENDED, day, spell.valid_from, Sentence(vi=_BEGAN.vi.lower(), en="its start"))
    turns = sixteenth_birthday(child.birth_date)
    if reason == Circumstance.End.AGED_OUT and day < turns:
        raise before(_ENDED, day, turns, Sentence(vi="ngày đủ 16 tuổi", en="the 16th birthday"))


def _in_force(group: CircumstanceGroup, day: date) -> None:
    """Refuse a day on which the law does not know the group."""
    if day < group.valid_from:
        since = Sentence(
            vi=f"ngày nhóm “{group.name_vi}” có hiệu lực",
            en=f"the day the group “{group.name_en}” came into force",
        )
        raise before(_BEGAN, day, group.valid_from, since)
    if group.valid_to is not None and day >= group.valid_to:
        until = Sentence(
            vi=f"ngày nhóm “{group.name_vi}” hết hiệu lực",
            en=f"the day the group “{group.name_en}” ceased to be in force",
        )
        raise not_before(_BEGAN, day, group.valid_to, until)


def _not_twice(child: Child, group: CircumstanceGroup, day: date) -> None:
    """Refuse a spell in a group in which the child is on that day or after it already."""
    still = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
    if child.circumstances.filter(still, group=group).exists():
        raise WrongDay(
            Sentence(
                vi=f"Trẻ đã được ghi trong nhóm “{group.name_vi}” vào hoặc sau ngày "
                f"{spoken(day)}. Hãy kết thúc lần ghi đó trước.",
                en=f"The child is already recorded in “{group.name_en}” on or after {day}. "
                "End that spell first.",
            )
        )
