"""People in post at a facility: by staff number, never by name."""

from datetime import date

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.errors import WrongState, before, spoken
from mangnon.facilities.models import Facility, Post, StaffTitle
from mangnon.text.sentence import Sentence

_HIRED = Sentence(vi="Ngày nhận việc", en="The first day in post")
_LEFT = Sentence(vi="Ngày nghỉ việc", en="The day of leaving the post")
_AWAY = Sentence(vi="Ngày bắt đầu nghỉ dài", en="The first day of leave")
_BACK = Sentence(vi="Ngày trở lại làm việc", en="The day of return")
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
        _still_in_post(post)
        if left_on < post.valid_from:
            raise before(_LEFT, left_on, post.valid_from, _SINCE)
        post.valid_to = left_on
        post.save(update_fields=["valid_to"])
        common.note(warrant, "leave_post", post.facility, post=post.pk)
        common.changed(post.facility, left_on)
    return post


def go_on_leave(
    post: Post, *, away_from: date, away_to: date | None = None, warrant: Warrant
) -> Post:
    """Record a leave of more than six months; the person does not count meanwhile."""
    with transaction.atomic():
        post = Post.objects.select_for_update().select_related("facility").get(pk=post.pk)
        common.demand_at_sites(warrant, post.facility, away_from)
        _still_in_post(post)
        if away_from < post.valid_from:
            raise before(_AWAY, away_from, post.valid_from, _SINCE)
        if away_to is not None and away_to < away_from:
            since = Sentence(vi="ngày bắt đầu nghỉ", en="the first day of leave")
            raise before(_BACK, away_to, away_from, since)
        first = min(post.away_from or away_from, away_from)
        post.away_from, post.away_to = away_from, away_to
        post.save(update_fields=["away_from", "away_to"])
        common.note(warrant, "go_on_leave", post.facility, post=post.pk)
        common.changed(post.facility, first)
    return post


def _still_in_post(post: Post) -> None:
    if post.valid_to is not None:
        raise WrongState(
            Sentence(
                vi=f"Người này đã rời vị trí từ ngày {spoken(post.valid_to)}.",
                en=f"This person left the post on {post.valid_to} already.",
            )
        )


def _in_force(title: StaffTitle, day: date) -> None:
    begun = title.valid_from is None or title.valid_from <= day
    ended = title.valid_to is not None and title.valid_to <= day
    if not begun or ended:
        raise WrongState(
            Sentence(
                vi=f"Chức danh «{title.name_vi}» không có hiệu lực vào ngày {spoken(day)}. "
                "Hãy chọn chức danh của ngày đó.",
                en=f"The title “{title.name_en}” is not in force on {day}. "
                "Choose the title of that day.",
            )
        )
