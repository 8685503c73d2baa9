"""The directory of services: the list by kind, age and place, and each with how to reach it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.portal import choices
from mangnon.portal.addresses import address
from mangnon.portal.listing import Entry, Listing, Narrowing, nothing_named, present
from mangnon.portal.offices import office_link
from mangnon.portal.resting import legal_grounds, links_to
from mangnon.portal.spots import find_unit
from mangnon.portal.voices import Voice, page_voice
from mangnon.services import public
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Link

_NAMES = (choices.KIND, choices.AGES, choices.PLACE)
_WHAT = Sentence("dịch vụ", "service")
_AGES: dict[str, public.Ages] = {"0-5": (0, 5), "6-10": (6, 10), "11-15": (11, 15)}
_LEVELS = (Kind.DISTRICT, Kind.COMMUNE)


def listing(request: HttpRequest) -> Listing:
    """Return the services that were asked for; raises BadChoice, NoSuchPlace."""
    voice = page_voice()
    kinds = {value: str(label) for value, label in public.KINDS.choices}
    kind = choices.one_of(request, choices.KIND, list(kinds), "")
    ages = choices.one_of(request, choices.AGES, list(_AGES), "")
    places = _places(voice)
    asked = request.GET.get(choices.PLACE, "")
    unit = find_unit(asked, clock.today()) if asked else None
    chosen = public.Choice(kind, unit.id if unit else None, _AGES.get(ages))
    found = public.listed(chosen, [one for one, _ in places.values()], _AGES.values())
    shown = {key: name for key, (_, name) in places.items()}
    if unit and asked not in shown:
        shown = {asked: voice.name(unit), **shown}
    at = {key: found.places[one] for key, (one, _) in places.items()}
    spans = {key: _age_words(key) for key in _AGES}
    switches = [
        Narrowing(request, "services", choices.KIND, _NAMES).switch(
            _("Loại dịch vụ"), kinds, found.kinds
        ),
        Narrowing(request, "services", choices.AGES, _NAMES).switch(
            _("Tuổi của trẻ em"), spans, {key: found.ages[_AGES[key]] for key in _AGES}
        ),
        Narrowing(request, "services", choices.PLACE, _NAMES).switch(
            _("Nơi ở"), shown, {asked: len(found.rows), **at}, folded=True
        ),
    ]
    return Listing(
        present(switches),
        [
            Entry(
                voice.name(one),
                address("service", voice.language, code=one.code),
                voice.of(one, "offers"),
                [kinds[one.kind], *filter(None, [one.telephone])],
            )
            for one in sorted(found.rows, key=voice.by_name)
        ],
    )


def listed(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    context = {
        "title": _("Dịch vụ công"),
        "lead": _("Ai giúp được trẻ em và gia đình, giúp việc gì, liên hệ ở đâu."),
        "listing": listing(request),
    }
    return render(request, "portal/listed.html", context)


def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a service."""
    voice = page_voice()
    found = public.one(code)
    if found is None:
        raise nothing_named(_WHAT, "service", code, public.names())
    context = {
        "title": voice.name(found),
        "offers": voice.of(found, "offers"),
        "crumbs": [
            (_("Dịch vụ công"), address("services", voice.language)),
            (voice.name(found), None),
        ],
        "notes": [_("Cần đối chiếu: %(what)s") % {"what": voice.of(found, "to_check")}]
        if found.to_check_vi else [],
        "how": voice.of(found, "how"),
        "reach": _reach(voice, found),
        "facts": _facts(voice, found),
        "links": _links(found),
        "procedures": links_to(
            voice, "procedure", [one.procedure for one in found.leads.all() if one.procedure.live]
        ),
        "grounds": legal_grounds(voice, found.bases.all()),
        "review_by": found.review_by,
    }  # fmt: skip
    return render(request, "portal/service.html", context)


def _places(voice: Voice) -> dict[str, tuple[int, str]]:
    """Return the places of today that a visitor may live at: {key: (id, name)}."""
    tree = Tree.on(clock.today())
    return {one.key: (one.id, voice.name(one)) for one in tree if one.kind in _LEVELS}


def _age_words(key: str) -> str:
    first, last = _AGES[key]
    return _("%(first)s–%(last)s tuổi") % {"first": first, "last": last}


def _reach(voice: Voice, found: public.Service) -> list[tuple[str, str]]:
    """Return how one reaches it; what is not known is said to be missing."""
    said = [
        (_("Điện thoại"), found.telephone),
        (_("Địa chỉ"), found.address),
        (_("Giờ làm việc"), voice.of(found, "hours")),
        (_("Thư điện tử"), found.email),
    ]
    return [(label, words or _("chưa có")) for label, words in said]


def _facts(voice: Voice, found: public.Service) -> list[tuple[str, str]]:
    said = [
        (_("Loại"), str(found.get_kind_display())),
        (_("Dành cho"), voice.of(found, "for_whom")),
        (_("Tuổi"), _ages(found)),
        (_("Chi phí"), voice.of(found, "cost")),
        (_("Phục vụ"), _served(voice, found)),
        (_("Đặt tại"), voice.name(found.place) if found.place else ""),
        (_("Cơ quan phụ trách"), office_link(voice, found.office) if found.office else ""),
    ]
    return [(label, words or _("chưa có")) for label, words in said]


def _ages(found: public.Service) -> str:
    ages = {"first": found.age_from, "last": found.age_to}
    if found.age_from is None and found.age_to is None:
        return _("mọi tuổi")
    if found.age_to is None:
        return _("từ %(first)s tuổi") % ages
    if not found.age_from:
        return _("đến %(last)s tuổi") % ages
    return _("%(first)s–%(last)s tuổi") % ages


def _served(voice: Voice, found: public.Service) -> str:
    if found.whole_area:
        return _("toàn địa bàn")
    return ", ".join(voice.name(one.place) for one in found.serves.all())


def _links(found: public.Service) -> list[Link]:
    known = [
        (_("Trang web"), found.web),
        (_("Trên Cổng Dịch vụ công quốc gia"), found.national_portal),
    ]
    return [Link(label, url) for label, url in known if url]
