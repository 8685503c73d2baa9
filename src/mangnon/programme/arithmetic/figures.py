"""Figures of one unit as the lines of the arithmetic print them."""

from dataclasses import dataclass
from decimal import Decimal

from mangnon.programme.arithmetic.inputs import SCALES, Comparator, Point, Unit
from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language, Sentence

_SIGNS: dict[Unit, str] = {"percent": "%", "per_mille": "‰", "count": "", "ratio": ""}
_SHOWN: dict[Comparator, str] = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "=": "="}
_POINTS: dict[Unit, Sentence] = {
    "percent": Sentence(vi=" điểm", en=" points"),
    "per_mille": Sentence(vi="‰", en="‰"),
    "count": Sentence(vi="", en=""),
    "ratio": Sentence(vi="", en=""),
}
# A line that invites checking shows more than the headline does.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes figures of ``unit`` in ``language`` with at least ``decimals`` decimals."""

    unit: Unit
    language: Language
    decimals: int = _FEWEST

    def say(self, vi: str, en: str) -> str:
        """Return the sentence in the language."""
        return vi if self.language == "vi" else en

    def value(self, value: float) -> str:
        """Write a value with its sign."""
        return f"{self._measured(value)}{_SIGNS[self.unit]}"

    def fraction(self, point: Point, value: float) -> str:
        """Write numerator ÷ denominator = value, or the value alone where it is an estimate."""
        if self.unit == "count" or point.numerator is None or not point.denominator:
            return self.value(value)
        parts = f"{self._plain(point.numerator)} ÷ {self._plain(point.denominator)}"
        scale = SCALES[self.unit]
        times = f" × {self._plain(scale)}" if self.unit == "per_mille" else ""
        return f"{parts}{times} = {self.value(value)}"

    def interval(self, low: float, high: float) -> str:
        """Write the 95% interval."""
        span = f"{self._measured(low)}–{self._measured(high)}{_SIGNS[self.unit]}"
        return self.say(f"khoảng tin cậy 95%: {span}", f"95% interval {span}")

    def promised(self, comparator: Comparator, value: float) -> str:
        """Write what was promised, with the decimals it was promised with."""
        level = f"{_SHOWN[comparator]} {self._plain(value)}{_SIGNS[self.unit]}"
        return self.say(f"mức đề ra {level}", f"promised {level}")

    def on_path(self, value: float) -> str:
        """Write where the path stands on the day."""
        level = self.value(value)
        return self.say(f"mức theo lộ trình ngày ấy {level}", f"the path stood at {level}")

    def short_by(self, difference: float) -> str:
        """Write how far the value is from the promise."""
        gap = f"{self._measured(abs(difference))}{self._points}"
        if self._measured(abs(difference)).strip("0,.") == "":
            return self.say("vừa đúng mức, chưa vượt", "exactly at it, not past it")
        return self.say(f"còn cách {gap}", f"{gap} short")

    def change(self, annual: float) -> str:
        """Write a change a year: rise by, fall by, or stand still."""
        size = f"{self._measured(abs(annual))}{self._points}"
        if annual == 0:
            return self.say("đứng yên", "stand still")
        if annual > 0:
            return self.say(f"tăng {size}", f"rise by {size}")
        return self.say(f"giảm {size}", f"fall by {size}")

    @property
    def _points(self) -> str:
        return _POINTS[self.unit].in_language(self.language)

    def _measured(self, value: float) -> str:
        if self.unit == "count" and float(value).is_integer():
            return self._plain(value)
        return format_number(value, max(self.decimals, _FEWEST), self.language)

    def _plain(self, value: float) -> str:
        """Write a number with the decimals it has, at most three."""
        tidy = Decimal(repr(round(float(value), 3)))
        decimals = max(0, -int(tidy.normalize().as_tuple().exponent))
        return format_number(value, decimals, self.language)
