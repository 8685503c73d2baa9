"""Moving a child from commune to commune, alone or with its household, and out of the area.

A child whose home passes to another place leaves its household behind (see ``parting``).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register.actions import changes, checks
from mangnon.register.actions.parting import left_behind, part, telephone_of
from mangnon.register.errors import WrongState, before
from mangnon.register.models import Child, Residence
from mangnon.register.queries import file_kept_at, home
from mangnon.text.sentence import Sentence

_MOVED_ON = Sentence(vi="Ngày chuyển", en="The day of the move")


def move_child(
    child: Child,
    *,
    place: Place,
    moved_on: date,
    kind: str = Residence.Kind.PERMANENT,
    village: Place | None = None,
    warrant: Warrant,
) -> Residence:
    """Close the child's open residence and open another from ``moved_on``; both recount.

    A change of kind at the same commune is a move too, and leaves no household. Raises WrongDay,
    WrongPlace or WrongState with a sentence; then nothing is written.
    """
    with transaction.atomic():
        child = checks.locked(child)
        old, household = home(child), child.household
        warrant.demand(changes.WRITE, [place.pk, *([old.place_id] if old else [])])
        new = pass_over(child, place=place, moved_on=moved_on, kind=kind, village=village)
        _moved(warrant, child, old, new, **left_behind(household, child))
    return new


def move_household(
    child: Child,
    *,
    place: Place,
    moved_on: date,
    kind: str = Residence.Kind.PERMANENT,
    warrant: Warrant,
) -> list[Child]:
    """Move a child and everyone of its household who lives where it lives, on one day.

    They are one household at the new place, with its telephone; the address is asked anew. Who of
    it lives elsewhere, left or died stays behind with the address. Raises as ``move_child``.
    """
    with transaction.atomic():
        family = [checks.locked(one) for one in living_with(child)]
        warrant.demand(changes.WRITE, [place.pk, *(file_kept_at(one) for one in family)])
        household, telephone = family[0].household, telephone_of(family[0].household)
        left, homes = file_kept_at(family[0]), [home(one) for one in family]
        news = [_pass(one, place, moved_on, kind, None) for one in family]
        if left != place.pk:
            part(family, left=left, place=place, telephone=telephone)
        for one, old, new in zip(family, homes, news, strict=True):
            _moved(warrant, one, old, new, **left_behind(household, one))
    return family


def living_with(child: Child) -> Sequence[Child]:
    """Return the child and those of its household whose home is the same, the child first."""
    if child.household_id is None or child.home_id is None:
        return [child]
    there = Child.objects.filter(household=child.household_id, home=child.home_id)
    return [child, *there.filter(merged_into=None).exclude(pk=child.pk).order_by("pk")]


def _moved(
    warrant: Warrant, child: Child, old: Residence | None, new: Residence, **data: Any
) -> None:
    """Leave the entry of a move, and have both places recounted."""
    left, day = old.place.key if old else "", new.valid_from
    after = {"place": new.place.key, "kind": new.kind}
    changes.note(
        warrant, "move_child", child, new.place, before={"place": left}, after=after,
        left=left, on=day.isoformat(), **data,
    )  # fmt: skip
    changes.child_changed(child, day)


def pass_over(
    child: Child,
    *,
    place: Place,
    moved_on: date,
    kind: str = Residence.Kind.PERMANENT,
    village: Place | None = None,
) -> Residence:
    """Close a held child's open residence and open another; the act demands, notes, announces.

    At another place than that which kept its file the child leaves its household behind.
    """
    left = file_kept_at(child)
    new = _pass(child, place, moved_on, kind, village)
    if left != place.pk:
        part([child], left=left, place=place)
    return new


def _pass(
    child: Child, place: Place, moved_on: date, kind: str, village: Place | None
) -> Residence:
    old = home(child)
    checks.in_lifetime(child, _MOVED_ON, moved_on)
    checks.living(child)
    checks.kind_of_residence(kind)
    checks.lives_there_on(place, moved_on)
    checks.village_of(village)
    if old is not None:
        _refuse_no_move(old, place, kind, village)
        _close(old, moved_on)
    else:
        _refuse_before_last_end(child, moved_on)
    return child.residences.create(place=place, village=village, kind=kind, valid_from=moved_on)


def move_away(child: Child, *, left_on: date, warrant: Warrant) -> Residence:
    """Close the child's open residence: it left the area, from ``left_on`` on."""
    with transaction.atomic():
        child = checks.locked(child)
        old = home(child)
        if old is None:
            raise WrongState(
                Sentence(
                    vi="Sổ không còn nơi ở hiện tại nào của trẻ, nên không ghi chuyển đi được.",
                    en="The child has no open residence, so it cannot be recorded as leaving.",
                )
            )
        warrant.demand(changes.WRITE, [old.place_id])
        checks.in_lifetime(child, _MOVED_ON, left_on)
        _close(old, left_on)
        before = {"place": old.place.key}
        changes.note(warrant, "move_away", child, old.place, before=before, on=left_on.isoformat())
        changes.child_changed(child, left_on)
    return old


def move_household_away(child: Child, *, left_on: date, warrant: Warrant) -> list[Residence]:
    """Let a child leave the area with everyone of its household who lives where it lives."""
    with transaction.atomic():
        return [move_away(one, left_on=left_on, warrant=warrant) for one in living_with(child)]


def _close(old: Residence, day: date) -> None:
    if day <= old.valid_from:
        since = Sentence(vi="ngày bắt đầu sống ở nơi cũ", en="the first day at the old place")
        raise before(_MOVED_ON, day, old.valid_from, since)
    old.valid_to, old.end_reason = day, "moved"
    old.save(update_fields=["valid_to", "end_reason"])


def _refuse_no_move(old: Residence, place: Place, kind: str, village: Place | None) -> None:
    village_id = village.pk if village else None
    if (old.place_id, old.kind, old.village_id) == (place.pk, kind, village_id):
        raise WrongState(
            Sentence(
                vi=f"Trẻ đang sống tại “{place.name_vi}” rồi. Hãy chọn nơi đến khác.",
                en=f"The child already lives at “{place.name_en}”. Choose another place.",
            )
        )


def _refuse_before_last_end(child: Child, day: date) -> None:
    """A child who had left returns no earlier than it left."""
    last = child.residences.order_by("-valid_to").first()
    if last is not None and last.valid_to is not None and day < last.valid_to:
        since = Sentence(vi="ngày rời nơi ở trước", en="the day it left the last place")
        raise before(_MOVED_ON, day, last.valid_to, since)
