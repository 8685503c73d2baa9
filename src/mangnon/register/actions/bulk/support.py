"""Much assistance, many plans, services and outcomes at once; written as they stand."""

from dataclasses import dataclass

import numpy as np
from django.db import models, transaction
from django.db.models import F, Q
from numpy.typing import NDArray

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches
from mangnon.register.actions.bulk import ends, judging
from mangnon.register.actions.changes import BULK, HELPED
from mangnon.register.models import Assistance, Plan, PlannedService, Reintegration
from mangnon.register.queries import places_of_children
from mangnon.text.sentence import Sentence

_DAY = Sentence(vi="Ngày ghi nhận", en="A recorded day")


@dataclass(frozen=True, slots=True)
class AssistanceBatch:
    """n deliveries: ids of children and kinds, and the days."""

    children: Column
    kinds: Column
    delivered_on: Column


@dataclass(frozen=True, slots=True)
class PlansBatch:
    """n approved plans."""

    children: Column
    approved_on: Column
    closed_on: Column = None


@dataclass(frozen=True, slots=True)
class ServicesBatch:
    """n services of plans (ids); unlike the single act, a delivery adds no assistance."""

    plans: Column
    kinds: Column
    due_on: Column
    delivered_on: Column = None


@dataclass(frozen=True, slots=True)
class ReintegrationsBatch:
    """n outcomes; a follow-up has both its day and whether the conditions still hold."""

    children: Column
    reached_on: Column
    in_family: Column = True
    in_school_or_care: Column = True
    no_new_harm: Column = True
    goals_met: Column = True
    followed_up_on: Column = None
    still_holds: Column = None


def add_assistance(batch: AssistanceBatch, *, warrant: Warrant) -> range:
    """Write deliveries. Raises WrongBatch with a sentence."""
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "kind_id": batch.kinds,
        "delivered_on": batch.delivered_on,
    }
    return _add(Assistance, kept, ["delivered_on"], "child_id", HELPED, warrant)


def add_plans(batch: PlansBatch, *, warrant: Warrant) -> range:
    """Write plans. Raises WrongBatch with a sentence."""
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "approved_on": batch.approved_on,
        "closed_on": batch.closed_on,
        "close_reason": "",  # records that are taken over do not say why
    }
    return _add(Plan, kept, ["approved_on"], "child_id", ["circumstance_year"], warrant)


def add_services(batch: ServicesBatch, *, warrant: Warrant) -> range:
    """Write services of plans. Raises WrongBatch with a sentence."""
    kept: dict[str, Column] = {
        "plan_id": batch.plans,
        "kind_id": batch.kinds,
        "due_on": batch.due_on,
        "delivered_on": batch.delivered_on,
    }
    return _add(
        PlannedService,
        kept,
        ["delivered_on"],
        "plan__child_id",
        ["circumstance_year"],
        warrant,
    )


def add_reintegrations(batch: ReintegrationsBatch, *, warrant: Warrant) -> range:
    """Write outcomes. Raises WrongBatch with a sentence."""
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "reached_on": batch.reached_on,
        "in_family": batch.in_family,
        "in_school_or_care": batch.in_school_or_care,
        "no_new_harm": batch.no_new_harm,
        "goals_met": batch.goals_met,
        "followed_up_on": batch.followed_up_on,
        "still_holds": batch.still_holds,
    }
    happened = ["reached_on", "followed_up_on"]
    datasets = ["circumstance_year"]
    return _add(Reintegration, kept, happened, "child_id", datasets, warrant)


def _add(
    model: type[models.Model],
    kept: dict[str, Column],
    happened: list[str],
    child: str,
    datasets: list[str] | tuple[str, ...],
    warrant: Warrant,
) -> range:
    """Write rows, then have recounted wherever their children ever lived."""
    warrant.demand(BULK)
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    read = [batches.days(kept[name], count) for name in happened]
    for column in read:
        batches.refuse_future(_DAY, column)
    with transaction.atomic():
        ids = batches.write(model, kept)
        written = model._default_manager.filter(pk__gte=ids[0], pk__lte=ids[-1])
        if "child_id" in kept:
            for day in happened:
                judging.born_by(written, ids[0], day)
                judging.lived_until_death(written, ids[0], day)
        for wrong, why in _IMPOSSIBLE.get(model, ()):
            batches.refuse_any(written.filter(wrong), why, ids[0])
        ends.note(warrant, f"add_{model._meta.model_name}", count, kept)
        if not _all_unknown(read):
            since = batches.earliest(*read)
            ends.changed(warrant, datasets, places_of_children(written.values(child)), since)
    return ids


_NOT_ON_OFFER = Q(delivered_on__lt=F("kind__valid_from")) | Q(delivered_on__gte=F("kind__valid_to"))
_NO_SUCH_KIND = Sentence(
    vi="Hình thức không có trong danh mục vào ngày đó",
    en="The kind is not in the catalogue on the day",
)
_AFTER_DEATH = Sentence(
    vi="Dịch vụ thực hiện sau ngày trẻ mất", en="A service after the child's death"
)
_BEFORE_PLAN = Sentence(
    vi="Hạn hoặc ngày thực hiện trước ngày phê duyệt kế hoạch",
    en="A service due or delivered before its plan was approved",
)
_CLOSED_FIRST = Sentence(
    vi="Kế hoạch đóng trước ngày phê duyệt", en="A plan is closed before it was approved"
)
_FOLLOWED_FIRST = Sentence(
    vi="Theo dõi lại trước ngày hòa nhập", en="A follow-up before the reintegration"
)
# What rows of a kind are refused for, besides days before the birth or after the death.
_IMPOSSIBLE: dict[type[models.Model], list[tuple[Q, Sentence]]] = {
    Assistance: [(_NOT_ON_OFFER, _NO_SUCH_KIND)],
    Plan: [(Q(closed_on__lt=F("approved_on")), _CLOSED_FIRST)],
    PlannedService: [
        (_NOT_ON_OFFER, _NO_SUCH_KIND),
        (Q(delivered_on__gt=F("plan__child__death__died_on")), _AFTER_DEATH),
        (
            Q(due_on__lt=F("plan__approved_on")) | Q(delivered_on__lt=F("plan__approved_on")),
            _BEFORE_PLAN,
        ),
    ],
    Reintegration: [(Q(followed_up_on__lt=F("reached_on")), _FOLLOWED_FIRST)],
}


def _all_unknown(read: list[NDArray[np.datetime64]]) -> bool:
    return all(bool(np.isnat(column).all()) for column in read)
