"""Offices: the list by level and place, and each with what it does and what it keeps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.legislation import public as legislation
from mangnon.pages.models import NewsPage, OfficeProfile, PolicyPage, SituationPage
from mangnon.pages.tree import tree_for
from mangnon.places.models import Office
from mangnon.portal.addresses import address
from mangnon.portal.biography import spell
from mangnon.portal.listing import nothing_named
from mangnon.portal.offices import groups, keeps, line_words, office_link
from mangnon.portal.resting import document_url, links_to, titled
from mangnon.portal.voices import Voice, page_voice
from mangnon.procedures import public as procedures
from mangnon.services import public as services
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Link

_WHAT = Sentence("cơ quan", "office")
_BREAK = SafeString("<br>")


def listed(request: HttpRequest) -> HttpResponse:
    """Show the list, where nobody has written its section."""
    context = {
        "title": _("Cơ quan"),
        "lead": _("Cơ quan nào làm việc gì cho trẻ em, liên hệ ở đâu."),
        "groups": groups(page_voice()),
    }
    return render(request, "portal/offices.html", context)


def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show an office."""
    voice = page_voice()
    found = Office.objects.select_related("place", "parent", "profile").filter(code=code).first()
    if found is None:
        names = Office.objects.values_list("code", "name_vi", "name_en")
        raise nothing_named(_WHAT, "office", code, {key: (vi, en) for key, vi, en in names})
    profile = found.profile if hasattr(found, "profile") and found.profile.live else None
    context = {
        "title": voice.name(found),
        "crumbs": _crumbs(request, voice, found),
        "notes": _notes(voice, found),
        "functions": voice.of(profile, "functions") if profile else "",
        "structure": voice.of(profile, "structure") if profile else "",
        "reach": _reach(voice, profile),
        "facts": _facts(voice, found),
        "procedures": links_to(voice, "procedure", procedures.of_office(found.pk)),
        "services": links_to(voice, "service", services.of_office(found.pk)),
        "documents": [
            Link(titled(voice, one), document_url(voice, one))
            for one in legislation.issued_by(found.name_vi)
        ],
        **_pages(request, voice, found),
    }
    return render(request, "portal/office.html", context)


def _crumbs(request: HttpRequest, voice: Voice, found: Office) -> list[tuple[str, str | None]]:
    tree = tree_for(request, voice.language)
    section = tree.section("offices") if tree else None
    above = [(_("Cơ quan"), address("offices", voice.language))]
    if tree is not None and section is not None:
        *above, (title, _here) = tree.crumbs(section)
        above.append((title, tree.address(section)))
    return [*above, (voice.name(found), None)]


def _notes(voice: Voice, found: Office) -> list[str]:
    notes = [voice.of(found, "note")] if found.note_vi else []
    if found.valid_to is not None and found.valid_to <= clock.today():
        said = _("Cơ quan này không còn từ ngày %(day)s.")
        notes.insert(0, said % {"day": voice.written(found.valid_to)})
    return notes


def _reach(voice: Voice, profile: OfficeProfile | None) -> list[tuple[str, str]]:
    """Return how one reaches it: the post, never a person; what is not known is said so."""
    none = _("chưa có")
    if profile is None:
        labels = (_("Chức danh phụ trách"), _("Địa chỉ"), _("Điện thoại"), _("Thư điện tử"))
        return [(label, none) for label in labels]
    called = "".join(one for one in profile.telephone if one.isdigit() or one == "+")
    return [
        (_("Chức danh phụ trách"), voice.of(profile, "post") or none),
        (_("Địa chỉ"), profile.address or none),
        (_("Điện thoại"), _linked("tel:", called, profile.telephone) or none),
        (_("Thư điện tử"), _linked("mailto:", profile.email, profile.email) or none),
    ]


def _linked(scheme: str, target: str, words: str) -> str:
    return format_html('<a href="{}{}">{}</a>', scheme, target, words) if words else ""


def _facts(voice: Voice, found: Office) -> list[tuple[str, str]]:
    """Say what it is, what stands above it and what below."""
    where = address("place", voice.language, key=found.place.key)
    below = sorted(found.branches.all(), key=voice.by_name)
    said = [
        (_("Hệ thống"), line_words(found.line)),
        (_("Thuộc địa bàn"), format_html('<a href="{}">{}</a>', where, voice.name(found.place))),
        (_("Thời gian"), spell(voice, found.valid_from, found.valid_to)),
        (_("Cơ quan cấp trên"), office_link(voice, found.parent) if found.parent else ""),
        (
            _("Cơ quan cấp dưới"),
            format_html_join(_BREAK, "{}", ((office_link(voice, one),) for one in below)),
        ),
    ]
    return [(term, words or _("chưa có trong danh mục")) for term, words in said]


def _pages(request: HttpRequest, voice: Voice, found: Office) -> dict[str, list[Link]]:
    """Return the pages that the office keeps: policies, situations, news, the others."""
    tree = tree_for(request, voice.language)
    kinds = {PolicyPage: "policies", SituationPage: "situations", NewsPage: "news"}
    found_by: dict[str, list[Link]] = {name: [] for name in (*kinds.values(), "pages")}
    for one in [] if tree is None else keeps(tree, found):
        name = kinds.get(one.specific_class, "pages")
        found_by[name].append(Link(one.title, tree.address(one)))  # type: ignore[union-attr]
    return found_by
