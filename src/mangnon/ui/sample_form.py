"""A form for the page of parts: one field that is right, one that is not."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms.fields import DayField
from mangnon.ui.forms.form import Form


class SampleForm(Form):
    """Asks for a name, a day and a choice."""

    name = forms.CharField(label=_("Họ và tên"), max_length=80)
    born = DayField(label=_("Ngày sinh"))
    way = forms.ChoiceField(
        label=_("Nhận kết quả"),
        choices=[("here", _("Tại bộ phận một cửa")), ("post", _("Qua bưu điện"))],
        widget=forms.RadioSelect,
        required=False,
    )


def sample_form() -> SampleForm:
    """Return the form as it comes back with a day that is none."""
    return SampleForm({"name": "Nguyễn Thị Mận Mẫu", "born": "31/02/2019", "way": "here"})
