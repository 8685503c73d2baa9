"""Reading: my list, what waits for my answer, one assignment and what proves it."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access import doors
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.attachments.actions import open_file
from mangnon.attachments.answering import sent
from mangnon.duties.models import Assignment, Evidence, Extension
from mangnon.duties.queries import assignment_within
from mangnon.duties.showing import lists, one
from mangnon.duties.witnesses import told_of

MOST = 200


@private("duties.do")
def mine(request: DeskRequest) -> HttpResponse:
    """Show what the person's own places owe, what waits for others, what is done."""
    context = {"piles": lists.mine(request.leave), "crumbs": way((_("Việc được giao"), None))}
    return render(request, "duties/mine.html", context)


@private("duties.give")
def answers(request: DeskRequest) -> HttpResponse:
    """Show what waits for whoever handed it down, the nearest day first."""
    rows = list(lists.to_answer(request.leave)[: MOST + 1])
    context = {
        "rows": rows[:MOST],
        "more": len(rows) > MOST,
        "crumbs": [*way(), (_("Chờ bạn trả lời"), None)],
    }
    return render(request, "duties/answers.html", context)


@private("duties.see")
def assignment(request: DeskRequest, uuid: str) -> HttpResponse:
    """Show one assignment: what is asked, how it stands, its history, what may be done now."""
    held = assignment_within(request.leave, uuid)
    do, give = (_leave(request, act) for act in ("duties.do", "duties.give"))
    extensions = list(held.extensions.select_related("asked_for", "said"))
    waiting = next((e for e in extensions if e.answer == Extension.Answer.WAITING), None)
    pause = held.pauses.filter(until__isnull=True).select_related("waits_for").first()
    history = one.history(held)
    context = {
        "held": held,
        "duty": held.handing.duty,
        "supporting": list(held.handing.duty.supporting.all()),
        "pause": pause,
        "extensions": extensions,
        "acts": one.offered(held, do, give, waiting, history),
        "history": history,
        "handed_on": one.handed_on(held, clock.today()),
        "witnesses": told_of(request, held.handing.duty, held),
        "crumbs": [*way(), (title_of(held), None)],
    }
    return render(request, "duties/assignment.html", context)


@private("duties.see")
def evidence(request: DeskRequest, uuid: str, file: str) -> FileResponse:
    """Hand out a file that proves a step of this assignment or of one joined to it."""
    held = assignment_within(request.leave, uuid)
    related = ("file", "step__assignment")
    found = Evidence.objects.select_related(*related).filter(uuid=file).first()
    if found is None or held.pk not in (
        found.step.assignment_id, found.step.assignment.joined_to_id
    ):  # fmt: skip
        raise NotHere
    opened = open_file(found.file, warrant=request.leave.warrant(), place_code=held.place.code)
    return sent(opened, shown=bool(request.GET.get("xem")))


def way(*further: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the way down to a page of duties."""
    return [(_("Nhiệm vụ"), reverse("duties:all")), *further]


def title_of(held: Assignment) -> str:
    """Return what an assignment is called: where it is held."""
    return held.office.name_vi if held.office else held.place.name_vi


def _leave(request: DeskRequest, act: str) -> Any:
    return doors.leave(request.user, act, request.grounds)
