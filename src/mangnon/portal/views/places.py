"""A place: what it was, what became of it, where it lies."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.facilities import public as facilities
from mangnon.figures.queries import figures as released
from mangnon.indicators.catalogue import declarations
from mangnon.places.models import Kind
from mangnon.places.world import Unit
from mangnon.portal.addresses import address
from mangnon.portal.below import Ground, grounds
from mangnon.portal.biography import forebears, heirs, life, spell
from mangnon.portal.crumbs import crumbs_to
from mangnon.portal.downloads.files import file_links, serve
from mangnon.portal.editions import Edition, current_edition
from mangnon.portal.maps import here_map
from mangnon.portal.moved import arrive
from mangnon.portal.notes import place_notes
from mangnon.portal.seen import read
from mangnon.portal.spots import Spot, root_spot, spot_of
from mangnon.ui.charts.maps import MapPicture
from mangnon.ui.parts import Cell, Column, Table


def root(request: HttpRequest) -> HttpResponse:
    """Lead to the programme area."""
    edition = current_edition()
    key = root_spot(edition.day).unit.key
    return HttpResponseRedirect(address("place", edition.language, key=key))


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show a place through time."""
    edition = current_edition()
    spot = spot_of(arrive(key, edition.day), edition.day)
    unit = spot.unit
    around = _around(spot)
    has_figures = unit.kind != Kind.PROVINCE
    offered = facilities.offered_at([unit.id]) if spot.is_commune else []
    context = {
        "edition": edition,
        "place": unit,
        "title": edition.name(unit),
        "crumbs": crumbs_to(edition, spot, "place"),
        "facts": _facts(edition, unit),
        "note": edition.of(unit, "note") if unit.note_vi and not unit.stands_in else "",
        "notes": place_notes(edition, spot) if has_figures else [],
        "forebears": forebears(edition, unit.id),
        "heirs": heirs(edition, unit.id),
        "offered": [(one.name, edition.of(one, "words")) for one in offered],
        "picture": _picture(edition, spot, around) if around else None,
        "list": _list(edition, around) if around else None,
        "card_url": address("scorecard", edition.language, key=unit.key) if has_figures else "",
        "downloads": file_links(edition, "place", {"key": key}, {}) if has_figures else [],
    }
    return render(request, "portal/place.html", context)


def figures(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Hand out every total that was released of a place."""
    edition = current_edition()
    unit = arrive(key, edition.day)
    declared = declarations()
    seen = read(released(edition.release, [unit.id]), declared, edition.day)
    return serve(edition, kind, declared, seen, f"place-{unit.key}")


def _facts(edition: Edition, unit: Unit) -> list[tuple[str, str]]:
    kinds: Mapping[str, str] = {
        Kind.PROGRAMME_AREA: _("Địa bàn chương trình"),
        Kind.PROVINCE: _("Tỉnh"),
        Kind.DISTRICT: _("Cấp huyện"),
        Kind.COMMUNE: _("Cấp xã"),
        Kind.VILLAGE: _("Thôn, khu dân cư"),
    }
    said = [
        (_("Mã"), unit.code),
        (_("Cấp"), kinds[unit.kind]),
        (_("Thời gian"), spell(edition, unit.valid_from, unit.valid_to)),
    ]
    return [*said, *life(edition, unit.id)]


def _around(spot: Spot) -> Ground | None:
    """What lies in the place; for a commune, its neighbours under the same district or area."""
    if not spot.is_commune:
        return next(iter(grounds(spot.unit.id, spot.day).values()), None)
    parent = spot.tree.parent(spot.unit.id)
    if parent is None:
        return None
    return grounds(parent, spot.day).get(Kind.COMMUNE)


def _picture(edition: Edition, spot: Spot, around: Ground) -> MapPicture:
    links = {unit.id: address("place", edition.language, key=unit.key) for unit in around.units}
    if spot.is_commune:
        title = _("%(place)s giữa các nơi bên cạnh") % {"place": edition.name(spot.unit)}
    else:
        title = _("Các nơi trong %(place)s, %(day)s") % {
            "place": edition.name(spot.unit),
            "day": edition.written(around.day),
        }
    return here_map(edition, title, around, spot.unit.id, links)


def _list(edition: Edition, around: Ground) -> Table:
    rows = [
        [
            Cell(edition.name(unit), address("place", edition.language, key=unit.key)),
            Cell(unit.code),
            Cell(edition.name(district) if (district := around.district_of(unit)) else ""),
        ]
        for unit in around.units
    ]
    head = [Column(_("Nơi")), Column(_("Mã")), Column(_("Thuộc"))]
    return Table("around", _("Danh sách các nơi trên bản đồ"), head, rows)
