"""The end of a support plan: when it was closed, and why."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from mangnon.audit.warrants import Warrant
from mangnon.register.actions import changes, checks
from mangnon.register.errors import WrongState, before, spoken
from mangnon.register.models import Child, Plan
from mangnon.register.particulars import sixteenth_birthday
from mangnon.text.sentence import Sentence

CLOSED = ("closed_on", "close_reason")
_CLOSED = Sentence(vi="Ngày đóng kế hoạch", en="The day the plan was closed")
_APPROVED = Sentence(vi="ngày phê duyệt kế hoạch", en="the day the plan was approved")
_DELIVERED = Sentence(
    vi="ngày thực hiện dịch vụ gần nhất của kế hoạch", en="the plan's latest delivered service"
)
_SIXTEEN = Sentence(vi="ngày đủ 16 tuổi", en="the 16th birthday")
_DIED = Sentence(vi="ngày trẻ mất", en="the day of death")


def close_plan(plan: Plan, *, closed_on: date, reason: str, warrant: Warrant) -> Plan:
    """Close a plan: ``closed_on`` is its last day, ``reason`` one of Plan.Closing.

    What it promised and nobody delivered is due no more. No figure asks whether a plan is open,
    so nothing is recounted. Raises WrongDay or WrongState with a sentence; then nothing is
    written.
    """
    with transaction.atomic():
        child = checks.locked(plan.child)
        plan = child.plans.get(pk=plan.pk)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        _open_still(plan)
        _in_its_days(plan, closed_on)
        _reason_holds(plan, child, closed_on, reason)
        plan.closed_on, plan.close_reason = closed_on, reason
        plan.save(update_fields=CLOSED)
        changes.note(warrant, "close_plan", child, after=changes.kept(plan, CLOSED), plan=plan.pk)
    return plan


def _open_still(plan: Plan) -> None:
    if plan.closed_on is not None:
        raise WrongState(
            Sentence(
                vi=f"Kế hoạch này đã đóng ngày {spoken(plan.closed_on)}.",
                en=f"This plan was closed on {plan.closed_on} already.",
            )
        )


def _in_its_days(plan: Plan, day: date) -> None:
    """Refuse a day to come, one before the approval, and one before what was delivered."""
    checks.not_in_future(_CLOSED, day)
    if day < plan.approved_on:
        raise before(_CLOSED, day, plan.approved_on, _APPROVED)
    last = plan.services.aggregate(day=Max("delivered_on"))["day"]
    if last is not None and day < last:
        raise before(_CLOSED, day, last, _DELIVERED)


def _reason_holds(plan: Plan, child: Child, day: date, reason: str) -> None:
    """Refuse a reason that is not on the list, or that the child's own records contradict."""
    if reason not in Plan.Closing.values:
        listed = ", ".join(Plan.Closing.values)
        raise WrongState(
            Sentence(
                vi=f"Lý do “{reason}” không có trong danh mục. Hãy dùng: {listed}.",
                en=f"The reason “{reason}” is not on the list. Use: {listed}.",
            )
        )
    if reason == Plan.Closing.DIED:
        _died_by(child, day)
    turns = sixteenth_birthday(child.birth_date)
    if reason == Plan.Closing.AGED_OUT and day < turns:
        raise before(_CLOSED, day, turns, _SIXTEEN)
    if reason == Plan.Closing.REPLACED and not _has_a_newer(plan, child):
        raise WrongState(
            Sentence(
                vi="Hồ sơ chưa có kế hoạch nào mới hơn. Hãy ghi kế hoạch mới trước.",
                en="The file holds no newer plan. Write the new plan first.",
            )
        )


def _died_by(child: Child, day: date) -> None:
    died_on = checks.day_of_death(child)
    if died_on is None:
        raise WrongState(
            Sentence(
                vi="Hồ sơ chưa ghi trẻ mất. Hãy ghi trẻ tử vong trước, hoặc chọn lý do khác.",
                en="The file holds no death. Record the death first, or choose another reason.",
            )
        )
    if day < died_on:
        raise before(_CLOSED, day, died_on, _DIED)


def _has_a_newer(plan: Plan, child: Child) -> bool:
    return child.plans.filter(approved_on__gt=plan.approved_on).exists()
