"""Moving a child from commune to commune, and out of the area."""

from datetime import date

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register.actions import changes, checks
from mangnon.register.errors import WrongState, before
from mangnon.register.models import Child, Residence
from mangnon.register.queries import home
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

    A change of kind at the same commune is a move too. Raises WrongDay, WrongPlace or
    WrongState with a sentence; then nothing is written.
    """
    with transaction.atomic():
        child = checks.locked(child)
        old = home(child)
        warrant.demand(changes.WRITE, [place.pk, *([old.place_id] if old else [])])
        new = pass_over(child, place=place, moved_on=moved_on, kind=kind, village=village)
        left = old.place.key if old else ""
        changes.note(
            warrant,
            "move_child",
            child,
            place,
            before={"place": left},
            after={"place": place.key, "kind": kind},
            left=left,
            on=moved_on.isoformat(),
        )
        changes.child_changed(child, moved_on)
    return new


def pass_over(
    child: Child,
    *,
    place: Place,
    moved_on: date,
    kind: str = Residence.Kind.PERMANENT,
    village: Place | None = None,
) -> Residence:
    """Close a held child's open residence and open another; the act demands, notes, announces."""
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
                vi=f"Trẻ đang sống tại «{place.name_vi}» rồi. Hãy chọn nơi đến khác.",
                en=f"The child already lives at “{place.name_en}”. Choose another place.",
            )
        )


def _refuse_before_last_end(child: Child, day: date) -> None:
    """A child who had left returns no earlier than it left."""
    last = child.residences.order_by("-valid_to").first()
    if last is not None and last.valid_to is not None and day < last.valid_to:
        since = Sentence(vi="ngày rời nơi ở trước", en="the day it left the last place")
        raise before(_MOVED_ON, day, last.valid_to, since)
