"""What is asked when a step is taken, a duty is written down or handed down, a day is announced."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mangnon.attachments.fields import FilesField
from mangnon.duties.actions.handing import MOST_DAYS
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Handing
from mangnon.duties.states import Transition
from mangnon.legislation.models import Clause, Document
from mangnon.places.models import Office
from mangnon.ui.forms import DayField, Form

_NO_NAMES = _("Không ghi họ tên trẻ em: ai giữ nhiệm vụ này cũng đọc được.")
_BRINGS = frozenset({"report", "answer", "send_back", "ask", "return"})  # with files
LONGEST = 4_000
Choices = Sequence[tuple[str, str]]


def words_field(**words: Any) -> forms.CharField:
    """Return the field for what somebody writes with a step."""
    words.setdefault("help_text", _NO_NAMES)
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}), **words)


class StepForm(Form):
    """What a step needs, and no more."""

    words = words_field(label=_("Nội dung, lý do"))
    on = DayField(label=_("Ngày"), required=False)
    waits_for = forms.ModelChoiceField(
        label=_("Đang chờ cơ quan nào?"), queryset=Office.objects.none()
    )
    files = FilesField(label=_("Tệp minh chứng"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, step: Transition, counts: Sequence[dict[str, str]],
        offices: QuerySet[Office], **words: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **words)
        self.fields["words"].required = step.needs_words
        self.offer_rows("waits_for", offices)
        if step.act != "pause":
            del self.fields["waits_for"]
        if step.act not in ("accept", "report"):
            del self.fields["on"]
        elif step.act == "accept":
            self.fields["on"].label = _("Dự kiến hoàn thành ngày")
            del self.fields["words"]
        else:
            self.fields["on"].label = _("Hoàn thành ngày")
            self.fields["words"].label = _("Kết quả")
        if step.act not in _BRINGS:
            del self.fields["files"]
        for number, what in enumerate(counts if step.act == "report" else ()):
            self.fields[f"count_{number}"] = forms.IntegerField(
                label=what["vi"], required=False, min_value=0, max_value=10_000_000,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 8}),
            )  # fmt: skip
        late = [name for name in ("files", "version") if name in self.fields]
        self.order_fields([name for name in self.fields if name not in late] + late)

    def numbers(self) -> list[int | None]:
        """Return the numbers in the order of the duty's ``counts``."""
        names = [name for name in self.fields if name.startswith("count_")]
        return [self.cleaned_data.get(name) for name in sorted(names)]


class AskTimeForm(Form):
    """Until when, and why."""

    until = DayField(label=_("Đề nghị gia hạn đến ngày"))
    reason = words_field(label=_("Lý do"))


class AnswerTimeForm(Form):
    """Granted or not, and what is said of it."""

    grant = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[("yes", _("Cho gia hạn")), ("no", _("Không cho gia hạn"))],
        widget=forms.RadioSelect,
    )
    words = words_field(label=_("Ý kiến"), required=False)


class ClauseField(forms.ModelChoiceField):
    """A clause of any document: which document, then what the clause is called there."""

    def label_from_instance(self, obj: Clause) -> str:  # type: ignore[override]
        return f"{obj.document.number or obj.document.title_vi}: {obj.label_vi}"


class DutyForm(Form):
    """What is asked: by which clause, with what result and what proof."""

    title_vi = forms.CharField(label=_("Việc phải làm"), max_length=300)
    document = forms.ModelChoiceField(label=_("Theo văn bản"), queryset=Document.objects.none())
    clause = ClauseField(
        label=_("Điều, khoản"), queryset=Clause.objects.none(), required=False,
        empty_label=_("chưa có văn bản gốc, hoặc chưa xác định"),
    )  # fmt: skip
    as_printed_vi = forms.CharField(
        label=_("Nguyên văn"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Chép đúng câu trong văn bản hoặc kết luận giao việc này."),
    )  # fmt: skip
    result_vi = words_field(label=_("Kết quả cần đạt"), required=False, help_text="")
    evidence_vi = words_field(label=_("Minh chứng cần gửi"), required=False, help_text="")
    counts = forms.CharField(
        label=_("Số liệu phải báo cáo"), required=False, max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một số liệu, tối đa 5 dòng. Ví dụ: Số người dự."),
    )  # fmt: skip
    lead = forms.ModelChoiceField(label=_("Cơ quan chủ trì"), queryset=Office.objects.none())
    supporting = forms.ModelMultipleChoiceField(
        label=_("Cơ quan phối hợp"), queryset=Office.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    title_en = forms.CharField(label=_("Tên tiếng Anh"), required=False, max_length=300)

    def __init__(self, *args: Any, offices: QuerySet[Office], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer_rows("document", Document.objects.order_by("number", "title_vi"))
        self.offer_rows("clause", Clause.objects.select_related("document").order_by("pk"))
        self.offer_rows("lead", offices)
        self.offer_rows("supporting", offices)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        clause, document = told.get("clause"), told.get("document")
        if clause and document and clause.document_id != document.pk:
            self.add_error("clause", _("Điều, khoản này không thuộc văn bản đã chọn."))
        return told

    def clean_counts(self) -> list[dict[str, str]]:
        lines = [" ".join(one.split()) for one in self.cleaned_data["counts"].splitlines()]
        lines = [one for one in lines if one]
        if len(lines) > 5 or any(len(one) > 120 for one in lines):
            raise forms.ValidationError(_("Tối đa 5 dòng, mỗi dòng tối đa 120 ký tự."))
        return [{"vi": one, "en": one} for one in lines]


class HandForm(Form):
    """To whom, and by when."""

    rule = forms.ChoiceField(
        label=_("Giao cho"), choices=Handing.Rule.choices, widget=forms.RadioSelect
    )
    offices = forms.ModelMultipleChoiceField(
        label=_("Các cơ quan"), queryset=Office.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Chỉ chọn khi giao cho cơ quan được nêu."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Thời hạn"), choices=Kind.choices, widget=forms.RadioSelect)
    day = DayField(label=_("Ngày đến hạn"), required=False)
    days = forms.IntegerField(
        label=_("Số ngày làm việc"), required=False, min_value=1, max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5}),
        help_text=_("Chỉ điền một trong hai: ngày đến hạn, hoặc số ngày làm việc."),
    )  # fmt: skip
    received_on = DayField(
        label=_("Ngày nơi nhận được văn bản"), required=False,
        help_text=_("Để trống nếu là hôm nay."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, offices: QuerySet[Office], rules: Iterable[str], **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.offer_rows("offices", offices)
        wanted = set(rules)
        if not offices:
            del self.fields["offices"]
            wanted.discard(Handing.Rule.OFFICES)
        self.offer("rule", [one for one in Handing.Rule.choices if one[0] in wanted])

    def deadline(self) -> Deadline:
        """Return what was set; a day is left out where working days are counted."""
        told = self.cleaned_data
        counted = told["kind"] == Kind.WITHIN
        return Deadline(
            told["kind"], None if counted else told["day"], told["days"] if counted else None
        )


class DayForm(Form):
    """A day off, or one worked in exchange, as it was announced."""

    day = DayField(label=_("Ngày"))
    is_off = forms.ChoiceField(
        label=_("Loại ngày"),
        choices=[("off", _("được nghỉ")), ("worked", _("làm bù"))],
        widget=forms.RadioSelect,
    )
    name_vi = forms.CharField(label=_("Lý do, tên gọi"), max_length=120)
    announced_on = DayField(label=_("Ngày thông báo"))
    basis = forms.CharField(label=_("Theo văn bản"), required=False, max_length=200)


class LateForm(Form):
    """What the list of who is late is narrowed by; the names are those of the address."""

    cap = forms.ChoiceField(label=_("Cấp"), required=False)
    co_quan = forms.ChoiceField(label=_("Cơ quan chủ trì"), required=False)
    viec = forms.ChoiceField(label=_("Nhiệm vụ"), required=False)

    def __init__(
        self, *args: Any, levels: Choices, leads: Choices, duties: Choices, **words: Any
    ) -> None:
        super().__init__(*args, **words)
        for name, choices in (("cap", levels), ("co_quan", leads), ("viec", duties)):
            self.offer(name, [("", _("tất cả")), *choices])
