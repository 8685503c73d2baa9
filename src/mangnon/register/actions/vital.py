"""Births to mothers who live here, and deaths."""

from datetime import date

from django.db import transaction

from mangnon.access.tokens import token
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register.actions import changes, checks
from mangnon.register.actions.lifetime import nothing_after
from mangnon.register.actions.touching import touch
from mangnon.register.errors import WrongIdentity, WrongState, before
from mangnon.register.models import Birth, Child, Circumstance, Death
from mangnon.register.queries import home_on
from mangnon.text.sentence import Sentence

_BORN = Sentence(vi="Ngày sinh", en="The day of birth")
_DIED = Sentence(vi="Ngày mất", en="The day of death")
_REGISTERED = Sentence(vi="Ngày đăng ký", en="The day of registration")


def record_birth(
    *,
    place: Place,
    born_on: date,
    sex: str,
    child: Child | None = None,
    registered_on: date | None = None,
    warrant: Warrant,
) -> Birth:
    """Record a live birth at the mother's commune; ``child`` where the register has it."""
    warrant.demand(changes.VITAL, [place.pk])
    with transaction.atomic():
        checks.not_in_future(_BORN, born_on)
        checks.lives_there_on(place, born_on)
        _registered_after(registered_on, born_on)
        if sex not in Child.Sex.values:
            raise WrongIdentity(
                Sentence(vi=f"Giới tính “{sex}”: hãy ghi m hoặc f.", en=f"Sex “{sex}”: m or f.")
            )
        if child is not None:
            child = checks.locked(child)
            _is_that_birth(child, born_on, sex)
        birth = Birth.objects.create(
            child=child, place=place, born_on=born_on, sex=sex, registered_on=registered_on
        )
        if child is not None:
            touch(child)
        told = token(Birth._meta.label_lower, birth.pk, of=place.pk)  # stands in an address
        subject = f"register.birth:{told}"
        record(warrant, "register.record_birth", subject=subject, place_code=place.key)
    return birth


def record_death(
    child: Child, *, died_on: date, registered_on: date | None = None, warrant: Warrant
) -> Death:
    """Record a child's death at its residence; its residence and open spells end that day.

    Raises WrongDay or WrongState with a sentence; then nothing is written.
    """
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child, changes.VITAL)
        checks.in_lifetime(child, _DIED, died_on)
        _registered_after(registered_on, died_on)
        if Death.objects.filter(child=child).exists():
            raise WrongState(
                Sentence(
                    vi="Sổ đã có ghi nhận tử vong của trẻ.", en="This death is recorded already."
                )
            )
        place = _last_place(child, died_on)
        _end_everything(child, died_on)
        death = Death.objects.create(
            child=child,
            place=place,
            died_on=died_on,
            age_days=age_at_death(child, died_on),
            registered_on=registered_on,
        )
        after = changes.kept(death, ("died_on", "registered_on"))
        changes.note(warrant, "record_death", child, place, after=after, death=death.pk)
        changes.child_changed(child, died_on)
    return death


def follow_correction(child: Child) -> None:
    """Bring the birth and the death on record in step with a corrected birth date and sex."""
    born = Birth.objects.filter(child=child)
    born.update(sex=child.sex)
    if child.birth_precision == Child.Precision.DAY:
        born.update(born_on=child.birth_date)
    for death in Death.objects.filter(child=child):
        death.age_days = age_at_death(child, death.died_on)
        death.save(update_fields=["age_days"])


def age_at_death(child: Child, died_on: date) -> int:
    """Return the age in days, 0 for a birth date that stands in the middle of its month."""
    return max(0, (died_on - child.birth_date).days)


def _end_everything(child: Child, day: date) -> None:
    """Close the open residence and spells; refuse where anything is on record after the day."""
    nothing_after(child, day)
    child.residences.filter(valid_to__isnull=True).update(valid_to=day, end_reason="died")
    child.circumstances.filter(valid_to__isnull=True).update(
        valid_to=day, end_reason=Circumstance.End.DIED
    )


def _last_place(child: Child, day: date) -> Place:
    lived = home_on(child, day) or child.residences.order_by("-valid_from").first()
    if lived is None:
        raise WrongState(
            Sentence(
                vi="Trẻ chưa có nơi ở nào trong sổ. Hãy ghi nơi ở trước.",
                en="The child has no residence in the register. Record one first.",
            )
        )
    return lived.place


def _registered_after(registered_on: date | None, happened_on: date) -> None:
    if registered_on is None:
        return
    checks.not_in_future(_REGISTERED, registered_on)
    if registered_on < happened_on:
        since = Sentence(vi="ngày xảy ra", en="the day it happened")
        raise before(_REGISTERED, registered_on, happened_on, since)


def _is_that_birth(child: Child, born_on: date, sex: str) -> None:
    """Refuse a birth that contradicts the child's own file."""
    other_day = child.birth_precision == Child.Precision.DAY and child.birth_date != born_on
    if other_day or child.sex != sex:
        raise WrongIdentity(
            Sentence(
                vi="Ngày sinh hoặc giới tính khác với hồ sơ của trẻ. Hãy kiểm tra và sửa hồ sơ "
                "trước.",
                en="The birth date or sex differs from the child's file. Check, and correct the "
                "file first.",
            )
        )
    if Birth.objects.filter(child=child).exists():
        raise WrongState(
            Sentence(vi="Sổ đã có ghi nhận sinh của trẻ.", en="This birth is recorded already.")
        )
