"""The meetings that prove a duty, as a duty's own pages show them."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.routes import DeskRequest
from mangnon.duties.models import Assignment, Duty
from mangnon.duties.witnesses import Line, Part
from mangnon.meetings.feed import title_of
from mangnon.meetings.models import Proof
from mangnon.meetings.queries import proofs_of, proofs_of_duty, visible
from mangnon.meetings.showing.one import when
from mangnon.places.models import Kind
from mangnon.ui.templatetags.mangnon_ui import day, named

_MOST = 5  # of a whole duty; the page of its coverage has them all


def meetings_that_prove(
    request: DeskRequest, duty: Duty, held: Assignment | None
) -> Part | None:  # fmt: skip
    """Tell of the meetings that the reader sees; the newest ones where it is a whole duty."""
    see = leave(request.user, "meetings.see", request.grounds)
    if not see:
        return None
    rows: QuerySet[Proof] = proofs_of(held) if held else proofs_of_duty(duty)
    found = list(rows.filter(meeting__in=visible(see).values("pk"))[: None if held else _MOST + 1])
    if not found:
        return None
    lines = [_line(one) for one in (found if held else found[:_MOST])]
    return Part(_("Hội nghị làm minh chứng"), lines, None if held else _more(duty, found))


def _line(proof: Proof) -> Line:
    meeting = proof.meeting
    plan = str(proof.plan) if proof.plan else _("%(number)s ngày %(day)s") % {
        "number": proof.plan_number, "day": day(proof.plan_issued_on)
    }  # fmt: skip
    facts = (named(proof.place), when(meeting), _("Kế hoạch %(plan)s") % {"plan": plan})
    return Line(title_of(meeting), reverse("meetings:meeting", args=[meeting.uuid]), facts)


def _more(duty: Duty, found: list[Proof]) -> Line | None:
    """Lead to the coverage, which is of communes, or to nothing."""
    if any(one.place.kind == Kind.COMMUNE for one in found):
        return Line(_("Tiến độ quán triệt ở từng xã"),
                    reverse("meetings:coverage_of", args=[duty.code]))  # fmt: skip
    return None
