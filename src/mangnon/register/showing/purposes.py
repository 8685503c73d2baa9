"""Why somebody opens a child's file: a fixed list, which the trail keeps, and words of her own."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms import Form

PURPOSES: dict[str, Promise] = {
    "care": _("Theo dõi sức khỏe, cân đo"),
    "support": _("Hoàn cảnh đặc biệt, trợ giúp"),
    "civil": _("Sinh, tử, nơi cư trú"),
    "correct": _("Bổ sung, sửa thông tin"),
    "request": _("Gia đình hoặc cơ quan yêu cầu"),
    "check": _("Kiểm tra, đối chiếu số liệu"),
}


class PurposeForm(Form):
    """Asked once for each child in a sitting."""

    purpose = forms.ChoiceField(
        label=_("Bạn mở hồ sơ này để làm gì?"),
        choices=list(PURPOSES.items()),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Ghi thêm"),
        required=False,
        max_length=300,
        help_text=_("Được khóa bằng khóa của chính hồ sơ này."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
