"""Children do not shrink: a height is held against the others of the child."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mangnon.register.errors import WrongMeasure, spoken
from mangnon.register.models import Child
from mangnon.text.sentence import Sentence

# Two readings by village staff differ by less (whole centimetres, and lying or standing).
MARGIN_CM = 3.0


class Height(NamedTuple):
    """A height on record, and its day."""

    measured_on: date
    length_cm: float


def grows(child: Child, day: date, length_cm: float, *, without: int | None = None) -> None:
    """Refuse a height well below an earlier one, or well above a later one.

    ``without``: the weighing that is being corrected, by its id.
    """
    known = child.measurements.filter(length_cm__isnull=False).exclude(pk=without)
    goes_with(known.values_list("measured_on", "length_cm"), day, length_cm)


def goes_with(known: Iterable[tuple[date, float | None]], day: date, length_cm: float) -> None:
    """Refuse the same, held against heights (day, cm) that were read already."""
    heights = [Height(when, cm) for when, cm in known if cm is not None]
    taller = [h for h in heights if h.measured_on < day and h.length_cm > length_cm + MARGIN_CM]
    smaller = [h for h in heights if h.measured_on > day and h.length_cm < length_cm - MARGIN_CM]
    if taller:
        raise _shrunk(length_cm, max(taller, key=lambda height: height.length_cm))
    if smaller:
        raise _shrunk(length_cm, min(smaller, key=lambda height: height.length_cm))


def _shrunk(length_cm: float, other: Height) -> WrongMeasure:
    return WrongMeasure(
        Sentence(
            vi=f"Chiều cao {_vi(length_cm)} cm không khớp với {_vi(other.length_cm)} cm ghi ngày "
            f"{spoken(other.measured_on)}: trẻ em không thấp đi. Hãy đo lại; nếu đúng, hãy xác "
            "nhận kết quả.",
            en=f"A height of {length_cm:g} cm does not go with the {other.length_cm:g} cm of "
            f"{other.measured_on}: children do not shrink. Measure again; if it is so, confirm it.",
        )
    )


def _vi(value: float) -> str:
    return f"{value:g}".replace(".", ",")
