"""Indicators: how each is defined, counted and limited, and its latest figures."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.figures.queries import figures as released
from mangnon.indicators.declaration import Declaration, Series
from mangnon.indicators.models import Indicator
from mangnon.places.models import Office
from mangnon.portal.addresses import address
from mangnon.portal.biography import spell
from mangnon.portal.downloads.files import file_links, serve
from mangnon.portal.editions import Edition, current_edition
from mangnon.portal.errors import NoSuchIndicator, Way
from mangnon.portal.figuring import amount, decimals_for
from mangnon.portal.formula import column_tables, formula_words, parts_of, statements
from mangnon.portal.offices import office_link
from mangnon.portal.seen import Seen, of_series, read
from mangnon.portal.splits import split_label
from mangnon.portal.spots import Spot, root_spot
from mangnon.portal.tables import Measure, series_table
from mangnon.portal.trends import plain_trend
from mangnon.programme.models import Target
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Cell, Column, Link, Table


def listed(request: HttpRequest) -> HttpResponse:
    """List every indicator, and what it is for."""
    edition = current_edition()
    used = _used()
    rows = [
        [
            Cell(edition.name(one), address("indicator", edition.language, key=one.code)),
            Cell(one.code),
            Cell(", ".join(target.code for target in used.get(one.pk, [])) or _("xem kèm")),
        ]
        for one in Indicator.objects.all()
    ]
    head = [Column(_("Chỉ số")), Column(_("Mã")), Column(_("Lời hứa"))]
    context = {
        "edition": edition,
        "title": _("Các chỉ số"),
        "table": Table("indicators", _("Mọi chỉ số của chương trình"), head, rows),
    }
    return render(request, "portal/indicators.html", context)


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show how an indicator is defined, and its figures in the programme area."""
    edition = current_edition()
    indicator = _find(key)
    declared = Declaration.from_dict(indicator.declaration)
    spot = root_spot(edition.day)
    seen = _figures(edition, spot, indicator, declared)
    context = {
        "edition": edition,
        "title": edition.say(declared.name),
        "crumbs": [
            (_("Chỉ số"), address("indicators", edition.language)),
            (edition.say(declared.short), None),
        ],
        "declared": declared,
        "definition": edition.say(declared.definition),
        "formula": formula_words(declared),
        "parts": parts_of(edition, declared),
        "statements": statements(declared),
        "columns": column_tables(edition, declared),
        "facts": _facts(edition, declared, indicator),
        "series": [_series(edition, one) for one in declared.series],
        "breaks": [(edition.written(one.on), edition.of(one, "reason")) for one in declared.breaks],
        "limits": [edition.say(one) for one in declared.limits],
        "sources": [edition.say(one) for one in declared.sources],
        "owners": _owners(edition, declared),
        "targets": _targets(edition, indicator),
        "trend": plain_trend(edition, declared, seen),
        "tables": _tables(edition, declared, seen),
        "place_name": edition.name(spot.unit),
        "downloads": file_links(edition, "indicator", {"key": key}, {}),
    }  # fmt: skip
    return render(request, "portal/indicator.html", context)


def figures(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Hand out an indicator's figures in the programme area, its parts with them."""
    edition = current_edition()
    indicator = _find(key)
    declared = Declaration.from_dict(indicator.declaration)
    seen = _figures(edition, root_spot(edition.day), indicator, declared)
    return serve(edition, kind, {indicator.pk: declared}, seen, f"indicator-{key}")


def _find(code: str) -> Indicator:
    found = Indicator.objects.filter(code=code).first()
    if found is None:
        known = Indicator.objects.values_list("code", "name_vi", "name_en")
        ways = [
            Way("indicator", {"key": one}, Sentence(f"{one}: {vi}", f"{one}: {en}"))
            for one, vi, en in known
        ]
        raise NoSuchIndicator(code, ways)
    return found


def _used() -> dict[int, list[Target]]:
    found: dict[int, list[Target]] = {}
    for target in Target.objects.order_by("position"):
        found.setdefault(target.indicator_id, []).append(target)
    return found


def _targets(edition: Edition, indicator: Indicator) -> list[Link]:
    return [
        Link(
            f"{target.code}: {edition.of(target, 'title')}",
            address("promise", edition.language, code=target.code),
        )
        for target in Target.objects.filter(indicator=indicator).order_by("position")
    ]


def _figures(
    edition: Edition, spot: Spot, indicator: Indicator, declared: Declaration
) -> list[Seen]:
    codes = [indicator.code]
    found = released(edition.release, [spot.unit.id], indicators=codes, breakdown=None)
    return read(found, {indicator.pk: declared}, edition.day)


def _tables(edition: Edition, declared: Declaration, seen: Sequence[Seen]) -> list[Table]:
    values = [one.value for one in seen if one.value is not None and not one.breakdown]
    measure = Measure(declared.unit, decimals_for(values, declared.unit))
    tables = []
    for number, series in enumerate(declared.series):
        mine = [one for one in of_series(seen, declared.code, series.code) if one.is_final]
        if mine:
            key = f"series-{number}"
            tables.append(series_table(edition, key, edition.name(series), mine, measure))
    return tables


def _facts(edition: Edition, declared: Declaration, indicator: Indicator) -> list[tuple[str, str]]:
    """Say the rules of the indicator that are numbers or single words."""
    judged = Target.objects.filter(indicator=indicator).values_list("judged_at", flat=True)
    units = {
        "percent": _("phần trăm (%)"),
        "per_mille": _("phần nghìn (‰)"),
        "count": _("số đếm"),
        "ratio": _("tỷ số"),
    }
    better = {"lower": _("càng thấp càng tốt"), "higher": _("càng cao càng tốt")}
    measures = {
        "stock": _("trạng thái của ngày cuối kỳ"),
        "flow": _("diễn ra trong kỳ"),
        "latest": _("lần quan sát cuối của từng trẻ trong kỳ"),
    }
    said = [
        (_("Mã"), declared.code),
        (_("Đơn vị"), units[declared.unit]),
        (_("Chiều tốt lên"), better.get(declared.better, _("không xét chiều tốt, chỉ để xem kèm"))),
        (_("Đo cái gì"), measures.get(declared.measure, declared.measure)),
        (_("Mẫu số tối thiểu để đánh giá"),
         amount(declared.minimum_denominator, "count", 0, edition.language)),
        (_("Số liệu được coi là mới trong"),
         _("%(days)s ngày") % {"days": declared.data_age_days}),
    ]  # fmt: skip
    if declared.final_after_days:
        said.append(
            (
                _("Thành số liệu chính thức sau"),
                _("%(days)s ngày") % {"days": declared.final_after_days},
            )
        )
    said += _splits(edition, declared)
    if judged:
        said.append((_("Cấp thấp nhất được đánh giá"), ", ".join(_lowest(one) for one in judged)))
    return said


def _splits(edition: Edition, declared: Declaration) -> list[tuple[str, str]]:
    """Say by what the figures may be split in public: of the whole area, and of districts."""
    found = (
        (_("Công bố chia theo, toàn địa bàn"), declared.published),
        (_("Công bố chia theo, cấp huyện"), declared.published_below),
    )
    return [
        (term, ", ".join(split_label(edition, declared, name).lower() for name in names))
        for term, names in found
        if names
    ]


def _lowest(level: str) -> str:
    return {
        "area": _("toàn địa bàn"),
        "district": _("cấp huyện"),
        "commune": _("cấp xã"),
    }[level]


def _series(edition: Edition, one: Series) -> tuple[str, str, str]:
    """Name a series, its source, and what to know of it."""
    note = edition.of(one, "note") if one.note_vi else ""
    return edition.name(one), _source(one.source), note


def _source(source: str) -> str:
    return {
        "records": _("Đếm từ hồ sơ"),
        "reported": _("Tổng số do ngành báo cáo"),
        "survey": _("Điều tra chọn mẫu"),
    }[source]


def _owners(edition: Edition, declared: Declaration) -> list[tuple[str, str]]:
    """Return who answered for the figure, and when."""
    names = {
        one.code: office_link(edition, one)
        for one in Office.objects.filter(code__in=[owner.office for owner in declared.owners])
    }
    return [
        (names.get(one.office, one.office), spell(edition, one.start, one.end))
        for one in declared.owners
    ]
