"""Reading: the list of documents, one with what belongs to it, what readers said is wrong."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.legislation.models import Document, Problem, Relation, number_key
from mangnon.legislation.queries import standings_around
from mangnon.legislation.wording import KINDS, RELATIONS, STANDINGS
from mangnon.ui.templatetags.mangnon_ui import page_language

EACH = 50
WAYS = {"does": 0, "undergoes": 1}


@private("legislation.edit")
def every(request: DeskRequest) -> HttpResponse:
    """Show the documents, those last issued first; by number or words of the title."""
    sought = request.GET.get("q", "").strip()[:120]
    pages = Paginator(_sought(sought), EACH)
    page = pages.get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "sought": sought,
        "rows": [(one, str(KINDS.get(one.kind, one.kind))) for one in page],
        "problems": Problem.objects.filter(closed_on=None).count(),
        "crumbs": [(_("Thư viện văn bản"), None)],
    }
    return render(request, "legislation/list.html", context)


@private("legislation.edit")
def one(request: DeskRequest, code: str) -> HttpResponse:
    """Show a document: its attributes, relations, text, originals, and what may be done."""
    found = document_of(code)
    verdict = standings_around([found.pk], clock.today())[found.pk]
    parts = found.clauses.aggregate(whole=Count("pk"), lost=Count("pk", filter=Q(unplaced=True)))
    context = {
        "document": found,
        "title": called(found),
        "kind": str(KINDS.get(found.kind, found.kind)),
        "standing": str(STANDINGS[verdict.standing]),
        "parts": parts,
        "does": _ties(found.relations.select_related("source", "target"), "does"),
        "undergoes": _ties(found.related_from.select_related("source", "target"), "undergoes"),
        "originals": found.originals.exclude(kept_on=None),
        "waiting": found.originals.filter(kept_on=None),
        "problems": found.problems.filter(closed_on=None).count(),
        "followers": found.followers.count(),
        "public": public_address(found),
        "crumbs": way((str(found), None)),
    }
    return render(request, "legislation/one.html", context)


@private("legislation.edit")
def problems(request: DeskRequest) -> HttpResponse:
    """Show what readers said is wrong, what is open first."""
    rows = Problem.objects.select_related("document")
    rows = rows.order_by(F("closed_on").asc(nulls_first=True), "pk")[:200]
    told = [(one, one.words, public_address(one.document, one.anchor)) for one in rows]
    context = {"rows": told, "crumbs": way((_("Lời báo sai"), None))}
    return render(request, "legislation/problems.html", context)


def document_of(code: str) -> Document:
    """Return the document of an address; raises NotHere."""
    found = Document.objects.filter(code=code).first()
    if found is None:
        raise NotHere
    return found


def public_address(one: Document, anchor: str = "") -> str:
    """Return where a document, or a clause of it, stands on the public site."""
    path = reverse(f"{page_language()}:document", kwargs={"code": one.code})
    return f"{path}#{anchor}" if anchor else path


def called(one: Document) -> str:
    """Name a document by number and title."""
    return f"{one.number} · {one.title_vi}" if one.number else one.title_vi


def way(*further: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the way down to a page of the library."""
    return [(_("Thư viện văn bản"), reverse("legislation:list")), *further]


def way_to(one: Document, *further: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the way down to a page of a document."""
    return way((str(one), reverse("legislation:one", args=[one.code])), *further)


def _sought(said: str) -> Any:
    rows = Document.objects.order_by(F("issued_on").desc(nulls_last=True), "code")
    if not said:
        return rows
    key = number_key(said)
    by_number = Q(number_key__startswith=key) if key else Q()
    return rows.filter(by_number | Q(number__icontains=said) | Q(title_vi__icontains=said)
                       | Q(code=said))  # fmt: skip


def _ties(rows: Any, side: str) -> list[tuple[str, Document, Relation]]:
    return [
        (str(RELATIONS[tie.kind][WAYS[side]]), tie.target if side == "does" else tie.source, tie)
        for tie in rows.order_by("kind", "pk")
    ]
