"""What other people typed in the same session a moment ago."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from mangnon import clock
from mangnon.access.routes import DeskRequest
from mangnon.register.models import WeighDay
from mangnon.register.showing.grid import grid_rows, progress, rows_within

LATELY = timedelta(seconds=45)  # three times as long as a page waits before it asks again


def rows_of_others(request: DeskRequest, session: WeighDay) -> HttpResponse:
    """Give the rows that others typed lately, to stand in the page in place of the old ones."""
    rows = rows_within(session, request.leave).filter(typed_at__gt=clock.now() - LATELY)
    fresh = rows.exclude(typed_by=request.user.actor)
    done, total = progress(session, request.leave)
    context = {
        "rows": grid_rows(session, fresh, named=False),
        "done": done,
        "total": total,
        "session": session,
    }
    return render(request, "register/parts/weigh_others.html", context)
