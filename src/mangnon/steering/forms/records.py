"""The forms of committees, inspections, reviews and commendations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.choices import OfficeField, PlaceField
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.legislation.models import Document
from mangnon.steering.models import Commendation, Member, Review
from mangnon.ui.forms import DayField, Form

_DECISION_HINT = _("Ví dụ: 15/QĐ-UBND.")


def decision_field(**words: Any) -> forms.CharField:
    """Return a field for the number of a decision."""
    words.setdefault("label", _("Quyết định số"))
    return forms.CharField(max_length=64, help_text=_DECISION_HINT, **words)


def words_field(label: Any, **words: Any) -> forms.CharField:
    """Return a field for some sentences."""
    return forms.CharField(
        label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), **words
    )


def document_field(**words: Any) -> forms.ModelChoiceField:  # type: ignore[type-arg]
    """Return a choice of the library's documents."""
    return forms.ModelChoiceField(
        queryset=Document.objects.order_by("number", "title_vi"),
        empty_label=_("Chọn văn bản"),
        **words,
    )


class PlacedForm(Form):
    """A form with a place and an office within somebody's reach, as far as it has them."""

    own_office = ""  # the office that must be one of those within reach

    def __init__(self, *args: Any, places: Iterable[int], **words: Any) -> None:
        super().__init__(*args, **words)
        reached = list(places)
        if "place" in self.fields:
            self.fields["place"].within(reached)  # type: ignore[attr-defined]
        if self.own_office:
            self.fields[self.own_office].within(reached)  # type: ignore[attr-defined]


class CommitteeForm(PlacedForm):
    """A committee and the decision that sets it up."""

    place = PlaceField()
    name = forms.CharField(label=_("Tên ban chỉ đạo"), max_length=200)
    decision = decision_field()
    decided_on = DayField(label=_("Ngày ra quyết định"))
    valid_from = DayField(label=_("Hoạt động từ ngày"))


class SeatForm(Form):
    """A seat, by office and post."""

    office = OfficeField()
    post = forms.CharField(
        label=_("Chức danh"),
        max_length=120,
        help_text=_("Ghi chức danh, không ghi tên người. Ví dụ: Phó Giám đốc."),
    )
    role = forms.ChoiceField(
        label=_("Vai trò trong ban"), choices=Member.Role.choices, widget=forms.RadioSelect
    )


class EndForm(Form):
    """When and by which decision a committee ends."""

    valid_to = DayField(label=_("Thôi hoạt động từ ngày"))
    decision = decision_field()


class InspectionForm(PlacedForm):
    """Who inspects what, by which decision."""

    own_office = "by"
    subject = forms.CharField(label=_("Nội dung kiểm tra"), max_length=300)
    by = OfficeField(label=_("Cơ quan kiểm tra"))
    place = PlaceField(label=_("Nơi được kiểm tra"))
    office = OfficeField(label=_("Cơ quan được kiểm tra ở đó"), required=False)
    decision = decision_field()
    decided_on = DayField(label=_("Ngày ra quyết định"))
    begun_on = DayField(label=_("Bắt đầu kiểm tra"))
    ended_on = DayField(label=_("Kết thúc kiểm tra"), required=False)


class FindingForm(Form):
    """What was found."""

    words = words_field(_("Phát hiện"), help_text=_("Không ghi tên trẻ em."))
    recommendation = words_field(_("Kiến nghị"), required=False)


class CloseForm(Form):
    """The last day and the conclusion."""

    ended_on = DayField(label=_("Ngày kết thúc"))
    conclusion = words_field(_("Kết luận"))


class HandForm(Form):
    """The duty that a finding becomes: of whom, resting on what, by when."""

    title = forms.CharField(label=_("Tên nhiệm vụ"), max_length=300)
    document = document_field(label=_("Theo văn bản"))
    office = OfficeField(
        label=_("Cơ quan nhận"),
        required=False,
        help_text=_("Để trống: cơ quan được kiểm tra."),
    )
    due_on = DayField(label=_("Chậm nhất ngày"))

    def deadline(self) -> Deadline:
        """Return what was set."""
        return Deadline(Kind.BY, self.cleaned_data["due_on"])


class ReviewForm(PlacedForm):
    """A review of a period."""

    kind = forms.ChoiceField(label=_("Loại"), choices=Review.Kind.choices, widget=forms.RadioSelect)
    place = PlaceField()
    office = OfficeField(label=_("Cơ quan tổ chức"))
    period_from = DayField(label=_("Giai đoạn từ ngày"))
    period_to = DayField(label=_("đến hết ngày"))
    held_on = DayField(label=_("Ngày họp"))
    document = document_field(label=_("Báo cáo, văn bản kèm theo"), required=False)
    number = forms.CharField(label=_("Số báo cáo, nếu chưa có trong thư viện"), max_length=64,
                             required=False)  # fmt: skip
    conclusion = words_field(_("Kết luận"))


class CommendationForm(PlacedForm):
    """Who is commended for what."""

    own_office = "by"
    kind = forms.ChoiceField(
        label=_("Hình thức"), choices=Commendation.Kind.choices, widget=forms.RadioSelect
    )
    by = OfficeField(label=_("Cơ quan khen"))
    office = OfficeField(label=_("Khen cơ quan"), required=False)
    place = PlaceField(label=_("hoặc khen địa bàn"), required=False)
    organisation = forms.CharField(
        label=_("hoặc khen tổ chức"),
        max_length=200,
        required=False,
        help_text=_("Ghi tên tổ chức. Chỉ nêu một trong ba."),
    )
    decision = decision_field()
    decided_on = DayField(label=_("Ngày ra quyết định"))
    what_for = words_field(_("Thành tích"), help_text=_("Không ghi tên trẻ em."))
