"""What a merger of places does to reports.

A report tells of its commune and of a period; heirs reach it by their role, and finish what is
owed of a period that was over. Of a period that was not over, the old commune owes nothing any
more: what it had begun lapses, kept and told, and its heirs owe the period.
"""

from datetime import timedelta

from django.db import transaction

from mangnon.aggregates.actions.stepping import moved
from mangnon.aggregates.models import Report
from mangnon.aggregates.states import TRANSITIONS
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.periods import period_of
from mangnon.places.heirs import Merger

_LAPSE = TRANSITIONS["lapse"]


def pass_to_heirs(merger: Merger, *, warrant: Warrant) -> int:
    """Let lapse what the old places began of periods not over; return how many lapsed."""
    warrant.demand("places.succeed")
    old = [*merger.whole, *merger.split]
    with transaction.atomic():
        open_there = Report.objects.select_for_update(of=("self",)).select_related("form", "place")
        rows = open_there.filter(place_id__in=old, state__in=_LAPSE.before).order_by("pk")
        lapsing = [one for one in rows if _not_over(one, merger)]
        for one in lapsing:
            moved(one, _LAPSE, "", warrant)
        data = {"lapsed": len(lapsing)}
        record(warrant, "aggregates.pass_to_heirs", subject=f"day:{merger.date}", data=data)
    return len(lapsing)


def _not_over(report: Report, merger: Merger) -> bool:
    period = period_of(report.form.period_kind, report.period_start, merger.date)
    return period.end - timedelta(days=1) >= merger.date
