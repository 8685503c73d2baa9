"""The inspection whose finding a duty came from, as the duty's own pages show it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.routes import DeskRequest
from mangnon.access.scope import lies_within
from mangnon.access.wording import place_name
from mangnon.duties.models import Assignment, Duty
from mangnon.duties.witnesses import Line, Part
from mangnon.steering.models import Finding
from mangnon.ui.templatetags.mangnon_ui import day


def found_by(request: DeskRequest, duty: Duty, held: Assignment | None) -> Part | None:
    """Tell of the inspections that the reader sees; the same for each assignment of the duty."""
    see = leave(request.user, "steering.see", request.grounds)
    if not see:
        return None
    within = lies_within(see.places, "inspection__place", "inspection__by__place")
    rows = Finding.objects.filter(within, duty=duty).select_related("inspection__place")
    lines = [_line(one) for one in rows]
    return Part(_("Từ phát hiện khi kiểm tra"), lines) if lines else None


def _line(finding: Finding) -> Line:
    looked = finding.inspection
    decided = _("%(number)s ngày %(day)s") % {
        "number": looked.decision, "day": day(looked.decided_on)
    }  # fmt: skip
    facts = (place_name(looked.place), decided, finding.words)
    return Line(looked.subject, reverse("steering:inspection", args=[looked.uuid]), facts)
