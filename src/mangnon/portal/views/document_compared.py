"""Two versions of a text on one page: what was added, removed, left."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.legislation import public
from mangnon.legislation.models import Document, Relation
from mangnon.portal.addresses import address
from mangnon.portal.document_comparison import compared
from mangnon.portal.document_words import RELATIONS
from mangnon.portal.resting import document_url, titled
from mangnon.portal.views.documents import none_of, told_of
from mangnon.portal.voices import Voice, page_voice
from mangnon.ui.parts import Link

# Who says the same in other words: the rest rest on it or speak of it.
_VERSIONS = frozenset({"consolidates", "amends", "supplements", "replaces", "succeeds", "corrects"})


def versions_of(voice: Voice, told: public.Told) -> list[tuple[str, Link]]:
    """Return the other versions of a document whose words are here, each with what it is."""
    others = _others(told)
    worded = public.with_words([told.document.pk, *others])
    if told.document.pk not in worded:
        return []
    return [
        (str(RELATIONS[tie.kind][way]), _link(voice, told.document, other))
        for pk, (tie, other, way) in others.items()
        if pk in worded
    ]


def choices(request: HttpRequest, code: str) -> HttpResponse:
    """Show which versions there are to compare with."""
    voice, told = page_voice(), told_of(code)[0]
    one = told.document
    context = {
        "title": _("So sánh các bản"),
        "document": Link(titled(voice, one), document_url(voice, one)),
        "versions": versions_of(voice, told),
        "crumbs": _crumbs(voice, one, (_("So sánh"), None)),
    }
    return render(request, "portal/versions.html", context)


def page(request: HttpRequest, code: str, other: str) -> HttpResponse:
    """Show two texts clause by clause: the earlier one on the left of every comparison."""
    voice = page_voice()
    told, theirs = told_of(code)[0], told_of(other)[0]
    one, two = told.document, theirs.document
    if two.pk not in _others(told):  # any two laws are no versions of each other
        raise none_of(other, {})
    if _day(two) < _day(one):
        one, two = two, one
    rows = compared(list(one.clauses.all()), list(two.clauses.all()), voice.language)
    counted = Counter(row.change for row in rows)
    context = {
        "title": _("So sánh hai bản"),
        "old": Link(titled(voice, one), document_url(voice, one)),
        "new": Link(titled(voice, two), document_url(voice, two)),
        "rows": [row for row in rows if row.change != "same"],
        "same": counted["same"], "changed": counted["changed"],
        "added": counted["added"], "removed": counted["removed"],
        "missing": [titled(voice, each) for each in (one, two) if not each.clauses.all()],
        "crumbs": _crumbs(voice, one, (_("So sánh"), None)),
    }  # fmt: skip
    answer = render(request, "portal/compared.html", context)
    answer["Cache-Control"] = "no-store"  # as many pairs as anybody likes to ask for
    return answer


def _others(told: public.Told) -> dict[int, tuple[Relation, Document, int]]:
    pairs = [(tie, tie.target, 0) for tie in told.does] + [
        (tie, tie.source, 1) for tie in told.undergoes
    ]
    return {other.pk: (tie, other, way) for tie, other, way in pairs if tie.kind in _VERSIONS}


def _link(voice: Voice, one: Document, other: Document) -> Link:
    where = address("document-compared", voice.language, code=one.code, other=other.code)
    return Link(titled(voice, other), where)


def _day(one: Document) -> tuple[str, str]:
    return (one.issued_on.isoformat() if one.issued_on else "", one.code)


def _crumbs(
    voice: Voice, one: Document, last: tuple[str, str | None]
) -> list[tuple[str, str | None]]:
    return [
        (_("Văn bản"), address("documents", voice.language)),
        (one.number or voice.of(one, "title"), document_url(voice, one)),
        last,
    ]
