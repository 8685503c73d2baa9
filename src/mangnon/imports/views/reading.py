"""Looking: which spreadsheets there are, how far one is, what its rows say; files to take away."""

from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.imports import books, queries, staging
from mangnon.imports.cells import shown
from mangnon.imports.models import Import, State, Verdict
from mangnon.imports.sheets import Row, Sheet, sheet_of

SIZE = 50
_MOST = 60
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = (Verdict.WRONG, Verdict.DOUBTFUL, Verdict.CHANGED, Verdict.NEW, Verdict.SAME)


@private("imports.bring")
def every(request: DeskRequest) -> HttpResponse:
    """Show the spreadsheets of the reader's places, the newest first, and the templates."""
    found = queries.within(request.leave, request.grounds).exclude(state=State.DROPPED)[:_MOST]
    context = {
        "imports": [(one, staging.name_of(one), sheet_of(one.sheet).title) for one in found],
        "sheets": queries.sheets_for(request.leave, request.grounds),
        "crumbs": [(_("Nhập bảng tính"), None)],
    }
    return render(request, "imports/list.html", context)


@private("imports.bring")
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show how far a spreadsheet is and, once it is judged, its rows of one verdict."""
    found = queries.import_within(request.leave, uuid, request.grounds)
    sheet, verdict = sheet_of(found.sheet), _asked(request, found)
    first = _first(request.GET.get("tu", ""))
    rows = []
    if verdict and found.state != State.DROPPED:
        _note(request, found, "imports.show", verdict=verdict, first=first)
        rows = queries.rows_of(found, verdict, first, SIZE)
    context: dict[str, Any] = {
        "one": found,
        "progress": queries.progress(found) if found.works else None,
        "name": staging.name_of(found),
        "sheet": sheet,
        "tallies": [_tally(v, found.counted(v), verdict) for v in _SHOWN],
        "verdict": verdict,
        "rows": [_told(sheet, row) for row in rows],
        "next": first + SIZE if verdict and first + SIZE < found.counted(verdict) else None,
        "back": max(first - SIZE, 0) if first else None,
        "writes": found.counted(Verdict.NEW) + found.counted(Verdict.CHANGED),
        "twice": _earlier(request, found),
        "crumbs": [(_("Nhập bảng tính"), "/desk/nhap-bang-tinh/"), (staging.name_of(found), None)],
    }
    return render(request, "imports/import.html", context)


@private("imports.bring")
def template(request: DeskRequest, code: str) -> FileResponse:
    """Hand out the empty table of a sheet."""
    sheet = next(
        (one for one in queries.sheets_for(request.leave, request.grounds) if one.code == code),
        None,
    )
    if sheet is None:
        raise NotHere
    return _sent(books.template(sheet), f"mau-{code}.xlsx")


@private("imports.bring")
def faults(request: DeskRequest, uuid: UUID) -> FileResponse:
    """Hand out the rows as a spreadsheet, with what is wrong beside each."""
    found = queries.import_within(request.leave, uuid, request.grounds)
    if not found.counts:
        raise NotHere
    _note(request, found, "imports.faults", rows=found.done)
    return _sent(books.faults(sheet_of(found.sheet), queries.every_row(found)), "doi-chieu.xlsx")


def _asked(request: DeskRequest, found: Import) -> str:
    """Return whose rows to show: as asked, else the first verdict that wants somebody."""
    asked = request.GET.get("xem", "")
    if asked in Verdict.values:
        return asked
    return next((str(one) for one in _SHOWN if found.counted(one)), "")


def _tally(verdict: Verdict, count: int, current: str) -> dict[str, Any]:
    return {
        "label": f"{capfirst(str(verdict.label))}: {count}", "url": f"?xem={verdict.value}",
        "is_current": verdict == current,
    }  # fmt: skip


def _first(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _told(sheet: Sheet, row: Row) -> dict[str, Any]:
    titles = {one.code: one.title for one in sheet.columns}
    return {
        "number": row.number,
        "cells": [
            (titles[code], books.typed(row, code))
            for code, text in row.texts.items()
            if code in titles and shown(text)
        ],
        "faults": [(titles.get(one.column, ""), one.why) for one in row.faults],
    }


def _earlier(request: DeskRequest, found: Import) -> Import | None:
    """Return an earlier bringing of the very same file."""
    same = queries.within(request.leave, request.grounds).filter(
        fingerprint=found.fingerprint, sheet=found.sheet, pk__lt=found.pk
    )
    return same.exclude(state=State.DROPPED).first()


def _note(request: DeskRequest, found: Import, what: str, **data: object) -> None:
    read(
        request.leave.warrant(), what, subjects=[found.subject], place_code=found.place.key,
        data=data,
    )  # fmt: skip


def _sent(file: Any, name: str) -> FileResponse:
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=_WORKBOOK)
    answer["Cache-Control"] = "no-store"
    return answer
