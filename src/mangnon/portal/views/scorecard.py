"""The scorecard of a place: eight promises, the verdict in a sentence, a map beside."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.figures.queries import assessments
from mangnon.figures.queries import figures as released
from mangnon.places.models import Kind
from mangnon.portal.beside import scorecard_map
from mangnon.portal.cards import Card, card, series_here
from mangnon.portal.crumbs import crumbs_to
from mangnon.portal.downloads.files import file_links, serve
from mangnon.portal.editions import Edition, current_edition
from mangnon.portal.errors import NoFiguresThere, Way
from mangnon.portal.moved import arrive
from mangnon.portal.notes import level_notes, place_notes
from mangnon.portal.promises import Promise, promises
from mangnon.portal.seen import Seen, of_series, read
from mangnon.portal.spots import Spot, spot_of
from mangnon.portal.tables import Measure, years_table
from mangnon.portal.verdict import in_words, now_verdict, verdict
from mangnon.programme.status import Assessment
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Table, Tally


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the scorecard of a place."""
    edition = current_edition()
    return show(request, edition, spot_of(arrive(key, edition.day), edition.day))


def figures(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Hand out the figures of a place's scorecard."""
    edition = current_edition()
    return hand_out(edition, spot_of(arrive(key, edition.day), edition.day), kind)


def show(
    request: HttpRequest, edition: Edition, spot: Spot, *, at_home: bool = False
) -> HttpResponse:
    """Show how every promise stands at a place, and how it stands in the places below."""
    known = promises()
    judged = _judged(edition, spot)
    seen = _totals(edition, spot, known)
    key = spot.unit.key
    cards = [card(edition, one, key, seen, judged[one.code]) for one in known if one.code in judged]
    page_name, parts = ("scorecard-whole", {}) if at_home else ("scorecard", {"key": key})
    context = {
        "edition": edition,
        "place": spot.unit,
        "title": _title(edition, spot),
        "crumbs": [] if at_home else crumbs_to(edition, spot, "scorecard"),
        "intro": _intro(edition, known),
        "verdict": verdict([judged[one.code] for one in cards], edition.language),
        "now": now_verdict([judged[one.code] for one in cards], edition.language),
        "tally": [Tally(one.number, one.title, f"#{one.code}", one.status) for one in cards],
        "cards": cards,
        "notes": [*place_notes(edition, spot), *level_notes(seen)],
        "panel": scorecard_map(request, edition, spot, known, seen),
        "years": _years(edition, known, cards, seen),
        "downloads": file_links(edition, page_name, parts, {}),
        "remarks": sorted({key for one in cards for key in one.markers}),
        "place_key": key,
    }
    return render(request, "portal/scorecard.html", context)


def cards_of(edition: Edition, spot: Spot, every: Sequence[Promise]) -> tuple[list[Card], str]:
    """Return a place's rows of these promises and their verdict; none where nothing is judged."""
    judged = {code: one for (_, code), one in assessments(edition.release, [spot.unit.id]).items()}
    known = [one for one in every if one.code in judged]
    seen = _totals(edition, spot, known)
    cards = [card(edition, one, spot.unit.key, seen, judged[one.code]) for one in known]
    return cards, verdict([judged[one.code] for one in known], edition.language)


def hand_out(edition: Edition, spot: Spot, kind: str) -> HttpResponse:
    """Hand out every total behind the scorecard of a place."""
    known = promises()
    _judged(edition, spot)
    declared = {one.target.indicator_id: one.declared for one in known}
    return serve(
        edition, kind, declared, _totals(edition, spot, known), f"scorecard-{spot.unit.key}"
    )


def _judged(edition: Edition, spot: Spot) -> Mapping[str, Assessment]:
    found = assessments(edition.release, [spot.unit.id])
    if not found:
        raise NoFiguresThere(spot.unit.name_vi, spot.unit.name_en, _instead(spot))
    return {code: one for (_place, code), one in found.items()}


def _instead(spot: Spot) -> list[Way]:
    """The programme area of the place's day, and what lies below it."""
    units = [spot.tree.place(one) for one in spot.tree.ancestors(spot.unit.id)[-1:]]
    return [
        Way("scorecard", {"key": unit.key}, Sentence(unit.name_vi, unit.name_en)) for unit in units
    ]


def _totals(edition: Edition, spot: Spot, known: Sequence[Promise]) -> list[Seen]:
    codes = [one.declared.code for one in known]
    declared = {one.target.indicator_id: one.declared for one in known}
    found = released(edition.release, [spot.unit.id], indicators=codes)
    return read(found, declared, edition.day)


def _title(edition: Edition, spot: Spot) -> str:
    name = edition.name(spot.unit)
    if spot.unit.kind == Kind.PROGRAMME_AREA:
        name = name.replace("Địa bàn chương trình ", "").replace(" Programme Area", "")
    # A narrow page must not part "trẻ em".
    return (_("Lời hứa với trẻ em %(place)s") % {"place": name}).replace("trẻ em", "trẻ\u00a0em")


def _intro(edition: Edition, known: Sequence[Promise]) -> str:
    """Say who promised how many things."""
    if not known:
        return ""
    document = known[0].target.document
    return _("Kế hoạch %(number)s hứa %(count)s điều với trẻ em.") % {
        "number": document.number or edition.of(document, "title"),
        "count": in_words(len(known), edition.language),
    }


def _years(
    edition: Edition, known: Sequence[Promise], cards: Sequence[Card], seen: Sequence[Seen]
) -> Table:
    """All the small pictures as one table."""
    by_code = {one.code: one for one in known}
    lines = []
    for one in cards:
        promise = by_code[one.code]
        mine = of_series(seen, promise.declared.code, series_here(promise, seen))
        final = [figure for figure in mine if figure.is_final]
        lines.append((one.title, one.url, Measure(promise.unit, promise.decimals), final))
    return years_table(edition, _("Số liệu của các hình, theo năm"), lines)
