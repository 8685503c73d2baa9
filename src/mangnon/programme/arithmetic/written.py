"""The arithmetic written out, a line a thought, for a reader who wants to check it."""

from datetime import date

from mangnon.programme.arithmetic.assessment import Assessment, Judgement
from mangnon.programme.arithmetic.figures import Figures
from mangnon.programme.arithmetic.inputs import Level
from mangnon.programme.arithmetic.path import BaseUsed
from mangnon.programme.arithmetic.statuses import NOT_JUDGED, REASON_WORDS, STATUS_WORDS, Reason
from mangnon.text.dates import format_date
from mangnon.text.sentence import Language, Sentence

_LEVEL_WORDS: dict[Level, Sentence] = {
    "area": Sentence(vi="toàn địa bàn chương trình", en="the whole programme area"),
    "district": Sentence(vi="cấp huyện", en="the district"),
    "commune": Sentence(vi="cấp xã", en="the commune"),
}
# Beside these the numbers already say why.
_PLAIN_REASONS = (Reason.AGAINST_STEP, Reason.AGAINST_PATH)


def sentences(assessment: Assessment, language: Language) -> tuple[str, ...]:
    """Return the lines of the arithmetic: base, each step in order, and now."""
    if not assessment.judged:
        return (_not_judged(assessment, language),)
    lines = [_base(assessment, assessment.base, language)] if assessment.base else []
    for judgement in assessment.steps:
        lines += _step(assessment, judgement, language)
    if assessment.now is not None:
        lines += _now(assessment, assessment.now, language)
    return tuple(lines)


def _not_judged(assessment: Assessment, language: Language) -> str:
    lowest = _LEVEL_WORDS[assessment.judged_at].in_language(language)
    return Sentence(
        vi=f"{NOT_JUDGED.vi}: cấp thấp nhất được đánh giá là {lowest}.",
        en=f"{NOT_JUDGED.en}: the lowest that is judged is {lowest}.",
    ).in_language(language)


def _base(assessment: Assessment, base: BaseUsed, language: Language) -> str:
    value = Figures(assessment.unit, language).value(base.value)
    day = format_date(base.on, language)
    if base.restarted:
        said = Sentence(
            vi=f"Chuỗi số liệu ngắt, lộ trình bắt đầu lại: {value} ({day}).",
            en=f"The series broke, the path starts anew: {value} ({day}).",
        )
    elif base.measured:
        said = Sentence(
            vi=f"Mốc xuất phát: {value} ({day}), đo từ chính chuỗi số liệu này, văn bản không in.",
            en=f"Start: {value} ({day}), measured from this same series, not printed.",
        )
    else:
        said = Sentence(
            vi=f"Mốc xuất phát: {value} ({day}), như văn bản in.",
            en=f"Start: {value} ({day}), as printed.",
        )
    return said.in_language(language)


def _step(assessment: Assessment, judgement: Judgement, language: Language) -> list[str]:
    due = format_date(judgement.step.due, language)
    figures = Figures(assessment.unit, language, judgement.decimals)
    head = Sentence(vi=f"Đến {due}", en=f"By {due}").in_language(language)
    if judgement.step.due <= assessment.on:
        return [f"{head}: {_verdict(judgement, figures)}"]
    lines = [f"{head}: {_verdict(judgement, figures)}"]
    if judgement.base is not None and judgement.base.restarted:
        lines.append(_base(assessment, judgement.base, language))
    return lines + _pace(judgement, figures)


def _now(assessment: Assessment, judgement: Judgement, language: Language) -> list[str]:
    figures = Figures(assessment.unit, language, judgement.decimals)
    head = Sentence(vi="Hiện nay", en="Now").in_language(language)
    return [f"{head}: {_verdict(judgement, figures)}", *_observed(judgement, figures)]


def _verdict(judgement: Judgement, figures: Figures) -> str:
    """Write the fraction, what was promised, how far it is, and the word."""
    parts = [*_known(judgement, figures)]
    language = figures.language
    word = STATUS_WORDS[judgement.status].in_language(language)
    if judgement.reason not in _PLAIN_REASONS:
        why = REASON_WORDS[judgement.reason].in_language(language)
        word = f"{word} ({why}{_day_of(judgement.awaiting, language)})"
    return "; ".join([*parts, word]) + "."


def _known(judgement: Judgement, figures: Figures) -> list[str]:
    promised = figures.promised(judgement.step.comparator, judgement.step.value)
    if judgement.point is None or judgement.value is None:
        return [promised]
    day = format_date(judgement.point.as_of, figures.language)
    parts = [f"{figures.fraction(judgement.point, judgement.value)} ({day})"]
    if judgement.point.lower is not None and judgement.point.upper is not None:
        parts.append(figures.interval(judgement.point.lower, judgement.point.upper))
    parts.append(promised)
    if judgement.reason is Reason.AGAINST_PATH and judgement.path_value is not None:
        parts.append(figures.on_path(judgement.path_value))
    if judgement.meets is False and judgement.difference is not None:
        parts.append(figures.short_by(judgement.difference))
    return parts


def _day_of(day: date | None, language: Language) -> str:
    return "" if day is None else f", {format_date(day, language)}"


def _pace(judgement: Judgement, figures: Figures) -> list[str]:
    """Write the pace that is needed, the pace there is, and where it leads."""
    lines = []
    if judgement.required_annual is not None and judgement.meets is False:
        change = figures.change(judgement.required_annual)
        lines.append(
            figures.say(f"Từ nay mỗi năm phải {change}.", f"From here it must {change} a year.")
        )
    lines += _observed(judgement, figures)
    if judgement.forecast is not None:
        value = figures.value(judgement.forecast)
        due = format_date(judgement.step.due, figures.language)
        reaches = judgement.forecast_meets
        lines.append(
            figures.say(
                f"Giữ nhịp ấy thì đến {due} là {value}: "
                f"{'tới' if reaches else 'chưa tới'} mức đề ra.",
                f"At that pace {due} sees {value}: "
                f"{'enough' if reaches else 'not enough'} for the promise.",
            )
        )
    return lines


def _observed(judgement: Judgement, figures: Figures) -> list[str]:
    if judgement.observed_annual is None:
        return []
    first, last = judgement.trend[0].at.year, judgement.trend[-1].at.year
    count = len(judgement.trend)
    change = figures.change(judgement.observed_annual)
    vi = f"Thực tế mỗi năm {change} (đường thẳng qua {count} giá trị, {first}–{last})."
    en = f"Observed: {change} a year (straight line through {count} values, {first}–{last})."
    return [figures.say(vi, en)]
