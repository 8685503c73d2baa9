"""Acts on figures: entering a total that a place or a survey reports, and taking it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.catalogue import indicator
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.errors import NotReported
from mangnon.indicators.models import Cell, Indicator, ReportedTotal
from mangnon.indicators.periods import Period, period_of, start_of
from mangnon.places.models import Place


@dataclass(frozen=True, slots=True)
class Total:
    """A reported figure: its sums, or an estimate with its interval in the indicator's unit."""

    indicator: str
    series: str
    place: Place
    day: date  # any day of the period
    reported_on: date
    source_vi: str
    source_en: str
    numerator: float | None = None
    denominator: float | None = None
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None


def report_totals(totals: Iterable[Total], *, warrant: Warrant) -> int:
    """Enter reported totals, all or none; each replaces the one of its place and period."""
    entered = 0
    with transaction.atomic():
        for total in totals:
            warrant.demand("indicators.report", [total.place.pk])
            _enter(total)
            entered += 1
        record(warrant, "indicators.report", data={"totals": entered})
    return entered


def withdraw_totals(totals: Iterable[Total], *, warrant: Warrant) -> int:
    """Take out what was entered of these places and periods; return how many figures went."""
    gone = 0
    with transaction.atomic():
        for total in totals:
            warrant.demand("indicators.report", [total.place.pk])
            held = indicator(total.indicator)
            declared = Declaration.from_dict(held.declaration)
            where = _where(held, total, declared.period, _period(declared, total.day).start)
            Cell.objects.filter(**where, breakdown="", value_key="").delete()
            gone += ReportedTotal.objects.filter(**where).delete()[0]
        record(warrant, "indicators.withdraw_report", data={"totals": gone})
    return gone


def _period(declared: Declaration, day: date) -> Period:
    start = start_of(declared.period, day)
    return period_of(declared.period, start, clock.today(), declared.cutoffs)


def _enter(total: Total) -> None:
    held = indicator(total.indicator)
    declared = Declaration.from_dict(held.declaration)
    _check(total, declared)
    period = _period(declared, total.day)
    where = _where(held, total, declared.period, period.start)
    figures: dict[str, Any] = {
        "numerator": total.numerator,
        "denominator": total.denominator,
        "estimate": total.estimate,
        "lower": total.lower,
        "upper": total.upper,
    }
    sources: dict[str, Any] = {"source_vi": total.source_vi, "source_en": total.source_en}
    ReportedTotal.objects.update_or_create(
        **where, defaults={**figures, **sources, "reported_on": total.reported_on}
    )
    Cell.objects.update_or_create(
        **where,
        breakdown="",
        value_key="",
        defaults={**figures, "as_of": period.as_of, "counted_at": clock.now()},
    )


def _where(held: Indicator, total: Total, kind: str, start: date) -> dict[str, Any]:
    return {
        "indicator": held,
        "series": total.series,
        "place": total.place,
        "period_kind": kind,
        "period_start": start,
    }


def _check(total: Total, declared: Declaration) -> None:
    """Refuse what is no figure: another series, a negative count, more than the whole."""
    series = next((one for one in declared.series if one.code == total.series), None)
    if series is None or series.source == "records":
        others = [one.code for one in declared.series if one.source != "records"]
        known = ", ".join(others) or "—"
        raise NotReported(
            f"chỉ số {declared.code} không nhận báo cáo ở chuỗi “{total.series}”; có: {known}",
            f"{declared.code} takes no reports in the series “{total.series}”; it has: {known}",
        )
    if total.estimate is None and (total.numerator is None or not total.denominator):
        raise NotReported(
            f"{declared.code} ở {total.place}: cần tử số và mẫu số lớn hơn 0, hoặc một ước lượng",
            f"{declared.code} at {total.place}: give a numerator and a denominator above 0, "
            "or an estimate",
        )
    if total.numerator is not None and total.numerator < 0:
        raise NotReported(
            f"{declared.code} ở {total.place}: tử số {total.numerator} nhỏ hơn 0",
            f"{declared.code} at {total.place}: the numerator {total.numerator} is below 0",
        )
    whole = declared.unit in ("percent", "per_mille")
    if whole and total.denominator and (total.numerator or 0) > total.denominator:
        raise NotReported(
            f"{declared.code} ở {total.place}: tử số lớn hơn mẫu số; hãy xem lại hai số",
            f"{declared.code} at {total.place}: the numerator exceeds the denominator; check both",
        )
    if total.reported_on > clock.today():
        raise NotReported(
            f"{declared.code} ở {total.place}: ngày báo cáo {total.reported_on} ở tương lai",
            f"{declared.code} at {total.place}: the report's day {total.reported_on} is to come",
        )
