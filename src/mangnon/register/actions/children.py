"""Entering a child, and correcting who it is."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register import identity
from mangnon.register.actions import changes, checks, vital
from mangnon.register.actions.households import demand_over_members
from mangnon.register.actions.lifetime import fits_life
from mangnon.register.actions.measurements import rescore
from mangnon.register.errors import WrongState
from mangnon.register.models import Child, DataKey, Household, Residence
from mangnon.register.particulars import Particulars, earliest_birth
from mangnon.text.sentence import Sentence

_BIRTH = Sentence(vi="Ngày sinh", en="The birth date")
_LIVED_FROM = Sentence(vi="Ngày bắt đầu sống tại xã", en="The first day at the commune")
_OPEN = ("sex", "birth_date", "birth_precision", "ethnic_group", "vietnamese_citizen")
_KEPT = (*_OPEN, "name_sealed", "document_sealed")

A_SLIP = timedelta(days=366)


def register_child(
    particulars: Particulars,
    *,
    place: Place,
    lived_from: date | None = None,
    kind: str = Residence.Kind.PERMANENT,
    village: Place | None = None,
    household: Household | None = None,
    warrant: Warrant,
) -> Child:
    """Enter a child who lives at ``place`` since ``lived_from`` (None: since its birth).

    Into a household where others live it goes with the right over them, too. Raises WrongDay,
    WrongPlace or WrongState with a sentence; then nothing is written.
    """
    warrant.demand(changes.WRITE, [place.pk])
    with transaction.atomic():
        if household is not None:
            demand_over_members(warrant, household)
        child = Child(uuid=uuid4(), household=household, home=place, **_open_parts(particulars))
        checks.not_in_future(_BIRTH, earliest_birth(child))
        since = lived_from or min(particulars.birth_date, clock.today())
        checks.in_lifetime(child, _LIVED_FROM, since)
        checks.under_sixteen(child, _LIVED_FROM, since)
        checks.kind_of_residence(kind)
        checks.lives_there_on(place, since)
        checks.village_of(village)
        _keep_sealed(child, particulars)
        child.save(force_insert=True)
        child.residences.create(place=place, village=village, kind=kind, valid_from=since)
        entered = changes.kept(child, _KEPT)
        changes.note(
            warrant, "register_child", child, place, after=entered, since=since.isoformat()
        )
        changes.child_changed(child, since)
    return child


def correct_identity(
    child: Child,
    particulars: Particulars,
    *,
    let_go: Mapping[str, str] | None = None,
    warrant: Warrant,
) -> Child:
    """Correct who a child is; another sex or birth date gives its z-scores anew.

    ``let_go``: what this officer typed and gave up for what another had just written, sealed
    under the child's key (hexadecimal); it stands in the trail.

    Its birth and death on record follow. Raises WrongDay or WrongState where records of the
    child would lie before its birth, or where it would have been 16 already.
    """
    with transaction.atomic():
        child = checks.locked(child)
        first = min(child.birth_date, particulars.birth_date)
        changes.demand_at_home(warrant, child)
        before = changes.kept(child, _KEPT)
        _lived_from_birth(child, particulars.birth_date)
        corrected = _set(child, _open_parts(particulars))
        checks.not_in_future(_BIRTH, earliest_birth(child))
        fits_life(child)
        corrected += _seal_again(child, particulars)
        child.save()
        after = changes.kept(child, _KEPT)
        changes.note(
            warrant,
            "correct_identity",
            child,
            before={name: before.get(name) for name in corrected},
            after={name: after.get(name) for name in corrected},
            let_go=let_go,
            corrected=sorted(corrected),
        )
        if {"sex", "birth_date", "birth_precision"}.intersection(corrected):
            rescore(child)
            vital.follow_correction(child)
            changes.child_changed(child, first)
            changes.weighings_changed(child, first)
    return child


def _lived_from_birth(child: Child, born: date) -> None:
    """Have a residence that began on the day of birth begin on the corrected one.

    Only where the dates lie within a year of each other: more than that is no slip of the pen.
    """
    if abs(born - child.birth_date) > A_SLIP:
        return
    at_birth = child.residences.filter(valid_from=child.birth_date)
    at_birth.exclude(valid_to__lte=born).update(valid_from=born)


def _open_parts(particulars: Particulars) -> dict[str, object]:
    """Give what is kept of a child in clear."""
    return {name: getattr(particulars, name) for name in _OPEN}


def _keep_sealed(child: Child, particulars: Particulars) -> None:
    sealed = identity.seal_children(
        [child.uuid], names=[particulars.name], documents=[particulars.document]
    )
    child.data_key = DataKey.objects.create(id=sealed.key_ids[0], wrapped=sealed.wrapped[0])
    (child.name_sealed,), (child.document_sealed,) = sealed.texts


def _set(child: Child, parts: dict[str, object]) -> list[str]:
    """Set what differs, and name it."""
    differing = [name for name, value in parts.items() if getattr(child, name) != value]
    for name in differing:
        setattr(child, name, parts[name])
    return differing


def _seal_again(child: Child, particulars: Particulars) -> list[str]:
    """Seal a changed name or number under the child's own key, and say which changed."""
    sealer = identity.sealer_of(child)
    if sealer is None:
        raise WrongState(
            Sentence(
                vi="Danh tính của trẻ này đã được xóa theo quyết định, không ghi lại được.",
                en="This child's identity was erased by decision and cannot be written again.",
            )
        )
    changed = []
    if identity.open_name(child) != particulars.name:
        child.name_sealed = sealer.seal(particulars.name, bound_to=f"child:{child.uuid}:name")
        changed.append("name")
    if (identity.open_document(child) or "") != particulars.document:
        bound_to = f"child:{child.uuid}:document"
        number = particulars.document
        child.document_sealed = sealer.seal(number, bound_to=bound_to) if number else None
        changed.append("document")
    return changed
