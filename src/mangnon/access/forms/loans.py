"""The form by which a right is borrowed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.choices import PlaceField
from mangnon.access.roles import BORROWABLE
from mangnon.access.wording import right_words
from mangnon.ui.forms import Form

_HOURS = [("1", _("1 giờ")), ("2", _("2 giờ")), ("4", _("4 giờ"))]


class BorrowForm(Form):
    """Which right, where, why, for how long."""

    act = forms.ChoiceField(label=_("Quyền cần nhận"), widget=forms.RadioSelect)
    place = PlaceField()
    reason = forms.CharField(
        label=_("Lý do"),
        help_text=_(
            "Ít nhất 10 ký tự. Lý do được ghi vào nhật ký cùng mọi hồ sơ bạn mở. "
            "Không ghi tên trẻ ở đây."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    hours = forms.ChoiceField(label=_("Trong bao lâu"), choices=_HOURS, widget=forms.RadioSelect)

    def __init__(self, *args: Any, places: Iterable[int], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("act", [(act, right_words(act)) for act in BORROWABLE])
        self.fields["place"].within(places)
