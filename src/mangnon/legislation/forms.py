"""What is asked of whoever edits the library."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.legislation.attributes import ATTRIBUTES, DAYS
from mangnon.legislation.models import Document
from mangnon.legislation.wording import KINDS, RELATIONS, STANDINGS
from mangnon.ui.forms import DayField, Form
from mangnon.ui.forms.form import REQUIRED

_LONG = ("abstract_vi", "abstract_en", "note_vi", "note_en")
_CHOICES: dict[str, Any] = {
    "kind": list(KINDS.items()),
    "stated": [("", _("nguồn không nói")), *STANDINGS.items()],
}
_LABELS = {
    "number": _("Số, ký hiệu"), "kind": _("Loại văn bản"), "title_vi": _("Tên văn bản"),
    "issuer_vi": _("Cơ quan ban hành"), "issued_on": _("Ngày ban hành"),
    "in_force_from": _("Ngày có hiệu lực"), "expired_on": _("Ngày hết hiệu lực"),
    "expiry_reason_vi": _("Lý do hết hiệu lực"), "signer": _("Người ký"),
    "signer_title_vi": _("Chức danh người ký"), "abstract_vi": _("Trích yếu"),
    "branch_vi": _("Ngành"), "field_vi": _("Lĩnh vực"), "scope_vi": _("Phạm vi"),
    "gazette": _("Số công báo"), "gazette_on": _("Ngày công báo"),
    "stated": _("Hiệu lực theo nguồn"), "stated_on": _("Ngày đọc nguồn"),
    "stated_by": _("Nguồn"), "note_vi": _("Ghi chú"), "title_en": _("Tên tiếng Anh"),
    "issuer_en": _("Cơ quan ban hành (tiếng Anh)"),
    "expiry_reason_en": _("Lý do hết hiệu lực (tiếng Anh)"),
    "signer_title_en": _("Chức danh (tiếng Anh)"), "abstract_en": _("Trích yếu (tiếng Anh)"),
    "branch_en": _("Ngành (tiếng Anh)"), "field_en": _("Lĩnh vực (tiếng Anh)"),
    "scope_en": _("Phạm vi (tiếng Anh)"), "note_en": _("Ghi chú (tiếng Anh)"),
}  # fmt: skip
_HELP = {
    "number": _("Ví dụ: 102/2016/QH13. Để trống nếu không biết."),
    "in_force_from": _("Để trống nếu chưa biết: khi ấy trang ghi là chưa xác định hiệu lực."),
    "expired_on": _("Ngày đầu tiên không còn hiệu lực. Ví dụ: 01/06/2017."),
    "stated": _("Cơ sở dữ liệu quốc gia, công báo… ghi thế nào; trang vẫn tự tính lấy."),
}
_REQUIRED = ("kind", "title_vi")


class DocumentForm(Form):
    """A document's attributes, in the order in which a document prints them."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        for name, label in _LABELS.items():
            self.fields[name] = _field(name, label)

    def told(self) -> dict[str, Any]:
        """Return the attributes as an act takes them."""
        return {name: self.cleaned_data[name] for name in ATTRIBUTES}


def _field(name: str, label: Any) -> forms.Field:
    words: dict[str, Any] = {
        "label": label, "required": name in _REQUIRED, "error_messages": {"required": REQUIRED},
    }  # fmt: skip
    if name in _HELP:
        words["help_text"] = _HELP[name]
    if name in DAYS:
        return DayField(**words)
    if name in _CHOICES:
        return forms.ChoiceField(choices=_CHOICES[name], **words)
    if name in _LONG:
        words["widget"] = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(max_length=Document._meta.get_field(name).max_length or 4_000, **words)


class RelationForm(Form):
    """What this document does to another."""

    kind = forms.ChoiceField(
        label=_("Văn bản này"), choices=[(code, both[0]) for code, both in RELATIONS.items()]
    )
    other = forms.CharField(
        label=_("Văn bản kia"), max_length=120,
        help_text=_("Số, ký hiệu hoặc mã. Danh mục chưa có thì được ghi là chỉ biết số."),
    )  # fmt: skip
    part = forms.BooleanField(label=_("Chỉ một phần"), required=False)
    source_clause = forms.SlugField(
        label=_("Điều khoản của văn bản này"), required=False, max_length=64,
        help_text=_("Viết như trong địa chỉ: dieu-5, dieu-5-khoan-2."),
    )  # fmt: skip
    target_clause = forms.SlugField(
        label=_("Điều khoản của văn bản kia"), required=False, max_length=64
    )
    on = DayField(label=_("Từ ngày"), required=False,
                  help_text=_("Để trống nếu là ngày văn bản này có hiệu lực."))  # fmt: skip
    until = DayField(label=_("Đến trước ngày"), required=False,
                     help_text=_("Chỉ khi ngưng hiệu lực."))  # fmt: skip


class SureForm(Form):
    """Nothing to fill in: the button is the answer."""


class TextForm(Form):
    """A file, or words that are pasted."""

    file = forms.FileField(
        label=_("Tệp Word hoặc PDF"), required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.pdf"}),
        help_text=_("Tối đa 20 MB. Bản chụp không có chữ vẫn giữ làm bản gốc được."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Hoặc dán lời văn bản"), required=False, max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if bool(told.get("file")) == bool(told.get("words")) and not self.errors:
            raise forms.ValidationError(_("Hãy chọn một tệp, hoặc dán lời văn bản: một trong hai."))
        return told


class BringForm(Form):
    """A spreadsheet, and the files beside it."""

    table = forms.FileField(
        label=_("Bảng tính"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_("Tệp .xlsx hoặc .csv, mỗi dòng một văn bản, tối đa 2.000 dòng."),
    )  # fmt: skip
    files = forms.FileField(
        label=_("Tệp nén các văn bản"), required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".zip"}),
        help_text=_("Tệp .zip, tối đa 20 MB; tên tệp ghi ở cột Tệp. Nhiều hơn thì nhập bằng dòng "
                    "lệnh."),
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("Làm gì"), widget=forms.RadioSelect, initial="try",
        choices=[("try", _("Chạy thử: xét hết, không ghi gì")),
                 ("write", _("Ghi: tất cả, hoặc không dòng nào nếu còn lỗi"))],
    )  # fmt: skip


class KeepForm(Form):
    """What becomes of a file that was looked at."""

    how = forms.ChoiceField(
        label=_("Giữ thế nào"), widget=forms.RadioSelect,
        choices=[
            ("text", _("Lấy làm lời văn bản, giữ tệp làm bản gốc")),
            ("original", _("Chỉ giữ tệp làm bản gốc")),
            ("drop", _("Bỏ, không giữ gì")),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, readable: bool, is_file: bool, **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("how", [
            one for one in self.fields["how"].choices  # type: ignore[attr-defined]
            if (readable or one[0] != "text") and (is_file or one[0] != "original")
        ])  # fmt: skip


class CloseForm(Form):
    """How a problem was settled."""

    answer = forms.CharField(
        label=_("Đã xử lý thế nào"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Không ghi họ tên, địa chỉ của ai."),
    )  # fmt: skip
