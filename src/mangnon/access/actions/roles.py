"""Roles that people hold at places."""

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from mangnon import clock
from mangnon.access.actions.notes import note
from mangnon.access.doors import at_the_server, which
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import Holding, Loan, User
from mangnon.access.roles import BY_CODE, given_by_two
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Office, Place
from mangnon.text.sentence import Sentence

STANDING, WAITING = Holding.State.STANDING, Holding.State.WAITING


def give_role(
    user: User,
    role: str,
    place: Place,
    *,
    valid_from: date | None = None,
    valid_to: date | None = None,
    office: Office | None = None,
    basis: str = "",
    batch: UUID | None = None,
    warrant: Warrant,
) -> Holding:
    """Have a person hold a role at a place; raises CannotBeGiven with a sentence.

    One that opens children's files, or gives power over people or the trail, waits for a second
    administrator, but where the program itself or its command line gives it. ``batch``: what is
    given by one act and may be confirmed at once.
    """
    warrant.demand("people.manage", [place.pk])
    since = valid_from or clock.today()
    _check_role(role, place, since, valid_to)
    if warrant.actor == user.actor:
        raise CannotBeGiven(
            Sentence(
                vi="Không ai tự giao vai trò cho mình. Hãy nhờ một người quản trị khác.",
                en="Nobody gives herself a role. Ask another administrator.",
            )
        )
    state = WAITING if given_by_two(role) and not at_the_server(warrant) else STANDING
    with transaction.atomic():
        _check_not_held(user, role, place)
        holding = Holding.objects.create(
            user=user,
            role=role,
            place=place,
            office=office,
            valid_from=since,
            valid_to=valid_to,
            basis=basis,
            given_by=warrant.actor,
            given_at=clock.now(),
            state=state,
            batch=batch or uuid4(),
        )
        told = {"role": role, "since": since.isoformat(), "state": str(state)}
        note(warrant, "give_role", user, place, **told)
    return holding


def end_role(holding: Holding, *, on: date | None = None, warrant: Warrant) -> Holding:
    """End a role on a day (None: today, at once); one that waits yet never stood."""
    warrant.demand("people.manage", [holding.place_id])
    with transaction.atomic():
        holding = Holding.objects.select_for_update().get(pk=holding.pk)
        day = max(on or clock.today(), holding.valid_from)
        if holding.valid_to is not None and holding.valid_to <= day:
            raise CannotBeGiven(
                Sentence(
                    vi=f"Vai trò này đã kết thúc ngày {holding.valid_to:%d/%m/%Y}.",
                    en=f"This role ended on {holding.valid_to.isoformat()}.",
                )
            )
        holding.valid_to = day
        if holding.state == WAITING and (on is None or on <= clock.today()):
            holding.state = Holding.State.DROPPED
        holding.save(update_fields=["valid_to", "state"])
        until = day.isoformat()
        note(warrant, "end_role", holding.user, holding.place, role=holding.role, until=until)
        _end_loans(holding.user)
    return holding


def _end_loans(user: User) -> None:
    """End what was borrowed by a right that the person holds no longer."""
    still = which(user, "access.borrow")
    running = Loan.objects.filter(user=user, ends_at__gt=clock.now())
    running.exclude(place_id__in=still).update(ends_at=clock.now())


def confirm_role(holding: Holding, *, warrant: Warrant) -> Holding:
    """Confirm a role that a merger carried over: given anew, it loses the end of its grace.

    One administrator does: two gave the role, and a merger is none of theirs. One that they have
    yet to confirm does not stand by this.
    """
    warrant.demand("people.manage", [holding.place_id])
    over = (holding.valid_to or clock.today()) <= clock.today()
    if holding.carried_from_id is None or over or holding.state != STANDING:
        raise CannotBeGiven(
            Sentence(
                vi="Vai trò này không chờ xác nhận, hoặc đã hết hạn. Hãy giao vai trò mới.",
                en="This role does not wait for a confirmation, or is over. Give a new one.",
            )
        )
    with transaction.atomic():
        end_role(holding, warrant=warrant)
        anew = give_role(
            holding.user,
            holding.role,
            holding.place,
            office=holding.office,
            basis=holding.basis,
            warrant=warrant,
        )
        anew.state = STANDING
        anew.save(update_fields=["state"])
        return anew


def _check_not_held(user: User, role: str, place: Place) -> None:
    """Refuse a role that the person holds there without an end, or that waits for her."""
    same = Holding.objects.filter(user=user, role=role, place=place, valid_to=None).first()
    if same is None:
        return
    if same.state == WAITING:
        raise CannotBeGiven(
            Sentence(
                vi=f"Vai trò này của {user.name} ở {place.name_vi} đang chờ người quản trị thứ "
                "hai xác nhận. Không cần giao lại.",
                en=f"This role of {user.name} at {place.name_en} waits for a second "
                "administrator. It need not be given again.",
            )
        )
    raise CannotBeGiven(
        Sentence(
            vi=f"{user.name} đang giữ vai trò này ở {place.name_vi}. Hãy kết thúc trước.",
            en=f"{user.name} already holds this role at {place.name_en}. End it first.",
        )
    )


def _check_role(role: str, place: Place, since: date, until: date | None) -> None:
    """Refuse a role that does not exist, does not fit the place, or has no days."""
    if role not in BY_CODE:
        raise CannotBeGiven(
            Sentence(
                vi=f"Không có vai trò “{role}”. Các vai trò: {', '.join(BY_CODE)}.",
                en=f"There is no role “{role}”. The roles: {', '.join(BY_CODE)}.",
            )
        )
    if place.kind not in BY_CODE[role].held_at:
        raise CannotBeGiven(
            Sentence(
                vi=f"Không giao được vai trò “{BY_CODE[role].vi}” ở cấp của {place.name_vi}. "
                "Hãy chọn vai trò hoặc địa bàn khác.",
                en=f"The role “{BY_CODE[role].en}” is not held at the level of {place.name_en}. "
                "Choose another role or another place.",
            )
        )
    if not place.lives_on(since) or (until is not None and until <= since):
        raise CannotBeGiven(
            Sentence(
                vi=f"{place.name_vi} không tồn tại vào ngày {since:%d/%m/%Y}, "
                "hoặc ngày kết thúc không sau ngày bắt đầu.",
                en=f"{place.name_en} does not exist on {since.isoformat()}, "
                "or the end is not after the beginning.",
            )
        )
