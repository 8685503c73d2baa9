"""What a document set and what rests on it, each with the clause that it names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F

from mangnon.legislation import setting
from mangnon.legislation.citing.clauses import anchors_in
from mangnon.legislation.models import Document
from mangnon.pages.models import PolicyPage
from mangnon.pages.roots import address_below, roots
from mangnon.portal.addresses import address
from mangnon.portal.resting import links_to
from mangnon.portal.voices import Voice
from mangnon.procedures import public as procedures
from mangnon.programme.models import Target
from mangnon.services import public as services
from mangnon.ui.parts import Link


@dataclass(frozen=True, slots=True)
class ShownDuty:
    """A duty as anybody may know it."""

    title: str
    level: str
    until: str


@dataclass(slots=True)
class OfClause:
    """What one clause set, and what rests on it."""

    targets: list[Link] = field(default_factory=list)
    duties: list[ShownDuty] = field(default_factory=list)
    resting: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Rests:
    """All that hangs on a document, and by which clause."""

    duties: list[ShownDuty]
    procedures: Sequence[Link]
    services: Sequence[Link]
    policies: Sequence[Link]
    by_clause: Mapping[str, OfClause]


def rests_on(voice: Voice, document: Document, targets: Iterable[Target]) -> Rests:
    """Return what hangs on a document; four queries."""
    by_clause: dict[str, OfClause] = defaultdict(OfClause)
    of_document = []
    for duty in setting.duties_of(document.pk):
        shown = ShownDuty(*(getattr(one, voice.language) for one in
                            (duty.title, duty.level, duty.until)))  # fmt: skip
        of_document.append(shown)
        if duty.anchor:
            by_clause[duty.anchor].duties.append(shown)
    for target in targets:
        if target.clause is not None and target.clause.document_id == document.pk:
            url = address("promise", voice.language, code=target.code)
            by_clause[target.clause.anchor].targets.append(Link(voice.of(target, "title"), url))
    found: dict[str, list[Any]] = {
        "procedure": procedures.resting_on(document.pk), "service": services.resting_on(document.pk)
    }  # fmt: skip
    links = {
        page: links_to(voice, page, {one.pk: one for one in rows}.values())
        for page, rows in found.items()
    }
    rests = Rests(
        of_document, links["procedure"], links["service"],
        _policies(voice, document, by_clause), by_clause,
    )  # fmt: skip
    for page, rows in found.items():
        known = {one.url: one for one in links[page]}
        for row in rows:
            link = known[address(page, voice.language, code=row.code)]
            for anchor in anchors_in(row.article) if row.article else ():
                by_clause[anchor].resting.append(link)
    return rests


def _policies(voice: Voice, document: Document, by_clause: Mapping[str, OfClause]) -> list[Link]:
    found: dict[str, Link] = {}
    pages = PolicyPage.objects.live().filter(
        bases__document=document, locale__language_code=voice.language
    )  # fmt: skip
    rows = list(pages.annotate(where=F("bases__where")).order_by("title"))
    below = roots() if rows else []
    for page in rows:
        # Not the page's own ``url``: Wagtail asks a cache for it, of whose changes no page learns.
        where = address_below(below, page.url_path) or ""
        link = found.setdefault(where, Link(page.title, where))
        for anchor in anchors_in(page.where):
            by_clause[anchor].resting.append(link)
    return list(found.values())
