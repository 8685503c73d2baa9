"""The limits within which a child's weight and height can be, to catch another unit."""

from typing import NamedTuple

from mangnon.register.errors import WrongMeasure
from mangnon.text.sentence import Sentence


class Limits(NamedTuple):
    """The least and the most that is written down as it stands."""

    least: float
    most: float


# Wider than any child: they catch grams, pounds of a grown-up, metres, millimetres and inches.
WEIGHT_KG = Limits(0.3, 150.0)
LENGTH_CM = Limits(25.0, 220.0)


def possible(weight_kg: float | None, length_cm: float | None, oedema: bool) -> None:
    """Refuse a weighing without any measure, and measures in another unit."""
    if weight_kg is None and length_cm is None and not oedema:
        raise WrongMeasure(
            Sentence(
                vi="Chưa có cân nặng, chiều cao hay dấu hiệu phù. Hãy ghi ít nhất một kết quả.",
                en="There is no weight, height or oedema. Write at least one result.",
            )
        )
    if weight_kg is not None and not WEIGHT_KG.least <= weight_kg <= WEIGHT_KG.most:
        raise impossible("Cân nặng", "The weight", weight_kg, "kg", WEIGHT_KG)
    if length_cm is not None and not LENGTH_CM.least <= length_cm <= LENGTH_CM.most:
        raise impossible("Chiều cao", "The height", length_cm, "cm", LENGTH_CM)


def impossible(vi: str, en: str, value: float, unit: str, limits: Limits) -> WrongMeasure:
    """Say that a measure is most likely in another unit."""
    least, most = f"{limits.least:g}", f"{limits.most:g}"
    return WrongMeasure(
        Sentence(
            vi=f"{vi} {f'{value:g}'.replace('.', ',')} {unit} không hợp lý (phải từ "
            f"{least.replace('.', ',')} đến {most} {unit}). "
            "Hãy kiểm tra đơn vị: cân nặng tính bằng kg, chiều cao tính bằng cm.",
            en=f"{en} of {value:g} {unit} is impossible (from {least} to {most} {unit}). "
            "Check the unit: weights in kilograms, heights in centimetres.",
        )
    )
