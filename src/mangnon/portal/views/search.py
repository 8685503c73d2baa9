"""The search: one box over everything public. Whatever is typed or chosen, it answers."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.finding import missing
from mangnon.finding.facets import Facet
from mangnon.finding.searching import PAGE, Answer, search
from mangnon.finding.searching import Result as Found
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.portal.figuring import amount
from mangnon.portal.found import direct, opened_at
from mangnon.portal.narrowing import PARAMETERS, facets, kind_names, search_address
from mangnon.portal.voices import Voice
from mangnon.text.dates import format_date
from mangnon.text.sentence import Language
from mangnon.ui.parts import Link, Result, Stretch
from mangnon.ui.templatetags.mangnon_ui import page_language

_LONGEST = 160  # of a filter's value; ours are shorter


def page(request: HttpRequest) -> HttpResponse:
    """Show what was found, what narrows it, and, where nothing was, what helps."""
    language = page_language()
    typed = request.GET.get(choices.WORDS, "").replace("\0", " ")  # PostgreSQL keeps none
    chosen = _chosen(request)
    answer = search(typed, language, chosen, _page(request))
    if not chosen and (answer.nearest or not answer.total):
        missing.note(typed, language)
    kinds = kind_names(language)
    context = {
        "title": _("Tìm kiếm"),
        "search_words": answer.text,
        "total": answer.total,
        "total_words": amount(answer.total, "count", 0, language),
        "nearest": answer.nearest,
        "direct": direct(Voice(language=language), answer.text) if typed else None,
        "library_url": _in_the_library(answer, chosen, language),
        "suggestion": answer.suggestion,
        "suggestion_url": with_choices(
            address("search", language), {choices.WORDS: answer.suggestion}
        ),
        "facets": facets(answer, chosen, language),
        "results": [_shown(one, answer.text, kinds, language) for one in answer.results],
        "first": 1 + (answer.page - 1) * PAGE,
        "ways": _ways(language),
        **_pager(answer, chosen, language),
    }
    return render(request, "pages/search.html", context)


def _chosen(request: HttpRequest) -> dict[Facet, str]:
    found = {
        name: request.GET.get(parameter, "").replace("\0", "").strip()[:_LONGEST]
        for name, parameter in PARAMETERS.items()
    }
    return {name: value for name, value in found.items() if value}


def _page(request: HttpRequest) -> int:
    number = request.GET.get(choices.PAGE, "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1


def _shown(one: Found, typed: str, kinds: dict[str, str], language: Language) -> Result:
    entry, spot = one.entry, one.spot
    about = [entry.label, format_date(entry.on, language) if entry.on else ""]
    title = [Stretch(*piece) for piece in one.title]
    return Result(
        [*title, Stretch(f" · {spot.label}", hit=False)] if spot else title,
        opened_at(entry.address, typed, spot.anchor) if spot else entry.address,
        kinds.get(entry.kind, ""),
        " · ".join(filter(None, about)),
        [Stretch(*piece) for piece in one.text],
    )


def _pager(answer: Answer, chosen: dict[Facet, str], language: Language) -> dict[str, str]:
    """Return where the pages before and after lead, and which of how many this is."""
    number, last = answer.page, answer.pages
    words = _("Trang %(number)s trên %(last)s") % {"number": number, "last": last}
    return {
        "newer": search_address(answer, chosen, language, number - 1) if number > 1 else "",
        "older": search_address(answer, chosen, language, number + 1) if number < last else "",
        "page_words": words if last > 1 else "",
    }


def _in_the_library(answer: Answer, chosen: Mapping[Facet, str], language: Language) -> str:
    """Lead on to the library, which narrows documents further, where only they are shown."""
    if chosen.get("kind") != "document":
        return ""
    words = {choices.WORDS: answer.text, choices.YEAR: chosen.get("year")}
    return with_choices(address("documents", language), words)


def _ways(language: Language) -> list[Link]:
    """Lead on from a search that found nothing."""
    ways = {
        "procedures": _("Thủ tục hành chính"),
        "services": _("Dịch vụ công"),
        "documents": _("Văn bản pháp quy"),
        "places": _("Địa bàn: xã, phường, huyện"),
    }
    return [Link(label, address(name, language)) for name, label in ways.items()]
