"""Which pages nobody answers for, and which are past the day on which they were to be read."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from mangnon.pages.models import OfficeProfile
from mangnon.pages.models.kept import KeptPage


class ToReview(NamedTuple):
    """A published page and what is the matter with it."""

    number: int
    title: str
    kind: str
    office: str
    review_by: date | None
    what: str


def to_review(on: date) -> list[ToReview]:
    """Return the published pages that lack something or are overdue, the longest overdue first.

    A page without a contact of its own has that of its office, where the office's page tells one.
    """
    kinds = [model for model in apps.get_models() if issubclass(model, KeptPage)]
    reached = OfficeProfile.objects.filter(live=True).exclude(telephone="", email="")
    unreached = Q(contact="") & ~Q(office__in=reached.values("office"))
    wanting = Q(office=None) | Q(review_by=None) | Q(review_by__lte=on) | unreached
    reachable = set(reached.values_list("office", flat=True))
    found = [
        _judged(one, on, reachable)
        for model in kinds
        for one in model.objects.live().filter(wanting).select_related("office")
    ]
    return sorted(found, key=lambda one: (one.review_by is None, one.review_by or on, one.title))


def _judged(page: KeptPage, on: date, reachable: Collection[int]) -> ToReview:
    what = []
    if page.office_id is None:
        what.append(_("chưa có cơ quan chịu trách nhiệm"))
    if not page.contact and page.office_id not in reachable:
        what.append(_("chưa có nơi góp ý"))
    if page.review_by is None:
        what.append(_("chưa có ngày xem lại"))
    elif page.review_by <= on:
        days = (on - page.review_by).days
        what.append(_("quá ngày xem lại %(days)s ngày") % {"days": days})
    office = "" if page.office is None else page.office.name_vi
    kind = str(page._meta.verbose_name)
    return ToReview(page.pk, page.title, kind, office, page.review_by, "; ".join(what))
