"""The pairs that wait; two files side by side, to merge or part; taking a merger back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.linkage import actions
from mangnon.linkage.forms import KEEP_FIRST, PART, JudgeForm
from mangnon.linkage.models import Candidate, Merger
from mangnon.linkage.showing import beside, files, list_table
from mangnon.register.actions.changes import subject_of
from mangnon.register.models import Child
from mangnon.register.queries import file_kept_at
from mangnon.text.sentence import DomainError
from mangnon.ui.parts import Section

MOST = 200
UNPROCESSABLE = 422


@private("linkage.judge")
def page(request: DeskRequest) -> HttpResponse:
    """Show the pairs within reach, by commune and score: no name, so no reading."""
    places = request.leave.places
    found = _within_reach(places).select_related("first__home", "second__home")
    waiting = found.filter(state=Candidate.State.WAITING).order_by("-score", "pk")
    judged = found.exclude(state=Candidate.State.WAITING).order_by("-judged_on", "-pk")
    tables = [
        list_table("waiting", _("Chờ xét"), waiting[:MOST], places),
        list_table("judged", _("Đã xét"), judged[:MOST], places),
    ]
    context = {
        "title": _("Hồ sơ nghi trùng"),
        "lead": _(
            "Những cặp hồ sơ có thể là của cùng một trẻ. Máy chỉ nêu ra; người xét mới gộp, hoặc "
            "ghi là hai trẻ. Gộp rồi vẫn tháo được, không mất gì của bên nào."
        ),
        "parts": [Section(table=one) for one in tables if one]
        or [Section(words=_("Không có cặp nào chờ xét."))],
    }
    return render(request, "ui/sections.html", context)


@private("linkage.judge")
def pair(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show the two side by side, which is a reading of both; take the judgement."""
    found, first, second = _within(request, uuid)
    form = JudgeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _judged(request, found, first, second, form.cleaned_data["judgement"])
        except DomainError as error:
            form.add_error(None, str(error))
    subjects = [subject_of(one) for one in (first, second)]
    read(request.leave.warrant("doubles"), "linkage.compare", subjects=subjects)
    context: dict[str, Any] = {
        "candidate": found,
        "rows": beside(first, second),
        "form": form,
        "merged": found.state == Candidate.State.MERGED,
        "percent": f"{found.score * 100:.0f}",
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "linkage/pair.html", context, status=status)


@private("linkage.judge")
@require_POST
def take_back(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Undo the merger of a pair."""
    found, _first, _second = _within(request, uuid)
    merger = Merger.objects.filter(candidate=found, undone_on=None).first()
    if merger is None:
        raise NotHere
    try:
        actions.undo(merger, warrant=request.leave.warrant("doubles"))
        messages.success(request, str(_("Đã tháo gộp. Hai hồ sơ trở lại như trước.")))
    except DomainError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("linkage:pair", args=[uuid]))


def _within_reach(places: frozenset[int]) -> QuerySet[Candidate]:
    """Return pairs of which both live at the places; of a merged pair the kept file is enough.

    The file that was merged has no home any more.
    """
    first, second = Q(first__home__in=places), Q(second__home__in=places)
    merged = Q(state=Candidate.State.MERGED)
    return Candidate.objects.filter((first & second) | (merged & (first | second)))


def _judged(
    request: DeskRequest, found: Candidate, first: Child, second: Child, judgement: str
) -> HttpResponse:
    warrant = request.leave.warrant("doubles")
    if judgement == PART:
        actions.part(found, warrant=warrant)
        messages.success(request, str(_("Đã ghi là hai trẻ khác nhau.")))
    else:
        kept = first if judgement == KEEP_FIRST else second
        actions.merge(found, kept, warrant=warrant)
        messages.success(request, str(_("Đã gộp hai hồ sơ.")))
    return HttpResponseRedirect(reverse("linkage:list"))


def _within(request: DeskRequest, uuid: UUID) -> tuple[Candidate, Child, Child]:
    """Return a pair of which both files are kept within reach; raises NotHere."""
    found = Candidate.objects.filter(uuid=uuid).first()
    both = files(found.first_id, found.second_id) if found else []
    if found is None or len(both) < 2:
        raise NotHere
    first, second = both
    if not request.leave.covers([file_kept_at(first), file_kept_at(second)]):
        raise NotHere
    return found, first, second
