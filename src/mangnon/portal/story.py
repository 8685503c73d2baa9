"""A promise told at one place: the clause, the word, and the arithmetic written out."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from mangnon.portal.cards import Stand, clause_words
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import amount, bound, sum_text
from mangnon.portal.promises import Promise
from mangnon.programme.status import Assessment, Judgement, sentences
from mangnon.ui.parts import Clause, Sum, Term

_FACTORS = {"percent": "100", "per_mille": "1.000"}


def clause_of(edition: Edition, promise: Promise) -> Clause:
    """Return the clause as printed (in Vietnamese) and as read, with where it stands."""
    target = promise.target
    source = clause_words(promise, held=True)
    if target.printed_in is not None:
        source = _("%(plan)s, theo %(report)s") % {
            "plan": source,
            "report": edition.of(target.printed_in, "title"),
        }
    if target.clause is not None:
        source = f"{edition.of(target.clause, 'label')}, {source}"
    return Clause(
        target.as_printed_vi,
        source,
        edition.of(target, "as_read"),
        edition.of(target, "reading_note"),
    )


def steps_of(edition: Edition, promise: Promise, assessment: Assessment) -> list[Stand]:
    """Return the verdict on every step in order, then how the promise stands now."""
    found = []
    for judged in assessment.steps:
        level = bound(judged.step.comparator, judged.step.value, promise.unit, edition.language)
        words = {"day": edition.written(judged.step.due), "level": level}
        found.append(_stand(edition, promise, _("Đến %(day)s, %(level)s") % words, judged))
    if assessment.now is not None:
        found.append(_stand(edition, promise, _("Nay"), assessment.now))
    return found


def _stand(edition: Edition, promise: Promise, when: str, judged: Judgement) -> Stand:
    decimals = max(promise.decimals, judged.decimals)
    figure = amount(judged.value, promise.unit, decimals, edition.language)
    shown = "" if judged.value is None else figure
    if shown and judged.point is not None:
        shown = f"{shown} ({edition.written(judged.point.as_of)})"
    return Stand(when, judged.status, figure=shown)


def sum_of(edition: Edition, promise: Promise, assessment: Assessment) -> Sum | None:
    """Return the division behind the verdict; None where there is nothing to divide."""
    judged = assessment.current
    point = judged.point if judged else None
    if judged is None or point is None or judged.value is None:
        return None
    if point.numerator is None or not point.denominator:
        return None
    decimals = max(promise.decimals, judged.decimals)
    level = bound(judged.step.comparator, judged.step.value, promise.unit, edition.language)
    terms = [
        Term(sum_text(point.numerator, edition.language), _("tử số")),
        Term(sum_text(point.denominator, edition.language), _("mẫu số"), "÷"),
    ]
    factor = _FACTORS.get(promise.unit)
    if factor:
        shown = factor if edition.language == "vi" else factor.replace(".", ",")
        terms.append(Term(shown, _("để ra %") if promise.unit == "percent" else _("để ra ‰"), "×"))
    said = amount(judged.value, promise.unit, decimals, edition.language)
    terms.append(Term(said, _("mức đề ra: %(level)s") % {"level": level}, "="))
    title = _("Phép tính ngày %(day)s") % {"day": edition.written(point.as_of)}
    return Sum(title, terms)


def lines_of(edition: Edition, assessment: Assessment) -> Sequence[str]:
    """Return the whole arithmetic, a line a thought."""
    return sentences(assessment, edition.language)
