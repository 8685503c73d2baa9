"""A child's weighings: the table of what was found, and its points on WHO's charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.growth import length_for_age, weight_for_age, weight_for_size, zscores
from mangnon.growth.ages import DAYS_A_MONTH
from mangnon.growth.size import STANDING_FROM_DAY
from mangnon.growth.tables import LAST_DAY
from mangnon.register.access import token_of
from mangnon.register.models import Child, Measurement
from mangnon.register.nutrition import status_words
from mangnon.text.dates import format_date
from mangnon.text.numbers import format_number
from mangnon.ui.charts.growth import GrowthChart, GrowthPoint, StandardLine
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import page_language

LINES = (-3, -2, 0, 2, 3)
_EDGES = 61  # points of a line


@dataclass(frozen=True, slots=True)
class _Weighing:
    """A weighing as the charts need it: age in days, size as the standards want it."""

    day: date
    age: int
    weight: float | None
    size: float | None


def table_of(child: Child, weighings: Sequence[Measurement], *, corrects: bool) -> Table:
    """Return the table of the weighings, the newest first; who may correct one is led to it."""
    columns = [
        Column(_("Ngày")),
        Column(_("Tuổi (tháng)"), numeric=True),
        Column(_("Cân nặng (kg)"), numeric=True),
        Column(_("Dài, cao (cm)"), numeric=True),
        Column(_("Cân theo tuổi"), numeric=True),
        Column(_("Cao theo tuổi"), numeric=True),
        Column(_("Cân theo cao"), numeric=True),
        Column(_("Đánh giá")),
    ]
    rows = [_row(child, one, corrects) for one in reversed(weighings)]
    note = _("Z-score theo chuẩn tăng trưởng của WHO năm 2006, trẻ dưới 5 tuổi.")
    return Table("weighings", _("Các lần cân đo"), columns, rows, note)


def charts_of(child: Child, weighings: Sequence[Measurement]) -> list[GrowthChart]:
    """Return the charts that the weighings fill; none where only the birth year is known."""
    if child.birth_precision == Child.Precision.YEAR:
        return []
    known = _corrected(child, weighings)
    charts = [
        _by_age(child, known, "weight"), _by_age(child, known, "size"), _by_size(child, known),
    ]  # fmt: skip
    return [chart for chart in charts if chart is not None]


def _row(child: Child, one: Measurement, corrects: bool) -> list[Cell]:
    language = page_language()
    months = (one.measured_on - child.birth_date).days / DAYS_A_MONTH
    flagged = set(one.flagged.split(",")) if one.flagged else set()
    scores = {index: getattr(one, index) for index in ("waz", "haz", "whz")}
    believed = {index: None if index in flagged else z for index, z in scores.items()}
    words = [str(word.in_language(language)) for word in status_words(believed, oedema=one.oedema)]
    if flagged:
        words.append(_("cần cân đo lại"))
    page = (
        reverse("register:correct_weighing", args=[child.uuid, token_of(one, child)])
        if corrects
        else ""
    )
    return [
        Cell(format_date(one.measured_on, language), url=page),
        Cell("–" if child.birth_precision == Child.Precision.YEAR else str(int(months))),
        Cell(_number(one.weight_kg, 1)),
        Cell(_number(one.length_cm, 1)),
        *(Cell(_score(z)) for z in scores.values()),
        Cell(", ".join(words) or "–"),
    ]


def _number(value: float | None, decimals: int) -> str:
    return "–" if value is None else format_number(value, decimals, page_language())


def _score(z: float | None) -> str:
    if z is None:
        return "–"
    return ("+" if z > 0 else "−" if z < 0 else "") + format_number(abs(z), 2, page_language())


def _corrected(child: Child, weighings: Sequence[Measurement]) -> list[_Weighing]:
    """Give the weighings below five years, sizes corrected for lying or standing."""
    young = [one for one in weighings if 0 <= (one.measured_on - child.birth_date).days <= LAST_DAY]
    if not young:
        return []
    ages = np.array([(one.measured_on - child.birth_date).days for one in young], dtype=float)
    sizes = np.array([one.length_cm or np.nan for one in young], dtype=float)
    corrected = zscores(
        sex=child.sex, age_days=ages, length_cm=sizes, measured=[one.position for one in young]
    ).length_cm
    return [
        _Weighing(one.measured_on, int(age), one.weight_kg, None if np.isnan(size) else float(size))
        for one, age, size in zip(young, ages, corrected, strict=True)
    ]


def _by_age(child: Child, known: list[_Weighing], what: str) -> GrowthChart | None:
    found = [one for one in known if getattr(one, what) is not None]
    if not found:
        return None
    months = 24.0 if all(one.age <= 24 * DAYS_A_MONTH for one in found) else 60.0
    days = np.linspace(0, months * DAYS_A_MONTH, _EDGES)
    at = weight_for_age if what == "weight" else length_for_age
    lines = tuple(
        StandardLine(z, _pairs(days / DAYS_A_MONTH, at(sex=child.sex, age_days=days, z=z)))
        for z in LINES
    )
    unit = "kg" if what == "weight" else "cm"
    title = _("Cân nặng theo tuổi") if what == "weight" else _("Chiều dài, chiều cao theo tuổi")
    points = tuple(
        GrowthPoint(one.age / DAYS_A_MONTH, getattr(one, what), _said(one, what, unit))
        for one in found
    )
    return GrowthChart(
        title, _("tháng tuổi"), unit, (0.0, months), 6.0 if months < 60 else 12.0, lines, points
    )


def _by_size(child: Child, known: list[_Weighing]) -> GrowthChart | None:
    """Draw weight among sizes: lying below two years, standing from then on, as last weighed."""
    whole = [one for one in known if one.weight is not None and one.size is not None]
    if not whole:
        return None
    standing = whole[-1].age >= STANDING_FROM_DAY
    least, most = (65.0, 120.0) if standing else (45.0, 110.0)
    found = [
        one for one in whole
        if (one.age >= STANDING_FROM_DAY) is standing and least <= (one.size or 0) <= most
    ]  # fmt: skip
    if not found:
        return None
    sizes_seen = [one.size or 0.0 for one in found]
    first = max(least, (min(sizes_seen) - 10) // 5 * 5)
    last = min(most, (max(sizes_seen) + 14) // 5 * 5)
    sizes = np.linspace(first, last, _EDGES)
    lines = tuple(
        StandardLine(
            z,
            _pairs(sizes, weight_for_size(sex=child.sex, length_cm=sizes, standing=standing, z=z)),
        )
        for z in LINES
    )
    title = _("Cân nặng theo chiều cao") if standing else _("Cân nặng theo chiều dài nằm")
    points = tuple(
        GrowthPoint(one.size or 0.0, one.weight or 0.0, _said(one, "weight", "kg")) for one in found
    )
    return GrowthChart(title, "cm", "kg", (first, last), 5.0 if last - first <= 40 else 10.0,
                       lines, points)  # fmt: skip


def _pairs(across: np.ndarray, up: np.ndarray) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in zip(across, up, strict=True) if not np.isnan(y))


def _said(one: _Weighing, what: str, unit: str) -> str:
    language = page_language()
    value = format_number(getattr(one, what), 1, language)
    return f"{format_date(one.day, language)}: {value} {unit}"
