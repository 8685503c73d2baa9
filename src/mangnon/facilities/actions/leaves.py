"""Times away from a post: maternity, illness, study."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.actions.posts import still_in_post
from mangnon.facilities.errors import WrongDay, before, spoken
from mangnon.facilities.models import Leave, Post
from mangnon.text.sentence import Sentence

_AWAY = Sentence(vi="Ngày bắt đầu nghỉ", en="The first day of leave")
_BACK = Sentence(vi="Ngày trở lại làm việc", en="The day of return")
_HIRED = Sentence(vi="ngày nhận việc", en="the first day in post")


def go_on_leave(
    post: Post, *, away_from: date, away_to: date | None = None, warrant: Warrant
) -> Leave:
    """Record a leave; ``away_to`` is the first day back, None while the return is not known.

    Every leave is recorded, for nobody knows at its start how long it will be; T3 leaves out
    only those of six months or more, and those without a known return. A leave that shares a
    day with a recorded one corrects it; another one stands beside it.
    Raises WrongDay or WrongState with a sentence; then nothing is written.
    """
    with transaction.atomic():
        post = Post.objects.select_for_update().select_related("facility").get(pk=post.pk)
        still_in_post(post)
        shared = _sharing_a_day(post, away_from, away_to)
        first = min([away_from, *(one.valid_from for one in shared)])
        common.demand_at_sites(warrant, post.facility, first)
        if away_from < post.valid_from:
            raise before(_AWAY, away_from, post.valid_from, _HIRED)
        if away_to is not None and away_to <= away_from:
            raise _back_too_early(away_from, away_to)
        Leave.objects.filter(pk__in=[one.pk for one in shared]).delete()
        leave = post.leaves.create(valid_from=away_from, valid_to=away_to)
        common.note(
            warrant, "go_on_leave", post.facility, post=post.pk,
            away=away_from.isoformat(), back=away_to.isoformat() if away_to else None,
            instead_of=[[one.valid_from.isoformat(), str(one.valid_to)] for one in shared],
        )  # fmt: skip
        common.changed(post.facility, first)
    return leave


def _sharing_a_day(post: Post, away_from: date, away_to: date | None) -> list[Leave]:
    """Return the recorded leaves that the new one corrects."""
    known = post.leaves.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=away_from))
    if away_to is not None:
        known = known.filter(valid_from__lt=away_to)
    return list(known)


def _back_too_early(away_from: date, away_to: date) -> WrongDay:
    return WrongDay(
        Sentence(
            vi=f"{_BACK.vi}: {spoken(away_to)} không sau ngày bắt đầu nghỉ "
            f"({spoken(away_from)}). Hãy kiểm tra lại hai ngày.",
            en=f"{_BACK.en}: {away_to} is not after the first day of leave ({away_from}). "
            "Check both days.",
        )
    )
