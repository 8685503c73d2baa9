"""A bench pack: 26 indicators over five datasets of the register, six breakdowns."""

from dataclasses import dataclass
from typing import Any

BREAKDOWNS = {
    "children": ("sex", "age_group", "circumstance", "poverty", "residence"),
    "circumstance_year": ("sex", "age_group", "circumstance", "poverty"),
    "identified": ("sex", "age_group", "circumstance", "poverty", "residence"),
    "exits": ("sex", "circumstance"),
    "measured": ("sex", "age_band", "poverty"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A numerator or a denominator."""

    dataset: str
    value: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """One indicator of the bench pack."""

    code: str
    numerator: Part
    denominator: Part | None
    breakdowns: tuple[str, ...]


def _over(dataset: str, whole: str, **values: str) -> list[Wanted]:
    return [
        Wanted(code, Part(dataset, value), Part(dataset, whole), BREAKDOWNS[dataset])
        for code, value in values.items()
    ]


def _counted(dataset: str, **values: str) -> list[Wanted]:
    return [
        Wanted(code, Part(dataset, value), None, BREAKDOWNS[dataset])
        for code, value in values.items()
    ]


PACK: tuple[Wanted, ...] = (
    *_over(
        "children",
        "age_years < 16",
        special="age_years < 16 AND in_circumstances",
        in_poor_homes="age_years < 16 AND poverty = 'poor'",
        in_near_poor_homes="age_years < 16 AND poverty = 'near_poor'",
        under_six="age_years < 6",
        temporary="age_years < 16 AND residence = 'temporary'",
        adolescents="age_years >= 11 AND age_years < 16",
    ),
    *_over(
        "children",
        "age_years < 16 AND in_circumstances",
        allowance="age_years < 16 AND in_circumstances AND on_allowance",
        special_and_poor="age_years < 16 AND in_circumstances AND poverty = 'poor'",
    ),
    *_counted("children", children="age_years < 16"),
    *_counted("identified", newly_found="age_years < 16"),
    *_over(
        "circumstance_year",
        "TRUE",
        assisted="assisted",
        planned_in_time="plan_in_time",
        reintegrated="reintegrated",
        assisted_in_time="assisted AND plan_in_time",
        touched_under_six="age_years < 6",
    ),
    *_counted("exits", exits="TRUE"),
    *_over("exits", "TRUE", improved="reason = 'improved'"),
    *_over(
        "measured",
        "waz IS NOT NULL AND NOT oedema",
        underweight="waz < -2 AND NOT oedema",
        severely_underweight="waz < -3 AND NOT oedema",
    ),
    *_over("measured", "haz IS NOT NULL", stunted="haz < -2", severely_stunted="haz < -3"),
    *_over(
        "measured",
        "whz IS NOT NULL",
        wasted="whz < -2",
        overweight="whz > 2",
        obese="whz > 3",
    ),
    *_over("measured", "TRUE", oedema="oedema"),
    Wanted(
        "coverage",
        Part("measured", "age_months_on_day < 60"),
        Part("children", "age_years < 5"),
        ("sex", "poverty"),
    ),
)


def declaration(one: Wanted) -> dict[str, Any]:
    """Write an indicator as a pack's judged table, with what the engine needs."""
    texts = {f"{stem}_{language}": one.code for stem in ("name", "definition") for language in
             ("vi", "en")}  # fmt: skip
    parts: dict[str, Any] = {"numerator": _part(one.numerator)}
    if one.denominator is not None:
        parts["denominator"] = _part(one.denominator)
    return {
        "code": one.code,
        **texts,
        "unit": "percent" if one.denominator else "count",
        "better": "neither",
        "measure": "stock",
        "counts": "persons",
        "period": "year",
        "breakdowns": list(one.breakdowns),
        **parts,
        "series": [
            {"code": "records", "source": "records", "judges": True, "name_vi": "-", "name_en": "-"}
        ],
    }


def _part(part: Part) -> dict[str, str]:
    return {"dataset": part.dataset, "value": part.value}


def write_pack() -> None:
    """Write the pack's indicators into the database."""
    from mangnon.indicators.models import Indicator

    Indicator.objects.all().delete()
    Indicator.objects.bulk_create(
        Indicator(
            code=one.code,
            name_vi=one.code,
            name_en=one.code,
            position=number,
            declaration=declaration(one),
        )
        for number, one in enumerate(PACK, start=1)
    )
