"""Children do not shrink: a height is held against the others of the child."""

from datetime import date

from mangnon.register.errors import WrongMeasure, spoken
from mangnon.register.models import Child, Measurement
from mangnon.text.sentence import Sentence

# Two readings by village staff differ by less (whole centimetres, and lying or standing).
MARGIN_CM = 3.0


def grows(child: Child, day: date, length_cm: float) -> None:
    """Refuse a height well below an earlier one, or well above a later one."""
    known = child.measurements.filter(length_cm__isnull=False)
    taller = known.filter(measured_on__lt=day, length_cm__gt=length_cm + MARGIN_CM)
    smaller = known.filter(measured_on__gt=day, length_cm__lt=length_cm - MARGIN_CM)
    other = taller.order_by("-length_cm").first() or smaller.order_by("length_cm").first()
    if other is not None:
        raise _shrunk(length_cm, other)


def _shrunk(length_cm: float, other: Measurement) -> WrongMeasure:
    return WrongMeasure(
        Sentence(
            vi=f"Chiều cao {_vi(length_cm)} cm không khớp với {_vi(other.length_cm)} cm ghi ngày "
            f"{spoken(other.measured_on)}: trẻ em không thấp đi. Hãy đo lại; nếu đúng, hãy xác "
            "nhận kết quả.",
            en=f"A height of {length_cm:g} cm does not go with the {other.length_cm:g} cm of "
            f"{other.measured_on}: children do not shrink. Measure again; if it is so, confirm it.",
        )
    )


def _vi(value: float | None) -> str:
    return f"{value:g}".replace(".", ",")
