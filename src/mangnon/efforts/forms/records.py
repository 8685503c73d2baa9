"""The forms of measures, models, campaigns and proposals."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.choices import OfficeField, PlaceField
from mangnon.efforts.forms.fields import MoneyField, count_field, year_field
from mangnon.efforts.models import BudgetLine, Channel, Pilot, Site
from mangnon.efforts.states import TRANSITIONS
from mangnon.legislation.models import Document
from mangnon.programme.models import Task
from mangnon.ui.forms import DayField, Form


def words_field(label: Any, **words: Any) -> forms.CharField:
    """Return a field for some sentences."""
    return forms.CharField(
        label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), **words
    )


class PlacedForm(Form):
    """A form whose place is within somebody's reach; where it says so, its office, too."""

    own_office = False

    def __init__(self, *args: Any, places: Iterable[int], **words: Any) -> None:
        super().__init__(*args, **words)
        reached = list(places)
        if "place" in self.fields:
            self.fields["place"].within(reached)  # type: ignore[attr-defined]
        if self.own_office:
            self.fields["office"].within(reached)  # type: ignore[attr-defined]


class TaskField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the plan's tasks."""

    def __init__(self, **words: Any) -> None:
        super().__init__(
            queryset=Task.objects.order_by("position"), empty_label=_("Chọn nhiệm vụ"), **words
        )

    def label_from_instance(self, obj: Task) -> str:
        return f"{obj.position}. {obj.title_vi}"


class MeasureForm(PlacedForm):
    """What is done for a task."""

    task = TaskField(label=_("Nhiệm vụ của kế hoạch"))
    title = forms.CharField(label=_("Tên biện pháp"), max_length=300)
    place = PlaceField()
    office = OfficeField(label=_("Cơ quan phụ trách"))
    from_year = year_field(label=_("Từ năm"))
    to_year = year_field(label=_("Đến năm"), required=False)
    result = words_field(_("Kết quả cần đạt"), required=False)


class BudgetForm(Form):
    """Money of a year from a source."""

    year = year_field(label=_("Năm"))
    source = forms.ChoiceField(label=_("Nguồn"), choices=BudgetLine.Source.choices)
    planned = MoneyField(label=_("Dự toán"))
    given = MoneyField(label=_("Đã cấp"))
    spent = MoneyField(label=_("Đã chi"))
    note = words_field(_("Ghi chú"), required=False, help_text=_("Bắt buộc khi chi quá số đã cấp."))


class PilotForm(PlacedForm):
    """A model."""

    own_office = True
    kind = forms.ChoiceField(label=_("Loại mô hình"), choices=Pilot.Kind.choices,
                             widget=forms.RadioSelect)  # fmt: skip
    name = forms.CharField(label=_("Tên mô hình"), max_length=200)
    office = OfficeField(label=_("Cơ quan phụ trách"))
    begun_on = DayField(label=_("Bắt đầu từ ngày"))
    about = words_field(_("Nội dung mô hình"), required=False)


class SiteForm(PlacedForm):
    """Where a model runs."""

    place = PlaceField()
    stage = forms.ChoiceField(label=_("Bước"), choices=Site.Stage.choices, widget=forms.RadioSelect)
    run_by = forms.CharField(label=_("Nơi thực hiện"), max_length=200,
                             help_text=_("Ví dụ: Hội Phụ nữ xã."))  # fmt: skip
    since = DayField(label=_("Từ ngày"))


class EndSiteForm(Form):
    """When a model ended at a place, and with which result."""

    until = DayField(label=_("Kết thúc từ ngày"))
    result = words_field(_("Kết quả"))


class CampaignForm(PlacedForm):
    """A campaign."""

    title = forms.CharField(label=_("Tên đợt truyền thông"), max_length=300)
    place = PlaceField()
    office = OfficeField(label=_("Cơ quan tổ chức"))
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("đến hết ngày"))


class ChannelForm(Form):
    """A channel of a campaign."""

    kind = forms.ChoiceField(label=_("Kênh"), choices=Channel.Kind.choices)
    times = count_field(label=_("Số lần, số bản"), min_value=1)
    reached = count_field(label=_("Số người tiếp cận"), required=False,
                          help_text=_("Để trống nếu không thống kê."))  # fmt: skip


class EffectForm(Form):
    """What a campaign changed."""

    effect = words_field(_("Hiệu quả"))
    measured_by = forms.CharField(label=_("Cách đo hiệu quả"), max_length=200)


class ProposalForm(PlacedForm):
    """A policy proposal."""

    own_office = True
    title = forms.CharField(label=_("Tên đề xuất"), max_length=300)
    office = OfficeField(label=_("Cơ quan đề xuất"))
    begun_on = DayField(label=_("Bắt đầu nghiên cứu từ ngày"))
    about = words_field(_("Nội dung"), required=False)


class StepForm(Form):
    """The next step of a proposal."""

    act = forms.ChoiceField(label=_("Bước tiếp theo"), widget=forms.RadioSelect)
    words = words_field(_("Nội dung, lý do"), required=False)
    number = forms.CharField(label=_("Số nghị quyết"), max_length=64, required=False)
    document = forms.ModelChoiceField(
        label=_("hoặc văn bản trong thư viện"),
        queryset=Document.objects.order_by("number", "title_vi"),
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, stage: str, **words: Any) -> None:
        super().__init__(*args, **words)
        steps = [one for one in TRANSITIONS.values() if stage in one.before]
        self.offer("act", [(one.act, one.name) for one in steps])
