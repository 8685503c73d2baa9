"""What is judged of a line as it is typed: is it a number, can it be, does it look right.

A *fault* keeps a report from being sent; a *doubt* is said to whoever fills and whoever approves.
"""

import re
from dataclasses import dataclass

from mangnon.aggregates.models import Figure, Item
from mangnon.indicators.declaration import Declaration
from mangnon.text.numbers import NotANumberError, format_number, parse_number
from mangnon.text.sentence import Sentence
from mangnon.ui.units import figure_text

MOST = 100_000_000
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")
_MARKS = re.compile(r"[., ]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a line. ``value`` in the indicator's unit, None where there is none."""

    faults: tuple[Sentence, ...] = ()
    doubts: tuple[Sentence, ...] = ()
    value: float | None = None

    @property
    def tone(self) -> str:
        """``wrong``, ``doubtful`` or ``ok``."""
        return "wrong" if self.faults else "doubtful" if self.doubts else "ok"


def number_typed(text: str) -> tuple[float | None, Sentence | None]:
    """Read a count as people write it; None and a sentence where it is none."""
    text = text.strip()
    if not text:
        return None, None
    try:
        # A count has no fraction: 1.234 is one thousand two hundred and thirty-four.
        number = float(_MARKS.sub("", text) if _GROUPED.fullmatch(text) else parse_number(text))
    except NotANumberError as error:
        return None, error.sentence
    if number < 0 or number != int(number) or number > MOST:
        return None, Sentence(
            vi=f"“{text}” phải là số nguyên từ 0 đến 100.000.000, vì đây là số đếm.",
            en=f"“{text}” must be a whole number from 0 to 100,000,000: it is a count.",
        )
    return number, None


def judge(
    item: Item, declared: Declaration, figure: Figure | None, earlier: Figure | None
) -> Verdict:
    """Judge a line against itself, the form's range, and the period a year before."""
    if figure is None:
        return Verdict(faults=(_empty(declared),))
    faults = [told for told in map(_read, _typed(figure)) if told]
    numerator, denominator = figure.numerator, figure.denominator
    if not faults and (numerator is None or denominator is None):
        faults.append(_empty(declared))
    if not faults and not denominator:
        faults.append(_no_whole(declared))
    if faults or numerator is None or denominator is None:
        return Verdict(faults=tuple(faults))
    if declared.unit in ("percent", "per_mille") and numerator > denominator:
        return Verdict(faults=(_more_than_whole(declared, numerator, denominator),))
    value = declared.value(numerator, denominator)
    doubts = [*_range(item, declared, value), *_since(item, declared, figure, earlier)]
    return Verdict(doubts=tuple(doubts), value=value)


def value_text(declared: Declaration, value: float | None, language: str = "vi") -> str:
    """Write a value in its unit."""
    if value is None:
        return "–"
    return figure_text(value, declared.unit, 1, "en" if language == "en" else "vi")


def _typed(figure: Figure) -> tuple[str, str]:
    return figure.typed_numerator, figure.typed_denominator


def _read(text: str) -> Sentence | None:
    return number_typed(text)[1]


def _empty(declared: Declaration) -> Sentence:
    return Sentence(
        vi=f"{declared.short.vi}: còn thiếu số. Hãy điền cả hai ô; không có thì điền 0 ở ô đầu.",
        en=f"{declared.short.en}: a number is missing. Fill in both; where there was none, put 0.",
    )


def _no_whole(declared: Declaration) -> Sentence:
    return Sentence(
        vi=f"{declared.short.vi}: tổng số bằng 0 thì không tính được. Hãy kiểm tra lại tổng số.",
        en=f"{declared.short.en}: the whole is 0, nothing can be divided. Check the whole.",
    )


def _more_than_whole(declared: Declaration, part: float, whole: float) -> Sentence:
    vi = f"{format_number(part, 0, 'vi')} lớn hơn tổng số {format_number(whole, 0, 'vi')}"
    en = f"{format_number(part, 0, 'en')} exceeds the whole, {format_number(whole, 0, 'en')}"
    return Sentence(
        vi=f"{declared.short.vi}: {vi}. Hãy xem lại hai số.",
        en=f"{declared.short.en}: {en}. Check both numbers.",
    )


def _range(item: Item, declared: Declaration, value: float | None) -> list[Sentence]:
    if value is None:
        return []
    low = item.least is not None and value < item.least
    high = item.most is not None and value > item.most
    if not low and not high:
        return []
    limit = item.least if low else item.most
    word_vi, word_en = ("thấp hơn", "below") if low else ("cao hơn", "above")
    shown = {code: (value_text(declared, value, code), value_text(declared, limit, code))
             for code in ("vi", "en")}  # fmt: skip
    return [
        Sentence(
            vi=f"{shown['vi'][0]} {word_vi} mức thường gặp {shown['vi'][1]}. "
            "Hãy kiểm tra; nếu đúng thì nộp.",
            en=f"{shown['en'][0]} is {word_en} the usual {shown['en'][1]}. "
            "Check it; if it is right, send it.",
        )
    ]


def _since(
    item: Item, declared: Declaration, figure: Figure, earlier: Figure | None
) -> list[Sentence]:
    """Say where a number is far from that of the period a year before."""
    if item.change is None or earlier is None:
        return []
    pairs = (
        (item.numerator_vi, item.numerator_en, figure.numerator, earlier.numerator),
        (item.denominator_vi, item.denominator_en, figure.denominator, earlier.denominator),
    )
    told = []
    for vi, en, now, before in pairs:
        if now is None or not before or abs(now - before) < 5:  # a handful is no change
            continue
        moved = 100 * (now - before) / before
        if abs(moved) > item.change:
            told.append(_moved(vi, en, before, moved))
    return told


def _moved(vi: str, en: str, before: float, moved: float) -> Sentence:
    share_vi, share_en = (format_number(abs(moved), 0, code) for code in ("vi", "en"))
    return Sentence(
        vi=f"{vi}: {'tăng' if moved > 0 else 'giảm'} {share_vi}% so với năm trước "
        f"({format_number(before, 0, 'vi')}). Hãy kiểm tra; nếu đúng thì nộp.",
        en=f"{en}: {share_en}% {'more' if moved > 0 else 'less'} than the year before "
        f"({format_number(before, 0, 'en')}). Check it; if it is right, send it.",
    )
