"""What the acts on facilities ask for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mangnon.attachments.fields import FilesField
from mangnon.facilities.models import Criterion, Facility, StaffTitle, Standard
from mangnon.places.models import Place
from mangnon.ui.forms import DayField, DecimalField, Form
from mangnon.ui.forms.select import LongSelect

_ANY = ("", "")


class OpenForm(Form):
    """A new health station or school."""

    kind = forms.ChoiceField(label=_("Loại"), choices=Facility.Kind.choices)
    name = forms.CharField(label=_("Tên"), max_length=200)
    code = forms.CharField(label=_("Mã"), max_length=40, help_text=_("Không trùng cơ sở khác."))
    level = forms.ChoiceField(
        label=_("Cấp học"), required=False, choices=[("", "–"), *Facility.Level.choices],
        help_text=_("Chỉ chọn cho trường học."),
    )  # fmt: skip
    ownership = forms.ChoiceField(label=_("Loại hình"), choices=Facility.Ownership.choices)
    place = forms.ModelChoiceField(
        label=_("Ở xã, phường"), queryset=Place.objects.none(), widget=LongSelect
    )
    opened_on = DayField(label=_("Ngày thành lập"))

    def __init__(self, *args: Any, places: QuerySet[Place], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer_rows("place", places)


class MoveForm(Form):
    """Another commune, from a day on."""

    place = forms.ModelChoiceField(
        label=_("Chuyển đến xã, phường"), queryset=Place.objects.none(), widget=LongSelect
    )
    moved_on = DayField(label=_("Từ ngày"))

    def __init__(self, *args: Any, places: QuerySet[Place], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer_rows("place", places)


class CloseForm(Form):
    """The first day without the facility."""

    closed_on = DayField(label=_("Ngày đầu tiên không còn hoạt động"))


class HireForm(Form):
    """Who, with which title, from when; a number, never a name."""

    staff_number = forms.CharField(
        label=_("Mã số cán bộ"), max_length=24, help_text=_("Không ghi họ tên.")
    )
    title = forms.ModelChoiceField(label=_("Chức danh"), queryset=StaffTitle.objects.none())
    hired_on = DayField(label=_("Nhận việc ngày"))
    share_of_time = DecimalField(
        label=_("Phần thời gian làm ở đây"), least=0.1, most=1,
        help_text=_("1 là toàn thời gian; 0,5 là một nửa, nửa kia ở trạm khác."),
    )  # fmt: skip

    def __init__(self, *args: Any, titles: QuerySet[StaffTitle], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer_rows("title", titles)
        chosen = self.fields["title"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.label_from_instance = lambda one: one.name_vi  # type: ignore[method-assign]


class LeavePostForm(Form):
    """The first day without the person."""

    left_on = DayField(label=_("Ngày đầu tiên không còn làm ở đây"))


class AwayForm(Form):
    """From when away, until when."""

    away_from = DayField(label=_("Nghỉ từ ngày"))
    away_to = DayField(
        label=_("Ngày trở lại làm việc"), required=False,
        help_text=_("Để trống nếu chưa biết."),
    )  # fmt: skip


class StandardForm(Form):
    """A form about a standard."""

    standard = forms.ModelChoiceField(label=_("Tiêu chuẩn"), queryset=Standard.objects.none())

    def __init__(self, *args: Any, standards: Sequence[Standard], **words: Any) -> None:
        super().__init__(*args, **words)
        ids = [one.pk for one in standards]
        self.offer_rows("standard", Standard.objects.filter(pk__in=ids).order_by("-valid_from"))
        chosen = self.fields["standard"]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.label_from_instance = lambda one: one.name_vi  # type: ignore[method-assign]


class RecogniseSchoolForm(StandardForm):
    """A decision of a day, for years."""

    decided_on = DayField(label=_("Ngày quyết định"))
    decision_number = forms.CharField(label=_("Số quyết định"), max_length=64)
    level = forms.ChoiceField(label=_("Mức độ"), choices=[("1", "1"), ("2", "2")])
    expires_on = DayField(
        label=_("Ngày đầu tiên hết hiệu lực"), required=False,
        help_text=_("Để trống thì tính theo số năm của tiêu chuẩn."),
    )  # fmt: skip


class RecogniseCommuneForm(StandardForm):
    """A decision of a day, for one year."""

    year = forms.IntegerField(label=_("Công nhận cho năm"), min_value=2000, max_value=2100)
    decided_on = DayField(label=_("Ngày quyết định"))
    decision_number = forms.CharField(label=_("Số quyết định"), max_length=64)


class AssessForm(Form):
    """Each known criterion ticked, with its points and what proves it; the whole score."""

    year = forms.IntegerField(label=_("Năm đánh giá"), min_value=2000, max_value=2100)

    def __init__(
        self, *args: Any, criteria: Sequence[Criterion], all_known: bool, total: float | None,
        **words: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **words)
        self.criteria = list(criteria)
        most = total or 1000
        for at, one in enumerate(self.criteria):
            label = f"{one.code}. {one.name_vi}"
            self.fields[f"met_{at}"] = forms.ChoiceField(
                label=label, required=False, widget=forms.RadioSelect,
                choices=[("yes", _("Đạt")), ("no", _("Chưa đạt")), ("", _("Chưa đánh giá"))],
            )  # fmt: skip
            self.fields[f"points_{at}"] = DecimalField(
                label=_("Điểm tiêu chí %(code)s") % {"code": one.code}, required=False,
                least=0, most=one.points or most,
            )  # fmt: skip
            self.fields[f"files_{at}"] = FilesField(
                label=_("Minh chứng tiêu chí %(code)s") % {"code": one.code}, required=False
            )
        if not all_known:
            self.fields["score"] = DecimalField(
                label=_("Tổng điểm theo biên bản"), required=False, least=0, most=most,
                help_text=_("Chưa có đủ tiêu chí nên hệ thống không tự cộng được."),
            )  # fmt: skip


class OfferForm(Form):
    """What the facility offers to children: everybody reads it."""

    words_vi = forms.CharField(
        label=_("Nội dung dành cho trẻ em"), max_length=2_000, required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Ai cũng đọc được. Không ghi tên người. Để trống là thôi công khai."),
    )  # fmt: skip
    words_en = forms.CharField(
        label=_("Bằng tiếng Anh"), max_length=2_000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
