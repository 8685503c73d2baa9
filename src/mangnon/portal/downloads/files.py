"""Serving a page's figures under the page's own address."""

from collections.abc import Iterable, Mapping

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.indicators.declaration import Declaration
from mangnon.portal.addresses import KINDS, with_choices
from mangnon.portal.downloads.comma import comma_file
from mangnon.portal.downloads.plain import json_file
from mangnon.portal.downloads.rows import rows
from mangnon.portal.downloads.workbook import workbook_file
from mangnon.portal.editions import Edition
from mangnon.portal.errors import BadChoice
from mangnon.portal.seen import Seen
from mangnon.ui.parts import Download

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
_MAKERS = {"csv": comma_file, "xlsx": workbook_file, "json": json_file}


def file_links(
    edition: Edition, page: str, parts: Mapping[str, str], chosen: Mapping[str, str]
) -> list[Download]:
    """Return the links to a page's figures, with what was chosen on the page."""
    notes = {"csv": _("cho Excel"), "xlsx": "", "json": _("cho máy đọc")}
    return [
        Download(
            kind.upper(),
            with_choices(
                reverse(f"{edition.language}:{page}-figures", kwargs={**parts, "kind": kind}),
                dict(chosen),
            ),
            notes[kind],
        )
        for kind in KINDS
    ]


def written(
    edition: Edition, kind: str, declared: Mapping[int, Declaration], seen: Iterable[Seen]
) -> bytes:
    """Return a file of the figures, of one of the kinds."""
    return _MAKERS[kind](edition, rows(edition, declared, seen))


def serve(
    edition: Edition,
    kind: str,
    declared: Mapping[int, Declaration],
    seen: Iterable[Seen],
    name: str,
) -> HttpResponse:
    """Answer with a file of the figures; raises BadChoice for a kind that is not made."""
    if kind not in KINDS:
        raise BadChoice("so-lieu", kind, KINDS)
    content = written(edition, kind, declared, seen)
    number = edition.release.number
    safe = name.replace("@", "_").replace("/", "_")
    return HttpResponse(
        content,
        content_type=_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="mangnon-{number}-{safe}.{kind}"'},
    )
