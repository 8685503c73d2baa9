"""The grid: every row is saved by itself as it is typed, with JavaScript or without.

Names are read, and that reading is noted, when the page is shown; the answer to one row holds
none.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.actions.sendings import take_typed
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import tokens
from mangnon.audit.actions import read
from mangnon.register.actions.changes import subject_of
from mangnon.register.actions.weighdays import TypedValues, settle_row, type_row
from mangnon.register.models import WeighDay, WeighRow
from mangnon.register.showing.grid import (
    GridRow,
    Kept,
    grid_rows,
    mark_of,
    marked,
    progress,
    rows_within,
    with_kept,
)
from mangnon.register.views.weighday.others import rows_of_others
from mangnon.register.weighlists import weighday_within
from mangnon.text.sentence import DomainError
from mangnon.ui.templatetags.mangnon_ui import page_language

NOTHING = 204  # htmx leaves the page as it is


@private("register.measure")
def page(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show the grid; take what was typed; answer one row, or what others typed."""
    session = weighday_within(request.leave, uuid)
    if request.method == "POST":
        return _typed(request, session)
    if "khac" in request.GET:
        return rows_of_others(request, session)
    return _shown(request, session)


def _shown(request: DeskRequest, session: WeighDay) -> HttpResponse:
    rows = rows_within(session, request.leave)
    only_unseen = "con" in request.GET
    if only_unseen:
        rows = rows.filter(state=WeighRow.State.UNSEEN)
    kept = _kept(request)
    shown = with_kept(grid_rows(session, rows, named=True), kept)
    _note_reading(request, session, shown)
    done, total = progress(session, request.leave)
    context = {
        "session": session,
        "rows": shown,
        "restored": bool(kept),
        "only_unseen": only_unseen,
        "done": done,
        "total": total,
        "sending": tokens.issue(request.user, request.path),
        "crumbs": [(_("Cân đo"), reverse("register:weighdays")), (f"{session.day:%d/%m/%Y}", None)],
    }
    return render(request, "register/weighday.html", context)


def _note_reading(request: DeskRequest, session: WeighDay, shown: list[GridRow]) -> None:
    if shown:
        read(
            request.leave.warrant(),
            "register.list",
            subjects=[subject_of(one.child) for one in shown],
            place_code=session.place.key,
            purpose="weighday",
        )


def _typed(request: DeskRequest, session: WeighDay) -> HttpResponse:
    """Save the rows sent: one from a script, all from the button. Each by itself."""
    sent = marked(session, request.POST.getlist("row"))
    rows = list(rows_within(session, request.leave).filter(pk__in=sent))
    refused = [sentence for row in rows if (sentence := _save(request, row))]
    if request.htmx:
        return _answered(request, session, rows, refused)
    for sentence in dict.fromkeys(refused):
        messages.warning(request, sentence)
    settled = request.POST.get("settle", "")
    if settled:
        _settle(request, rows, settled)
    elif not refused:
        messages.success(request, _("Đã lưu."))
    at = f"#r{settled.partition(':')[0]}" if settled else ""
    return HttpResponseRedirect(f"{request.path}{at}")


def _save(request: DeskRequest, row: WeighRow) -> str:
    """Save one row; return the sentence with which it was refused, or nothing."""
    typed, seen = typed_in(request.POST, mark_of(row))
    try:
        type_row(row, typed, seen=seen, warrant=request.leave.warrant())
    except DomainError as error:
        return error.sentence.in_language(page_language())
    return ""


def typed_in(sent: QueryDict, row: str) -> tuple[TypedValues, int]:
    """Read the fields of one row, by its mark, and which version of it the page showed."""
    seen = sent.get(f"s{row}", "")
    typed = TypedValues(
        weight=sent.get(f"w{row}", ""),
        length=sent.get(f"l{row}", ""),
        position=sent.get(f"p{row}", ""),
        oedema=f"o{row}" in sent,
        confirmed=f"c{row}" in sent,
        note=sent.get(f"n{row}", ""),
    )
    return typed, int(seen) if seen.isdigit() else 0


def _settle(request: DeskRequest, rows: list[WeighRow], settled: str) -> None:
    """Choose between two people's figures: the row's mark, “:theirs” or “:mine”."""
    chosen, _colon, side = settled.partition(":")
    for row in rows:
        if mark_of(row) == chosen:
            seen = typed_in(request.POST, chosen)[1]
            take = side == "theirs"
            settle_row(row, take_other=take, seen=seen, warrant=request.leave.warrant())


def _answered(
    request: DeskRequest, session: WeighDay, rows: list[WeighRow], refused: list[str]
) -> HttpResponse:
    """Give a row its own verdict back, and how far the session is; nothing where there is none."""
    if not rows:
        return HttpResponse(status=NOTHING)
    fresh = rows_within(session, request.leave).filter(pk__in=[row.pk for row in rows])
    done, total = progress(session, request.leave)
    context = {
        "rows": grid_rows(session, fresh, named=False),
        "refused": refused[0] if refused else "",
        "done": done,
        "total": total,
    }
    return render(request, "register/parts/weigh_answer.html", context)


def _kept(request: DeskRequest) -> dict[str, Kept]:
    """Return what was typed when the session ended, for the page to show and send again."""
    try:
        key = UUID(request.GET.get("typed", ""))
    except ValueError:
        return {}
    sent = QueryDict(mutable=True)
    for name, values in (take_typed(key, request.user) or {}).items():
        sent.setlist(name, values)
    return {row: typed_in(sent, row) for row in sent.getlist("row")}
