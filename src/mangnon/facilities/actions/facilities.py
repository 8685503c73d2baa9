"""Opening, closing and moving a health station or a school."""

from datetime import date

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.errors import WrongState, before
from mangnon.facilities.models import Facility, Post, PublicOffer, Site
from mangnon.facilities.queries import open_site
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence

_OPENED = Sentence(vi="Ngày thành lập", en="The opening day")
_CLOSED = Sentence(vi="Ngày đóng cơ sở", en="The closing day")
_MOVED = Sentence(vi="Ngày chuyển địa điểm", en="The day of the move")
_SINCE = Sentence(vi="ngày bắt đầu ở địa điểm hiện nay", en="its first day at the present site")


def open_facility(
    *,
    code: str,
    kind: str,
    name: str,
    place: Place,
    opened_on: date,
    level: str = "",
    ownership: str = Facility.Ownership.PUBLIC,
    warrant: Warrant,
) -> Facility:
    """Open a health station, or a school of a ``level``, at a commune.

    Raises WrongDay, WrongPlace or WrongState with a sentence; then nothing is written.
    """
    warrant.demand(common.WRITE, [place.pk])
    with transaction.atomic():
        common.not_in_future(_OPENED, opened_on)
        common.stands_there_on(place, opened_on)
        describes_one(kind, level, ownership)
        if not code.strip() or Facility.objects.filter(code=code).exists():
            raise WrongState(
                Sentence(
                    vi=f"Mã “{code}” để trống hoặc đã dùng cho cơ sở khác. Hãy chọn mã khác.",
                    en=f"The code “{code}” is empty or another facility's. Choose another.",
                )
            )
        facility = Facility.objects.create(
            code=code, kind=kind, level=level, ownership=ownership, name=name, opened_on=opened_on
        )
        facility.sites.create(place=place, valid_from=opened_on)
        common.note(warrant, "open_facility", facility, place)
        common.changed(facility, opened_on)
    return facility


def close_facility(facility: Facility, *, closed_on: date, warrant: Warrant) -> Facility:
    """Close a facility; ``closed_on`` is the first day without it. Its posts end too."""
    with transaction.atomic():
        facility = Facility.objects.select_for_update().get(pk=facility.pk)
        common.demand_at_sites(warrant, facility, closed_on)
        common.not_in_future(_CLOSED, closed_on)
        common.working_on(facility, facility.opened_on)
        _refuse_before_site(_CLOSED, open_site(facility), closed_on)
        end_facilities([facility.pk], closed_on)
        facility.closed_on = closed_on
        common.note(warrant, "close_facility", facility, on=closed_on.isoformat())
        common.changed(facility, closed_on)
    return facility


def move_site(facility: Facility, *, place: Place, moved_on: date, warrant: Warrant) -> Site:
    """Move a facility to another commune from ``moved_on`` on; both places recount."""
    with transaction.atomic():
        facility = Facility.objects.select_for_update().get(pk=facility.pk)
        old = open_site(facility)
        warrant.demand(common.WRITE, [place.pk, *([old.place_id] if old else [])])
        common.not_in_future(_MOVED, moved_on)
        common.working_on(facility, moved_on)
        common.stands_there_on(place, moved_on)
        _refuse_before_site(_MOVED, old, moved_on)
        facility.sites.filter(valid_to__isnull=True).update(valid_to=moved_on)
        new = facility.sites.create(place=place, valid_from=moved_on)
        PublicOffer.objects.filter(code=facility.code).update(place=place)
        common.note(warrant, "move_site", facility, place, on=moved_on.isoformat())
        common.changed(facility, moved_on)
    return new


def end_facilities(facility_ids: list[int], day: date) -> None:
    """Close facilities with their open sites, posts and public offers; part of acts that close."""
    closing = Facility.objects.filter(pk__in=facility_ids)
    PublicOffer.objects.filter(code__in=closing.values("code")).delete()
    closing.update(closed_on=day)
    Site.objects.filter(facility__in=facility_ids, valid_to__isnull=True).update(valid_to=day)
    Post.objects.filter(facility__in=facility_ids, valid_to__isnull=True).update(valid_to=day)


def describes_one(kind: str, level: str, ownership: str) -> None:
    """Refuse a kind, a level and an ownership that do not go together."""
    levels = Facility.Level.values if kind == Facility.Kind.SCHOOL else [""]
    known = kind in Facility.Kind.values and ownership in Facility.Ownership.values
    if not known or level not in levels:
        raise WrongState(
            Sentence(
                vi=f"Loại “{kind}”, cấp “{level}”, loại hình “{ownership}” không hợp lệ. Trường "
                f"học có cấp: {', '.join(Facility.Level.values)}; trạm y tế không có cấp.",
                en=f"The kind “{kind}”, level “{level}”, ownership “{ownership}” do not fit. A "
                f"school has a level: {', '.join(Facility.Level.values)}; a station has none.",
            )
        )


def _refuse_before_site(what: Sentence, site: Site | None, day: date) -> None:
    if site is None:
        raise WrongState(
            Sentence(
                vi="Cơ sở không còn địa điểm nào đang hoạt động. Hãy xem cơ sở đã đóng chưa.",
                en="The facility has no open site. Check whether it was closed already.",
            )
        )
    if day <= site.valid_from:
        raise before(what, day, site.valid_from, _SINCE)
