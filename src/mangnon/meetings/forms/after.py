"""What is written when a meeting is over: who came, what was concluded, what it proves."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mangnon.attachments.fields import FilesField
from mangnon.duties.models import Assignment
from mangnon.legislation.models import Document
from mangnon.meetings.details import Came, Plan, Voice
from mangnon.meetings.judging import MOST
from mangnon.meetings.models import Attendance, File
from mangnon.places.models import Office, Place
from mangnon.text.dates import format_date
from mangnon.ui.forms import DayField, Form
from mangnon.ui.forms.select import LongSelect
from mangnon.ui.templatetags.mangnon_ui import named, page_language

NUMBERS = (("invited", _("Được mời")), ("attended", _("Đã dự")), ("bases", _("Tổ chức cơ sở")))
Of = Place | Office


class AttendanceForm(Form):
    """Three numbers for each place or office: invited, came, base organisations reached."""

    def __init__(self, *args: Any, rows: Sequence[Of], **words: Any) -> None:
        super().__init__(*args, **words)
        self._rows = rows
        for one in rows:
            for name, label in NUMBERS:
                self.fields[f"{name}_{key_of(one)}"] = _number(label)

    def lines(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Yield the name of each place or office and its three fields."""
        for one in self._rows:
            yield named(one), [self[f"{name}_{key_of(one)}"] for name, _label in NUMBERS]

    def came(self) -> list[Came]:
        """Return the answers as an act takes them."""
        return [self._came(one) for one in self._rows]

    def _came(self, one: Of) -> Came:
        told = {name: self.cleaned_data[f"{name}_{key_of(one)}"] for name, _label in NUMBERS}
        whose: dict[str, Any] = {"office" if isinstance(one, Office) else "place": one}
        return Came(**whose, **told)


def key_of(one: Of) -> str:
    """Return what names a place or an office in the fields of the form."""
    return f"{'c' if isinstance(one, Office) else 'n'}{one.pk}"


def written(rows: Sequence[Attendance]) -> dict[str, int | None]:
    """Return what stands already, by field."""
    return {
        f"{name}_{key_of(row.office or row.place)}": getattr(row, name)
        for row in rows
        for name, _label in NUMBERS
    }


def _number(label: Any) -> forms.IntegerField:
    attrs = {"inputmode": "numeric", "size": 5, "autocomplete": "off"}
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=MOST,
        widget=forms.TextInput(attrs=attrs),
    )  # fmt: skip


class ConclusionForm(Form):
    """What a meeting concluded."""

    words = forms.CharField(
        label=_("Kết luận"),
        help_text=_(
            "Ghi ngắn gọn: nội dung thống nhất, phân công, thời hạn. Không ghi tên trẻ em."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )


class SpeakerForm(Form):
    """A speaker: a post, an office, what about. Nobody is named."""

    post = forms.CharField(
        label=_("Chức danh"), help_text=_("Ví dụ: Phó trưởng ban. Không ghi tên riêng."),
        max_length=200,
    )  # fmt: skip
    office = forms.ChoiceField(label=_("Cơ quan"), required=False, widget=LongSelect)
    about = forms.CharField(label=_("Nội dung trình bày"), required=False, max_length=300)

    def __init__(self, *args: Any, offices: Sequence[tuple[str, str]], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("office", [("", _("Cơ quan của địa bàn")), *offices])

    def voice(self) -> Voice:
        """Return the answers as an act takes them."""
        told = self.cleaned_data
        office = Office.objects.get(pk=told["office"]) if told["office"] else None
        return Voice(told["post"], office, told["about"])


class DocumentForm(Form):
    """A document of the library."""

    document = forms.ChoiceField(label=_("Văn bản"), widget=LongSelect)

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("document", documents())


class FileForm(Form):
    """Minutes, photographs or other files of a meeting."""

    kind = forms.ChoiceField(
        label=_("Loại"), choices=File.Kind.choices, initial=File.Kind.PHOTOGRAPH,
        widget=forms.RadioSelect,
    )  # fmt: skip
    files = FilesField(label=_("Tệp"))


class _OneFile(FilesField):
    most = 1


class ProofForm(Form):
    """Which duty a meeting proves, and the plan that its level issued."""

    assignment = forms.ChoiceField(label=_("Nhiệm vụ"), widget=forms.RadioSelect)
    number = forms.CharField(
        label=_("Số kế hoạch của cấp mình"), help_text=_("Ví dụ: 05-KH/ĐU."), required=False,
        max_length=64,
    )  # fmt: skip
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    file = _OneFile(
        label=_("Tệp kế hoạch"), required=False,
        help_text=_("Ảnh chụp, PDF, Word; tối đa 20 MB."),
    )  # fmt: skip
    document = forms.ChoiceField(
        label=_("Hoặc chọn kế hoạch trong danh mục văn bản"), required=False, widget=LongSelect
    )

    def __init__(self, *args: Any, owed: Sequence[Assignment], **words: Any) -> None:
        super().__init__(*args, **words)
        choices = [(str(one.uuid), _asked(one)) for one in owed]
        self.offer("assignment", choices)
        if len(choices) == 1:
            self.fields["assignment"].initial = choices[0][0]
        self.offer("document", [("", _("Không có trong danh mục")), *documents()])

    def plan(self) -> Plan:
        """Return the plan as an act takes it."""
        told = self.cleaned_data
        code, files = told["document"], told["file"]
        document = Document.objects.get(code=code) if code else None
        return Plan(document, told["number"], told["issued_on"], files[0] if files else None)


def documents() -> list[tuple[str, str]]:
    """Return the documents of the library as choices, the newest first."""
    rows = Document.objects.order_by("-issued_on", "code")
    return [(one.code, document_words(one)) for one in rows]


def document_words(document: Document) -> str:
    """Name a document by its number and title, in the page's language."""
    title = document.title_en if page_language() == "en" else document.title_vi
    return f"{document.number} – {title}" if document.number else title


def _asked(owed: Assignment) -> str:
    duty = owed.handing.duty
    title = duty.title_en if page_language() == "en" else duty.title_vi
    due = format_date(owed.due_on, page_language())
    whose = named(owed.office) if owed.office else named(owed.place)
    words = {"duty": title, "whose": whose, "due": due}
    return gettext("%(duty)s (%(whose)s, hạn %(due)s)") % words
