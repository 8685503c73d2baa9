"""Legal documents: the list by kind, and each with its clauses, relations and what rests on it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.finding.searching import sought_in
from mangnon.legislation import public
from mangnon.portal import choices
from mangnon.portal.addresses import address
from mangnon.portal.document_clauses import clauses_of, contents_of
from mangnon.portal.document_facts import facts, how
from mangnon.portal.document_list import shelved
from mangnon.portal.document_originals import originals_of
from mangnon.portal.document_rests import rests_on
from mangnon.portal.document_timeline import timeline
from mangnon.portal.document_words import RELATIONS
from mangnon.portal.errors import NoSuchEntry, Way
from mangnon.portal.found import marked
from mangnon.portal.listing import nothing_named
from mangnon.portal.resting import document_url, titled
from mangnon.portal.standing_banner import banner
from mangnon.portal.voices import Voice, page_voice
from mangnon.programme import public as programme
from mangnon.programme.models import Target
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Clause, Link
from mangnon.ui.templatetags.mangnon_ui import page_language

_WHAT = Sentence("văn bản", "document")
_LONGEST = 200  # letters of what was typed


def listed(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    context = {
        "title": _("Văn bản"),
        "lead": _("Văn bản của Đảng và Nhà nước mà chương trình, thủ tục, dịch vụ dựa vào."),
        "rows_template": "portal/parts/library.html",
        "library": shelved(request),
    }
    return render(request, "portal/listed.html", context)


def numbered(request: HttpRequest) -> HttpResponse | None:
    """Lead to the one document whose number, and nothing else, was typed into the library."""
    typed = _typed(request)
    code = public.numbered_alone(typed) if typed else ""
    if not code:
        return None
    return HttpResponseRedirect(address("document", page_language(), code=code))


def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a document as it stands today, or on the day that its address names: code@2019-12-31."""
    voice = page_voice()
    told, day, written = _asked(code)
    if told is None:
        return HttpResponseRedirect(address("document", voice.language, code=_by_number(code)))
    document = told.document
    targets = programme.resting_on(document.pk)
    rests = rests_on(voice, document, targets)
    clauses = clauses_of(voice, document, rests.by_clause)
    typed = _typed(request)
    context = {
        "title": voice.of(document, "title"),
        "crumbs": [
            (_("Văn bản"), address("documents", voice.language)),
            (document.number or voice.of(document, "title"), None),
        ],
        "held": document.held,
        "note": voice.of(document, "note"),
        "banner": banner(voice, told, day, of_a_day=written),
        "facts": facts(voice, document),
        "clauses": marked(clauses, sought_in(typed)) if typed else clauses,
        "search_words": typed,
        "contents": contents_of(clauses),
        "problem_url": address("document-problem", voice.language, code=document.code),
        "pictures": document.pictures,
        "timeline": [(voice.written(one.day), one.words, one.by) for one in timeline(voice, told)],
        "forms": [
            Link(label, address(form, voice.language, code=code)) for form, label in _forms(told)
        ],
        "relations": _relations(voice, told),
        "originals": originals_of(voice, document),
        "targets": [_target(voice, one) for one in targets],
        "rests": rests,
    }
    answer = render(request, "portal/document.html", context)
    if written:  # there are as many days as anybody likes to ask for: none of them is kept
        answer["Cache-Control"] = "no-store"
    return answer


def told_of(code: str) -> tuple[public.Told, date]:
    """Return a document as an address names it and the day it means; raises NoSuchEntry."""
    told, day, _written = _asked(code)
    if told is None:
        said = code.partition("@")[0]
        raise none_of(said, public.numbered(said))
    return told, day


def _asked(code: str) -> tuple[public.Told | None, date, bool]:
    """Return a document as an address names it, the day it means, and whether it names one."""
    code, _at, written = code.partition("@")
    day = choices.read_day(written) if written else clock.today()
    return public.one(code, day), day, bool(written)


def _by_number(code: str) -> str:
    """Return the address of the one document whose number was written for its code."""
    said, at, day = code.partition("@")
    found = public.numbered(said)
    if len(found) != 1:
        raise none_of(said, found)
    return f"{next(iter(found))}{at}{day}"


def none_of(code: str, numbered: Mapping[str, tuple[str, str]]) -> NoSuchEntry:
    """Offer the documents of a number that several have, else what is named alike."""
    if not numbered:
        return nothing_named(_WHAT, "document", code, public.near(code[:_LONGEST]))
    ways = [Way("document", {"code": one}, Sentence(*names)) for one, names in numbered.items()]
    return NoSuchEntry(_WHAT, code, ways)


def _typed(request: HttpRequest) -> str:
    return request.GET.get(choices.WORDS, "").replace("\0", " ").strip()[:_LONGEST]


def _forms(told: public.Told) -> list[tuple[str, str]]:
    """Return where to follow, to say what is wrong, the forms for programs; plain text and
    versions only where there are words."""
    forms = [
        ("document-follow", _("Nhận thư khi văn bản thay đổi")),
        ("document-problem", _("Báo chỗ sai")),
        ("document-feed", _("Theo dõi thay đổi (Atom)")),
        ("document-data", _("Dữ liệu liên kết (JSON-LD, ELI)")),
        ("document-akn", _("Akoma Ntoso (XML)")),
    ]
    words = [
        ("document-versions", _("So sánh với bản khác")),
        ("document-text", _("Nội dung văn bản (tệp .txt)")),
    ]
    return [*(words if told.document.clauses.all() else []), *forms]


def _relations(voice: Voice, told: public.Told) -> list[tuple[str, list[tuple[Link, str]]]]:
    """Return the other documents under what is done, both ways, in the order of the words."""
    does = [(one.kind, 0, one.target, how(voice, one)) for one in told.does]
    both = [*does, *((one.kind, 1, one.source, how(voice, one)) for one in told.undergoes)]
    return [
        (str(words[way]), rows)
        for kind, words in RELATIONS.items()
        for way in (0, 1)
        if (rows := list(_others(voice, both, kind, way)))
    ]


def _others(voice: Voice, both: list[tuple], kind: str, way: int) -> Iterable[tuple[Link, str]]:  # type: ignore[type-arg]
    for one_kind, one_way, other, since in both:
        if (one_kind, one_way) == (kind, way):
            yield Link(titled(voice, other), document_url(voice, other)), since


def _target(voice: Voice, one: Target) -> dict[str, object]:
    """Return a target as the document prints it, and as it is read."""
    source = titled(voice, one.document)
    if one.printed_in is not None:
        said = {"plan": source, "report": voice.of(one.printed_in, "title")}
        source = _("%(plan)s, theo %(report)s") % said
    return {
        "title": voice.of(one, "title"),
        "url": address("promise", voice.language, code=one.code),
        "clause": Clause(
            one.as_printed_vi, source, voice.of(one, "as_read"), voice.of(one, "reading_note")
        ),
        "translated": one.as_printed_en if voice.language == "en" else "",
        "original_not_held": one.original_not_held,
    }
