"""Words of the register's pages in the reader's language."""

from datetime import date

from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.register.models import Child
from mangnon.register.roster import Count
from mangnon.text.dates import KnownDate, format_date
from mangnon.text.numbers import format_number
from mangnon.ui.templatetags.mangnon_ui import named, page_language

__all__ = ["age_words", "birth_words", "completed_years", "counted", "named", "sex_word"]


def counted(count: Count) -> str:
    """Write a capped count: 312, or “hơn 1.000”."""
    number = format_number(count.value, 0, page_language())
    return _("hơn %(number)s") % {"number": number} if count.more else number


def completed_years(born: date, on: date) -> int:
    """Return the age in completed years on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_words(child: Child) -> str:
    """Write a child's age today in completed years; nothing where only the year is known."""
    years = completed_years(child.birth_date, clock.today())
    if child.birth_precision == Child.Precision.YEAR:
        return _("khoảng %(years)s tuổi") % {"years": years}
    return _("%(years)s tuổi") % {"years": years} if years else _("dưới 1 tuổi")


def sex_word(sex: str) -> str:
    """Write a child's sex."""
    return _("nữ") if sex == Child.Sex.FEMALE else _("nam")


def birth_words(child: Child) -> str:
    """Write a birth date no finer than it is known."""
    known = KnownDate(child.birth_date, child.birth_precision)  # type: ignore[arg-type]
    return format_date(known, page_language())
