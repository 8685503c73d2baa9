"""Inviting many from a spreadsheet: upload, see every row judged, accept."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from mangnon.access import roster
from mangnon.access.actions.rosters import invite_many
from mangnon.access.forms.people import RosterForm
from mangnon.access.routes import DeskRequest, private
from mangnon.access.views.changes import give_out
from mangnon.text.sentence import DomainError

_ROWS = "rows to invite"  # in the session, which is sealed
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UNPROCESSABLE = 422


@private("people.manage")
@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """Take the file, show the rows judged, and invite the good ones when accepted."""
    step = request.POST.get("step", "")
    if request.method == "GET":
        return render(request, "access/roster.html", {"form": RosterForm()})
    return _accepted(request, step) if step else _read(request)


def _read(request: DeskRequest) -> HttpResponse:
    form = RosterForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            file = form.cleaned_data["file"]
            rows = roster.read(file) if file.size <= roster.LARGEST else roster.too_large()
            request.session[_ROWS] = rows
            return _judged(request)
        except DomainError as error:
            form.refuse(error, "file")
    return render(request, "access/roster.html", {"form": form}, status=UNPROCESSABLE)


def _judged(request: DeskRequest, status: int = 200) -> HttpResponse:
    rows = roster.judge([tuple(row) for row in request.session[_ROWS]], request.leave)
    words = {
        "rows": rows,
        "good": sum(row.good for row in rows),
        "done": sum(row.done for row in rows),
        "faulty": sum(row.fault is not None for row in rows),
    }
    return render(request, "access/roster_judged.html", words, status=status)


def _accepted(request: DeskRequest, step: str) -> HttpResponse:
    """Judge again, since the world may have moved, and invite; ``all`` only without a fault."""
    if _ROWS not in request.session:
        return redirect("roster")
    rows = roster.judge([tuple(row) for row in request.session[_ROWS]], request.leave)
    if step == "all" and any(row.fault for row in rows):
        return _judged(request, UNPROCESSABLE)
    invited = invite_many(rows, warrant=request.leave.warrant())
    del request.session[_ROWS]
    return redirect(give_out(request, invited))


@private("people.manage")
@require_GET
def template(request: DeskRequest) -> HttpResponse:
    """Give the spreadsheet to fill in."""
    answer = HttpResponse(roster.template(), content_type=_SHEET)
    answer["Content-Disposition"] = 'attachment; filename="moi-nguoi.xlsx"'
    return answer
