"""Choosing a day."""

from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms import DayField, Form


class DayForm(Form):
    """The day whose offices are shown."""

    ngay = DayField(label=_("Xem tại ngày"))
