"""A promise at a place: the clause, the arithmetic, the trend, its parts, the places below."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.figures.queries import assessments
from mangnon.figures.queries import figures as released
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.models import Indicator
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.portal.beside import figures_below, periods_of, scale_at, why_none
from mangnon.portal.cards import source_words
from mangnon.portal.companions import companions
from mangnon.portal.crumbs import crumbs_to
from mangnon.portal.downloads.files import file_links, serve
from mangnon.portal.editions import Edition, current_edition
from mangnon.portal.errors import NoFiguresThere, Way
from mangnon.portal.looks import Look, lies_below, look, map_choices, period_choices
from mangnon.portal.maps import value_map
from mangnon.portal.moved import arrive
from mangnon.portal.notes import ground_notes, level_notes, place_notes
from mangnon.portal.promises import Promise, find_promise, promises
from mangnon.portal.ranking import ranking, statuses_below
from mangnon.portal.resting import source_url
from mangnon.portal.seen import Seen, of_series, read
from mangnon.portal.splits import Split, split
from mangnon.portal.spots import Spot, root_spot, spot_of
from mangnon.portal.story import clause_of, lines_of, steps_of, sum_of
from mangnon.portal.tables import Measure, series_table
from mangnon.portal.trends import promise_trend
from mangnon.programme.status import Assessment
from mangnon.text.sentence import Sentence
from mangnon.ui.charts.trend import Trend
from mangnon.ui.parts import Table


def whole_area(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the promise in the whole programme area."""
    edition = current_edition()
    find_promise(promises(), code)
    key = root_spot(edition.day).unit.key
    path = address("promise-at", edition.language, code=code, key=key)
    return HttpResponseRedirect(with_choices(path, dict(choices.chosen(request))))


def page(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Show a promise at a place."""
    edition = current_edition()
    promise = find_promise(promises(), code)
    spot = spot_of(arrive(key, edition.day), edition.day)
    assessment = _assessment(edition, spot, promise)
    beside = _beside(promise)
    everything = _here(edition, spot, promise, beside)
    seen = [one for one in everything if one.indicator == promise.declared.code]
    title = promise.title(edition)
    trend = promise_trend(edition, promise.declared, promise.target.series, seen, assessment, title)
    chosen = look(request, spot, periods_of(promise, seen), edition)
    context = {
        "edition": edition,
        "promise": promise,
        "place": spot.unit,
        "place_key": key,
        "title": title,
        "said": promise.said(edition, [one.step for one in assessment.steps] or None),
        "crumbs": crumbs_to(edition, spot, "scorecard", _number(promise)),
        "clause": clause_of(edition, promise),
        "translated": promise.target.as_printed_en if edition.language == "en" else "",
        "original_not_held": promise.target.original_not_held,
        "document_url": source_url(edition, promise.target),
        "status": assessment.status,
        "steps": steps_of(edition, promise, assessment),
        "sum": sum_of(edition, promise, assessment),
        "lines": lines_of(edition, assessment),
        "trend": trend,
        "series": _series_tables(edition, promise, seen),
        "split": _split(request, edition, spot, promise, seen, trend, chosen),
        "notes": [*place_notes(edition, spot), *level_notes(seen)],
        "ground": _ground(request, edition, spot, promise, chosen),
        "periods": period_choices(request, chosen, "places")
        if chosen and lies_below(promise.declared) else [],
        "companions": companions(edition, list(beside.values()), everything),
        "formula_url": address("indicator", edition.language, key=promise.declared.code),
        "card_url": address("scorecard", edition.language, key=key),
        "downloads": file_links(
            edition, "promise-at", {"code": code, "key": key}, choices.chosen(request)
        ),
    }  # fmt: skip
    return render(request, "portal/promise.html", context)


def figures(request: HttpRequest, code: str, key: str, kind: str) -> HttpResponse:
    """Hand out a promise's figures: of the place, by its parts, and of the places below."""
    edition = current_edition()
    promise = find_promise(promises(), code)
    spot = spot_of(arrive(key, edition.day), edition.day)
    seen = _here(edition, spot, promise)
    chosen = look(request, spot, periods_of(promise, seen), edition)
    if chosen is not None and chosen.ground is not None:
        seen = [*seen, *(figures_below(edition, promise, chosen.ground, chosen) or {}).values()]
    declared = {promise.target.indicator_id: promise.declared}
    return serve(edition, kind, declared, seen, f"{code}-{key}")


def _assessment(edition: Edition, spot: Spot, promise: Promise) -> Assessment:
    found = assessments(edition.release, [spot.unit.id], promise.code)
    if not found:
        root = root_spot(edition.day).unit
        way = Way("scorecard", {"key": root.key}, Sentence(root.name_vi, root.name_en))
        raise NoFiguresThere(spot.unit.name_vi, spot.unit.name_en, [way])
    return found[spot.unit.id, promise.code]


def _beside(promise: Promise) -> dict[int, Declaration]:
    """Return the indicators that stand beside the promise's own, by id, in its order."""
    codes = promise.declared.beside
    if not codes:
        return {}
    found = Indicator.objects.filter(code__in=codes).values_list("pk", "declaration")
    declared = {pk: Declaration.from_dict(one) for pk, one in found}
    return dict(sorted(declared.items(), key=lambda pair: codes.index(pair[1].code)))


def _here(
    edition: Edition, spot: Spot, promise: Promise, beside: Mapping[int, Declaration] | None = None
) -> list[Seen]:
    """Read the figures at the place, of the promise's indicator and of those beside it."""
    declared = {promise.target.indicator_id: promise.declared, **(beside or {})}
    codes = [one.code for one in declared.values()]
    found = released(edition.release, [spot.unit.id], indicators=codes, breakdown=None)
    return read(found, declared, edition.day)


def _number(promise: Promise) -> str:
    return _("Lời hứa %(number)s") % {"number": promise.number}


def _series_tables(
    edition: Edition, promise: Promise, seen: Sequence[Seen]
) -> list[tuple[Table, str]]:
    """Return a table a series, with its note, the one that judges first."""
    declared = promise.declared
    measure = Measure(promise.unit, promise.decimals)
    ordered = sorted(declared.series, key=lambda one: one.code != promise.target.series)
    tables = []
    for number, series in enumerate(ordered):
        mine = [one for one in of_series(seen, declared.code, series.code) if one.is_final]
        if mine:
            caption = f"{edition.name(series)} · {source_words(promise, series.code)}"
            table = series_table(edition, f"series-{number}", caption, mine, measure)
            tables.append((table, edition.of(series, "note") if series.note_vi else ""))
    return tables


def _split(
    request: HttpRequest,
    edition: Edition,
    spot: Spot,
    promise: Promise,
    seen: Sequence[Seen],
    trend: Trend,
    chosen: Look | None,
) -> Split | None:
    """Return the breakdown, which only places from the district up have."""
    if spot.is_commune or chosen is None:
        return None
    step = promise.step_for(None, chosen.period.as_of.year)
    mine = [one for one in seen if one.series == promise.target.series or one.breakdown]
    return split(request, edition, promise.declared, mine, trend, chosen.period, step)


def _ground(
    request: HttpRequest, edition: Edition, spot: Spot, promise: Promise, chosen: Look | None
) -> dict[str, object] | None:
    """Return map and table of the places below; None where nothing lies below."""
    if chosen is None or spot.is_commune:
        return None
    if not lies_below(promise.declared):
        return {"words": why_none(promise, None)}
    if chosen.ground is None:
        said = {"place": edition.name(spot.unit), "day": edition.written(chosen.map_day)}
        return {"words": _("%(place)s chưa thành lập hoặc không còn vào ngày %(day)s.") % said}
    maps = map_choices(request, spot, chosen, edition, "places")
    below = figures_below(edition, promise, chosen.ground, chosen)
    if not below:
        return {"words": why_none(promise, below), "maps": maps}
    caption = _("%(title)s, %(year)s") % {
        "title": edition.say(promise.declared.short),
        "year": chosen.period.name,
    }
    links = {
        unit.id: address("promise-at", edition.language, code=promise.code, key=unit.key)
        for unit in chosen.ground.units
    }
    scale = scale_at(promise, chosen.ground, chosen)
    words = statuses_below(edition.release, chosen.ground, promise.code, chosen.period)
    return {
        "picture": value_map(edition, caption, chosen.ground, below, scale, links),
        "table": ranking(request, edition, promise, chosen.ground, below, words, caption),
        "maps": maps,
        "notes": ground_notes(edition, chosen.ground, below.values()),
        "remarks": sorted({key for one in below.values() for key in one.markers}),
    }
