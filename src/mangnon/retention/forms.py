"""For whom a copy is made, and as what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms import Form

FOR_WHOM = [
    ("child", _("Chính trẻ")),
    ("guardian", _("Cha, mẹ, người giám hộ")),
]
PAGE, PDF, DATA = "page", "pdf", "json"
AS = [(PAGE, _("Trang để in")), (PDF, _("Tệp PDF")), (DATA, _("Tệp dữ liệu (JSON)"))]


class CopyForm(Form):
    """Asked each time: the copy holds everything, opened."""

    for_whom = forms.ChoiceField(
        label=_("Ai yêu cầu?"), choices=FOR_WHOM, widget=forms.RadioSelect,
        help_text=_("Hãy xem giấy tờ của người yêu cầu trước khi đưa bản sao."),
    )  # fmt: skip
    form = forms.ChoiceField(
        label=_("Lập thành"), choices=AS, widget=forms.RadioSelect, initial=PAGE
    )
