"""What duties are called on a page: in its language, in Vietnamese where no English was written."""

from datetime import date

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mangnon import clock
from mangnon.duties.models import Assignment, Duty
from mangnon.duties.states import OPEN, OWED
from mangnon.text.dates import format_date
from mangnon.ui.templatetags.mangnon_ui import page_language

register = template.Library()
_DAYS = (  # marked for the catalogue, looked up when a page is written
    gettext_noop("thứ Hai"), gettext_noop("thứ Ba"), gettext_noop("thứ Tư"),
    gettext_noop("thứ Năm"), gettext_noop("thứ Sáu"), gettext_noop("thứ Bảy"),
    gettext_noop("Chủ nhật"),
)  # fmt: skip


@register.filter
def told(thing: object, stem: str) -> str:
    """Return a text of the thing in the page's language: ``duty|told:"title"``."""
    english = getattr(thing, f"{stem}_en", "") if page_language() == "en" else ""
    return str(english or getattr(thing, f"{stem}_vi"))


@register.filter
def basis_url(duty: Duty) -> str:
    """Return where the public can read the clause that a duty rests on."""
    path = reverse(f"{page_language()}:document", kwargs={"code": duty.document.code})
    return f"{path}#{duty.clause.anchor}" if duty.clause else path


@register.filter
def weekday(day: date) -> str:
    """Write a day with its weekday: thứ Hai, 27-01-2014."""
    return f"{_(_DAYS[day.weekday()])}, {format_date(day, page_language())}"


@register.filter
def time_left(held: Assignment) -> str:
    """Say how far an assignment is from its last day; nothing where nobody has to move."""
    if held.state not in OWED:
        return ""
    left = (held.due_on - clock.today()).days
    if left < 0:
        return _("quá hạn %(days)s ngày") % {"days": -left}
    return _("hạn hôm nay") if left == 0 else _("còn %(days)s ngày") % {"days": left}


@register.filter
def is_overdue(held: Assignment) -> bool:
    """Whether somebody still has to move after the last day."""
    return held.state in OWED and held.due_on < clock.today()


@register.filter
def is_left(held: Assignment) -> bool:
    """Whether it is owed at a place that is gone and left no heir."""
    gone = held.place.valid_to
    return held.state in OPEN and gone is not None and gone <= clock.today()
