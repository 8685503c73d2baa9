"""What a document set and what rests on it, each with the clause that it names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import F

from mangnon.legislation import setting
from mangnon.legislation.citing.clauses import anchors_in
from mangnon.legislation.models import Document
from mangnon.pages.models import PolicyPage
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
    """Return what hangs on a document; six queries."""
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
    rests = Rests(
        of_document,
        links_to(voice, "procedure", procedures.resting_on(document.pk)),
        links_to(voice, "service", services.resting_on(document.pk)),
        _policies(voice, document, by_clause), by_clause,
    )  # fmt: skip
    for page, links, articles in (
        ("procedure", rests.procedures, procedures.articles_on(document.pk)),
        ("service", rests.services, services.articles_on(document.pk)),
    ):
        known = {one.url: one for one in links}
        for code, article in articles:
            link = known.get(address(page, voice.language, code=code))
            for anchor in anchors_in(article) if link is not None else ():
                by_clause[anchor].resting.append(link)
    return rests


def _policies(voice: Voice, document: Document, by_clause: Mapping[str, OfClause]) -> list[Link]:
    found: dict[str, Link] = {}
    pages = PolicyPage.objects.live().filter(
        bases__document=document, locale__language_code=voice.language
    )  # fmt: skip
    for page in pages.annotate(where=F("bases__where")).order_by("title"):
        link = found.setdefault(page.url or "", Link(page.title, page.url or ""))
        for anchor in anchors_in(page.where):
            by_clause[anchor].resting.append(link)
    return list(found.values())
