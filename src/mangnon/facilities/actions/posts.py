"""People in post at a facility: by staff number, never by name. Leaves are in ``leaves``."""

from datetime import date

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.errors import WrongState, before, spoken
from mangnon.facilities.models import Facility, Post, StaffTitle
from mangnon.facilities.shares import WHOLE, most_time
from mangnon.text.sentence import Sentence

_HIRED = Sentence(vi="Ngày nhận việc", en="The first day in post")
_LEFT = Sentence(vi="Ngày thôi làm", en="The day of leaving the post")
_SINCE = Sentence(vi="ngày nhận việc", en="the first day in post")


def hire(
    facility: Facility,
    *,
    staff_number: str,
    title: StaffTitle,
    hired_on: date,
    contract: str = "permanent",
    share_of_time: float = 1.0,
    warrant: Warrant,
) -> Post:
    """Put a person in post; below 1 the time is shared with another station.

    Nobody holds more than one whole post at a time: whoever changes post leaves the old one
    first, so that its end is somebody's decision and not a side effect here.
    Raises WrongDay or WrongState with a sentence; then nothing is written.
    """
    with transaction.atomic():
        facility = Facility.objects.select_for_update().get(pk=facility.pk)
        common.demand_at_sites(warrant, facility, hired_on)
        common.not_in_future(_HIRED, hired_on)
        common.working_on(facility, hired_on)
        _in_force(title, hired_on)
        if not 0 < share_of_time <= 1:
            raise WrongState(
                Sentence(
                    vi=f"Tỷ lệ thời gian {share_of_time:g} không hợp lệ. Hãy ghi từ trên 0 đến 1.",
                    en=f"A share of time of {share_of_time:g} cannot be. Write above 0, up to 1.",
                )
            )
        _has_time(staff_number, share_of_time, hired_on)
        post = facility.posts.create(
            staff_number=staff_number, title=title, contract=contract,
            share_of_time=share_of_time, valid_from=hired_on,
        )  # fmt: skip
        common.note(warrant, "hire", facility, post=post.pk, title=title.code)
        common.changed(facility, hired_on)
    return post


def leave_post(post: Post, *, left_on: date, warrant: Warrant) -> Post:
    """Close a post; ``left_on`` is the first day without the person."""
    with transaction.atomic():
        post = Post.objects.select_for_update().select_related("facility").get(pk=post.pk)
        common.demand_at_sites(warrant, post.facility, left_on)
        common.not_in_future(_LEFT, left_on)
        still_in_post(post)
        if left_on < post.valid_from:
            raise before(_LEFT, left_on, post.valid_from, _SINCE)
        post.valid_to = left_on
        post.save(update_fields=["valid_to"])
        common.note(warrant, "leave_post", post.facility, post=post.pk)
        common.changed(post.facility, left_on)
    return post


def still_in_post(post: Post) -> None:
    """Refuse a post that the person has left."""
    if post.valid_to is not None:
        raise WrongState(
            Sentence(
                vi=f"Người này đã rời vị trí từ ngày {spoken(post.valid_to)}.",
                en=f"This person left the post on {post.valid_to} already.",
            )
        )


def _has_time(staff_number: str, share: float, since: date) -> None:
    """Refuse a post for which the person has too little time left on or after the day."""
    held = Post.objects.filter(staff_number=staff_number).exclude(valid_to__lte=since)
    spells = list(held.values_list("valid_from", "valid_to", "share_of_time"))
    taken, day = most_time(spells, since)
    if taken + share > WHOLE:
        raise WrongState(
            Sentence(
                vi=f"Người mang số {staff_number} đã giữ {_percent(taken)} thời gian ở vị trí khác "
                f"vào ngày {spoken(day)}, không thể thêm {_percent(share)}. "
                "Hãy ghi thôi giữ vị trí cũ hoặc giảm tỷ lệ thời gian.",
                en=f"The person {staff_number} gives {_percent(taken)} of the time to another post "
                f"on {day}; {_percent(share)} more cannot be. "
                "End the old post first, or lower the share.",
            )
        )


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def _in_force(title: StaffTitle, day: date) -> None:
    begun = title.valid_from is None or title.valid_from <= day
    ended = title.valid_to is not None and title.valid_to <= day
    if not begun or ended:
        raise WrongState(
            Sentence(
                vi=f"Chức danh “{title.name_vi}” không có hiệu lực vào ngày {spoken(day)}. "
                "Hãy chọn chức danh của ngày đó.",
                en=f"The title “{title.name_en}” is not in force on {day}. "
                "Choose the title of that day.",
            )
        )
