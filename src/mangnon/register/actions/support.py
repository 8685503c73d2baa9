"""What a child receives: assistance, plans and their services, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.register.actions import changes, checks
from mangnon.register.errors import WrongDay, WrongState, before, spoken
from mangnon.register.models import (
    Assistance,
    AssistanceKind,
    Child,
    Plan,
    PlannedService,
    Reintegration,
)
from mangnon.text.sentence import Sentence

_DELIVERED = Sentence(vi="Ngày nhận trợ giúp", en="The day of the assistance")
_APPROVED = Sentence(vi="Ngày phê duyệt kế hoạch", en="The day the plan was approved")
_DUE = Sentence(vi="Hạn của dịch vụ", en="The day the service is due")
_REACHED = Sentence(vi="Ngày hòa nhập", en="The day of reintegration")
_FOLLOWED = Sentence(vi="Ngày theo dõi lại", en="The day of the follow-up")
KEPT = ("followed_up_on", "still_holds")


def give_assistance(
    child: Child, *, kind: AssistanceKind, delivered_on: date, warrant: Warrant
) -> Assistance:
    """Record something the child received on a day. Raises WrongDay with a sentence."""
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        checks.in_lifetime(child, _DELIVERED, delivered_on)
        _on_offer(kind, delivered_on)
        given = child.assistance.create(kind=kind, delivered_on=delivered_on)
        changes.note(warrant, "give_assistance", child, assistance=given.pk)
        changes.child_changed(child, delivered_on, changes.HELPED)
    return given


def approve_plan(
    child: Child,
    *,
    approved_on: date,
    services: Sequence[tuple[AssistanceKind, date]],
    warrant: Warrant,
) -> Plan:
    """Record an approved plan with its services, each on offer that day, each with its due day."""
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        checks.in_lifetime(child, _APPROVED, approved_on)
        _promises_something(services, approved_on)
        _not_there_yet(child, approved_on)
        plan = child.plans.create(approved_on=approved_on)
        for kind, due_on in services:
            plan.services.create(kind=kind, due_on=due_on)
        changes.note(warrant, "approve_plan", child, plan=plan.pk, services=len(services))
        changes.child_changed(child, approved_on, ["circumstance_year"])
    return plan


def deliver_service(
    service: PlannedService, *, delivered_on: date, warrant: Warrant
) -> PlannedService:
    """Record that a planned service was delivered; the child's assistance gets it too."""
    with transaction.atomic():
        child = checks.locked(service.plan.child)
        service = PlannedService.objects.select_related("plan", "kind").get(pk=service.pk)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        if service.delivered_on is not None:
            raise WrongState(
                Sentence(
                    vi=f"Dịch vụ này đã được ghi là thực hiện ngày {spoken(service.delivered_on)}.",
                    en=f"This service is recorded as delivered on {service.delivered_on} already.",
                )
            )
        checks.in_lifetime(child, _DELIVERED, delivered_on)
        _not_before_plan(_DELIVERED, delivered_on, service.plan.approved_on)
        _not_after_closing(service.plan, delivered_on)
        _on_offer(service.kind, delivered_on)
        service.delivered_on = delivered_on
        service.save(update_fields=["delivered_on"])
        given = child.assistance.create(kind=service.kind, delivered_on=delivered_on)
        changes.note(warrant, "deliver_service", child, service=service.pk, assistance=given.pk)
        changes.child_changed(child, delivered_on, changes.HELPED)
    return service


def record_reintegration(
    child: Child,
    *,
    reached_on: date,
    in_family: bool,
    in_school_or_care: bool,
    no_new_harm: bool,
    goals_met: bool,
    warrant: Warrant,
) -> Reintegration:
    """Record how a child stands against the four conditions; :func:`follow_up` comes later."""
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        checks.in_lifetime(child, _REACHED, reached_on)
        outcome = child.reintegrations.create(
            reached_on=reached_on,
            in_family=in_family,
            in_school_or_care=in_school_or_care,
            no_new_harm=no_new_harm,
            goals_met=goals_met,
        )
        changes.note(warrant, "record_reintegration", child, reintegration=outcome.pk)
        changes.child_changed(child, reached_on, ["circumstance_year"])
    return outcome


def follow_up(
    outcome: Reintegration,
    *,
    followed_up_on: date,
    still_holds: bool,
    let_go: Mapping[str, str] | None = None,
    warrant: Warrant,
) -> Reintegration:
    """Record whether the four conditions still hold; T2c asks for six months in between.

    What an earlier follow-up said stays in the trail. ``let_go``: what this officer typed and
    gave up for another's, sealed (hexadecimal).
    """
    with transaction.atomic():
        child = checks.locked(outcome.child)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        outcome = child.reintegrations.get(pk=outcome.pk)
        checks.in_lifetime(child, _FOLLOWED, followed_up_on)
        if followed_up_on < outcome.reached_on:
            since = Sentence(vi="ngày hòa nhập", en="the day of reintegration")
            raise before(_FOLLOWED, followed_up_on, outcome.reached_on, since)
        earlier = min(outcome.followed_up_on or followed_up_on, followed_up_on)
        stood = changes.kept(outcome, KEPT)
        outcome.followed_up_on, outcome.still_holds = followed_up_on, still_holds
        outcome.save(update_fields=KEPT)
        changes.note(
            warrant,
            "follow_up",
            child,
            before=stood,
            after=changes.kept(outcome, KEPT),
            let_go=let_go,
            reintegration=outcome.pk,
        )
        changes.child_changed(child, earlier, ["circumstance_year"])
    return outcome


def _on_offer(kind: AssistanceKind, day: date) -> None:
    """Refuse a kind that the catalogue does not hold on that day."""
    begun = kind.valid_from is None or kind.valid_from <= day
    ended = kind.valid_to is not None and kind.valid_to <= day
    if not begun or ended:
        raise WrongDay(
            Sentence(
                vi=f"Hình thức “{kind.name_vi}” không có trong danh mục vào ngày {spoken(day)}. "
                "Hãy chọn hình thức khác hoặc sửa ngày.",
                en=f"“{kind.name_en}” is not in the catalogue on {day}. "
                "Choose another kind or correct the day.",
            )
        )


def _promises_something(services: Sequence[tuple[AssistanceKind, date]], approved: date) -> None:
    if not services:
        raise WrongState(
            Sentence(
                vi="Kế hoạch chưa có dịch vụ nào. Hãy ghi ít nhất một dịch vụ và hạn của nó.",
                en="The plan holds no service. Write at least one, with the day it is due.",
            )
        )
    for kind, due_on in services:
        _on_offer(kind, approved)
        not_due_before_plan(due_on, approved)


def not_due_before_plan(due_on: date, approved_on: date) -> None:
    """Refuse a service that would be due before its plan was approved."""
    _not_before_plan(_DUE, due_on, approved_on)


def _not_there_yet(child: Child, approved: date) -> None:
    if child.plans.filter(approved_on=approved).exists():
        raise WrongState(
            Sentence(
                vi=f"Hồ sơ đã có kế hoạch duyệt ngày {spoken(approved)}. "
                "Hãy xem lại hồ sơ trước khi ghi thêm.",
                en=f"The file holds a plan approved on {approved} already. "
                "Look at the file before you write another.",
            )
        )


def _not_before_plan(what: Sentence, day: date, approved: date) -> None:
    if day < approved:
        since = Sentence(vi="ngày phê duyệt kế hoạch", en="the day the plan was approved")
        raise before(what, day, approved, since)


def _not_after_closing(plan: Plan, day: date) -> None:
    """Refuse a delivery after the plan was closed; an earlier one may be written late."""
    if plan.closed_on is not None and day > plan.closed_on:
        raise WrongDay(
            Sentence(
                vi=f"Kế hoạch đã đóng ngày {spoken(plan.closed_on)}, trước ngày {spoken(day)}. "
                "Hãy kiểm tra lại ngày, hoặc ghi là trợ giúp đã nhận.",
                en=f"The plan was closed on {plan.closed_on}, before {day}. "
                "Check the day, or record it as assistance received.",
            )
        )
