"""Why somebody opens a child's file or takes a list away: fixed lists, which the trail keeps."""

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
# What a list is taken away for, and in which form.
TAKEN_FOR: dict[str, Promise] = {
    "campaign": _("Tổ chức cân đo, tiêm chủng, thăm hỏi"),
    "report": _("Báo cáo theo yêu cầu của cấp trên"),
    "school": _("Phối hợp với trường học, trạm y tế"),
    "check": _("Đối chiếu, làm sạch số liệu"),
}
NAMES, PLAIN_WORKBOOK, PLAIN_TEXT = "names", "xlsx", "csv"
FILES: dict[str, Promise] = {
    NAMES: _("Bảng tính có họ tên, mở bằng mật khẩu"),
    PLAIN_WORKBOOK: _("Bảng tính không có họ tên"),
    PLAIN_TEXT: _("Tệp CSV không có họ tên"),
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
