"""How a promise's standing is said on an officer's page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from mangnon.programme.standing import Standing
from mangnon.programme.status import NOT_JUDGED
from mangnon.text.dates import format_date
from mangnon.ui.templatetags.mangnon_ui import page_language
from mangnon.ui.units import figure_text


@dataclass(frozen=True, slots=True)
class Shown:
    """One promise at one place, by figures that are not published."""

    title: str
    figure: str
    status: str
    as_of: date | None
    aside: str = ""  # said instead of the status, where nothing is judged


def shown(one: Standing) -> Shown:
    """Return the words and the figure of a standing."""
    language, row, value = page_language(), one.row, one.value
    decimals = 0 if row.declared.unit == "count" else 1
    return Shown(
        title=row.target.title_en if language == "en" else row.target.title_vi,
        figure="–" if value is None else figure_text(value, row.declared.unit, decimals, language),
        status=row.assessment.status or "no_data",
        as_of=one.point.as_of if one.point else None,
        aside=_unjudged(one),
    )


def _unjudged(one: Standing) -> str:
    """Say why a figure is not judged; "" where it is."""
    language, row = page_language(), one.row
    if one.beside is not None:
        name = one.beside.name_en if language == "en" else one.beside.name_vi
        return _("%(series)s; không dùng để kết luận") % {"series": name}
    if not row.assessment.status:
        return NOT_JUDGED.in_language(language)
    judged = row.assessment.current
    if judged is None or row.assessment.status != "no_data" or row.latest is None:
        return ""
    # A commune made since has a figure of today, and none of the day that judges.
    return _("chưa có số liệu của ngày đến hạn %(day)s") % {
        "day": format_date(judged.step.due, language)
    }
