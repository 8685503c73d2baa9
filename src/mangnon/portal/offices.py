"""Offices as pages name them: the list by level and place, links, what an office keeps."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page

from mangnon import clock
from mangnon.pages.drafting import MODELS
from mangnon.pages.tree import Tree
from mangnon.places.models import Kind, Office, Place
from mangnon.portal.addresses import address
from mangnon.portal.listing import Entry
from mangnon.portal.voices import Voice

_LEVELS = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE, Kind.VILLAGE)
_LINES = (Office.Line.STATE, Office.Line.PARTY, Office.Line.MASS)


@dataclass(frozen=True, slots=True)
class Group:
    """The offices of one place; ``level`` stands before the first place of a level alone."""

    level: str
    place: str
    entries: Sequence[Entry]


def groups(voice: Voice) -> list[Group]:
    """Return every office by level and place; those that still work first; one query."""
    today = clock.today()
    by_place: dict[Place, list[Office]] = defaultdict(list)
    for one in Office.objects.select_related("place", "profile", "parent").order_by("pk"):
        by_place[one.place].append(one)
    places = sorted(by_place, key=lambda one: (_LEVELS.index(Kind(one.kind)), voice.by_name(one)))
    found, last = [], ""
    for place in places:
        level = _level_words(place.kind)
        offices = sorted(by_place[place], key=lambda one: _rank(one, by_place[place]))
        entries = [_entry(voice, one, today) for one in offices]
        found.append(Group(level if level != last else "", voice.name(place), entries))
        last = level
    return found


def line_words(line: str) -> str:
    """Say which line of offices one belongs to."""
    return {
        Office.Line.PARTY: _("Cơ quan Đảng"),
        Office.Line.STATE: _("Cơ quan Nhà nước"),
        Office.Line.MASS: _("Đoàn thể"),
    }[Office.Line(line)]


def office_url(voice: Voice, office: Office) -> str:
    """Return the address of an office's page."""
    return address("office", voice.language, code=office.code)


def office_link(voice: Voice, office: Office) -> str:
    """Return an office's name that leads to its page."""
    return format_html('<a href="{}">{}</a>', office_url(voice, office), voice.name(office))


def keeps(tree: Tree, office: Office) -> list[Page]:
    """Return the published pages of a tree that an office answers for; one query."""
    of_any_kind = Q()
    for model in MODELS.values():
        of_any_kind |= Q(**{f"{model._meta.model_name}__office": office})
    return list(
        Page.objects.descendant_of(tree.home, inclusive=True)
        .live()
        .filter(of_any_kind)
        .order_by("path")
    )


def _rank(one: Office, among: list[Office]) -> tuple[int, list[int]]:
    """Put the state's offices before the Party's, one above before those below it."""
    way = [one.pk]
    by_id = {office.pk: office for office in among}
    above = by_id.get(one.parent_id or 0)
    while above is not None and above.pk not in way:
        way.insert(0, above.pk)
        above = by_id.get(above.parent_id or 0)
    return _LINES.index(Office.Line(one.line)), way


def _entry(voice: Voice, one: Office, today: object) -> Entry:
    profile = one.profile if hasattr(one, "profile") and one.profile.live else None
    ended = one.valid_to is not None and one.valid_to <= today  # type: ignore[operator]
    facts = [line_words(one.line)]
    if ended and one.valid_to:
        facts.append(_("đến trước ngày %(day)s") % {"day": voice.written(one.valid_to)})
    facts += [profile.telephone] if profile and profile.telephone else []
    words = voice.of(profile, "functions") if profile else ""
    return Entry(voice.name(one), office_url(voice, one), words, facts)


def _level_words(kind: str) -> str:
    return {
        Kind.PROGRAMME_AREA: _("Toàn địa bàn chương trình"),
        Kind.PROVINCE: _("Cấp tỉnh"),
        Kind.DISTRICT: _("Cấp huyện"),
        Kind.COMMUNE: _("Cấp xã"),
        Kind.VILLAGE: _("Thôn, khu dân cư"),
    }[Kind(kind)]
