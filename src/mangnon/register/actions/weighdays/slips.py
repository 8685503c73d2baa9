"""Guessing what was meant: a comma forgotten, a digit too many, two columns changed over."""

import math
from datetime import date
from typing import TYPE_CHECKING

from mangnon.growth import zscores
from mangnon.register.actions.weighdays.reading import Reading
from mangnon.register.errors import spoken
from mangnon.register.models import Child, Measurement
from mangnon.text.numbers import format_number
from mangnon.text.sentence import Sentence

if TYPE_CHECKING:
    from mangnon.register.actions.weighdays.judging import Known

JUMPING = {
    "waz": Sentence(vi="Cân nặng", en="The weight"),
    "haz": Sentence(vi="Chiều cao", en="The height"),
}
UNLIKELY = Sentence(
    vi="Số đo xa mức trẻ cùng tuổi có thể có. Hãy xem lại dấu phẩy và cân, đo lại.",
    en="These figures are far from what children of that age have. Check the decimal point and "
    "measure again.",
)
TWICE = Sentence(
    vi="Trẻ này đã có số đo của ngày này trong sổ. Hãy chỉ ghi thêm nếu đã cân lại.",
    en="The register holds a weighing of this child on this day. Add another only if it was "
    "weighed again.",
)
_LIKELY = 3.0  # what is meant lies within so many deviations of the child's peers
_FIELDS = {"waz": "weight_kg", "haz": "length_cm"}


def jumped(what: Sentence, last: Measurement, index: str) -> Sentence:
    """Say that a measure left its course since the last weighing."""
    value = getattr(last, _FIELDS[index])
    unit = "kg" if index == "waz" else "cm"
    return Sentence(
        vi=f"{what.vi} thay đổi nhiều so với {_number(value, 'vi')} {unit} ngày "
        f"{spoken(last.measured_on)}. Hãy cân, đo lại.",
        en=f"{what.en} changed much since {_number(value, 'en')} {unit} on {last.measured_on}. "
        "Measure again.",
    )


def with_hint(sentence: Sentence, known: "Known", reading: Reading, day: date) -> Sentence:
    """Add what was probably meant, where one figure would be likely."""
    meant = _meant(known.child, reading, day)
    if meant is None:
        return sentence
    value, unit = meant
    return Sentence(
        vi=f"{sentence.vi} Có phải là {_number(value, 'vi')} {unit}?",
        en=f"{sentence.en} Is it {_number(value, 'en')} {unit}?",
    )


def _meant(child: Child, reading: Reading, day: date) -> tuple[float, str] | None:
    """Give the figure a slipped comma would come from: 85 for 8,5."""
    for index, value, unit in (
        ("waz", reading.weight_kg, "kg"),
        ("haz", reading.length_cm, "cm"),
    ):
        if value is None or _is_likely(child, day, index, value, reading.position):
            continue
        for guess in (value / 10, value * 10):
            if _is_likely(child, day, index, guess, reading.position):
                return round(guess, 2), unit
    return None


def _is_likely(child: Child, day: date, index: str, value: float, position: str) -> bool:
    if child.birth_precision == Child.Precision.YEAR:
        return True  # nothing is known of its age to say otherwise
    weight, length = (value, math.nan) if index == "waz" else (math.nan, value)
    age = float(max(0, (day - child.birth_date).days))
    z = zscores(
        sex=[child.sex],
        age_days=[age],
        weight_kg=[weight],
        length_cm=[length],
        measured=[position],
    )
    found = float(getattr(z, index)[0])
    return math.isnan(found) or abs(found) <= _LIKELY


def _number(value: float, language: str) -> str:
    text = f"{value:g}"
    decimals = len(text.partition(".")[2])
    return format_number(value, decimals, "vi" if language == "vi" else "en")
