"""The written pages: found by their address in the tree of the language, answered by their kind."""

from django.http import Http404, HttpRequest, HttpResponse

from mangnon.pages.models import SectionPage
from mangnon.pages.tree import tree_for
from mangnon.portal.views import documents as list_of_documents
from mangnon.portal.views import home
from mangnon.portal.views import offices as list_of_offices
from mangnon.portal.views import procedures as list_of_procedures
from mangnon.portal.views import reports as list_of_reports
from mangnon.portal.views import services as list_of_services
from mangnon.snapshots import listing
from mangnon.ui.templatetags.mangnon_ui import page_language


def first(request: HttpRequest) -> HttpResponse:
    """Show the first page; the scorecard stands there until somebody has written one."""
    tree = tree_for(request, page_language())
    return home.page(request) if tree is None else tree.home.serve(request)


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Show the page at a path of the tree; a draft is not there."""
    tree = tree_for(request, page_language())
    if tree is None:
        raise Http404
    with listing():  # a page that leaves its place announces itself
        found, words, named = tree.home.route(request, [one for one in path.split("/") if one])
    return found.serve(request, *words, **named)


def procedures(request: HttpRequest) -> HttpResponse:
    """Show the section of the procedures with their list."""
    return _section(request, SectionPage.Kind.PROCEDURES) or list_of_procedures.listed(request)


def services(request: HttpRequest) -> HttpResponse:
    """Show the section of the services with their list."""
    return _section(request, SectionPage.Kind.SERVICES) or list_of_services.listed(request)


def documents(request: HttpRequest) -> HttpResponse:
    """Show the section of the documents with their list."""
    return (
        list_of_documents.numbered(request)
        or _section(request, SectionPage.Kind.DOCUMENTS)
        or list_of_documents.listed(request)
    )


def offices(request: HttpRequest) -> HttpResponse:
    """Show the section of the offices with their list."""
    return _section(request, SectionPage.Kind.OFFICES) or list_of_offices.listed(request)


def reports(request: HttpRequest) -> HttpResponse:
    """Show the section of the statistical reports with their list."""
    return _section(request, SectionPage.Kind.REPORTS) or list_of_reports.listed(request)


def _section(request: HttpRequest, kind: str) -> HttpResponse | None:
    """Return the written section of a kind; None where the list has to stand by itself."""
    tree = tree_for(request, page_language())
    found = tree.section(kind) if tree else None
    return found.serve(request) if found else None
