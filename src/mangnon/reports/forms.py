"""What is asked of who begins, writes and signs a report."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.access.grounds import not_over
from mangnon.places.models import Kind, Office, Place
from mangnon.places.tree import Tree
from mangnon.reports.content import parts
from mangnon.reports.models import Report
from mangnon.reports.periods import of_year
from mangnon.ui.forms import DayField, Form
from mangnon.ui.forms.select import LongSelect
from mangnon.ui.templatetags.mangnon_ui import named

# As offices write a number and its sign: 12/BC-SYT, 12-BC/BTG.
_NUMBER = r"^\d{1,5}[/-]BC[/-][A-ZĐÀ-Ỹ0-9&.-]{1,30}$"
FIRST, SECOND, YEAR, FINAL = "h1", "h2", "year", "final"
_EARLIEST = 2012
KINDS = (
    (FIRST, _("6 tháng đầu năm")),
    (SECOND, _("6 tháng cuối năm")),
    (YEAR, _("Cả năm")),
    (FINAL, _("Tổng kết, từ ngày đến ngày")),
)


class BeginForm(Form):
    """Which place, which period, and who reports."""

    place = forms.TypedChoiceField(label=_("Địa bàn"), coerce=int, widget=LongSelect)
    kind = forms.ChoiceField(label=_("Kỳ báo cáo"), choices=KINDS, widget=forms.RadioSelect)
    year = forms.IntegerField(
        label=_("Năm"),
        required=False,
        min_value=_EARLIEST,
        max_value=2199,
        help_text=_("Báo cáo tổng kết thì để trống."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )
    first = DayField(
        label=_("Từ ngày"), required=False, help_text=_("Chỉ ghi cho báo cáo tổng kết.")
    )
    last = DayField(
        label=_("Đến hết ngày"), required=False, help_text=_("Chỉ ghi cho báo cáo tổng kết.")
    )
    issuer = forms.ModelChoiceField(
        label=_("Cơ quan báo cáo"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=_("Ủy ban nhân dân của địa bàn"),
    )

    def __init__(self, *args: Any, places: frozenset[int], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("place", _places(places))
        today = clock.today()
        open_now = Office.objects.filter(not_over(today), place__in=places)
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=today)
        self.offer_rows("issuer", open_now.filter(begun).order_by("line", "name_vi"))

    def clean(self) -> dict[str, Any]:
        """Ask for the year or for both days, as the kind needs."""
        told = super().clean() or self.cleaned_data
        kind = told.get("kind")
        wanted = ("first", "last") if kind == FINAL else ("year",)
        for name in wanted:
            if kind and not told.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        return told

    def period(self) -> tuple[str, Any]:
        """Return the kind of report and its first and last day."""
        told = self.cleaned_data
        if told["kind"] == FINAL:
            return Report.Kind.FINAL, (told["first"], told["last"])
        if told["kind"] == YEAR:
            return Report.Kind.YEAR, of_year(Report.Kind.YEAR, told["year"])
        half = 1 if told["kind"] == FIRST else 2
        return Report.Kind.HALF_YEAR, of_year(Report.Kind.HALF_YEAR, told["year"], half)


class WordsForm(Form):
    """The words around the figures, part by part, and what the head and the foot need."""

    number = forms.RegexField(
        regex=_NUMBER,
        label=_("Số, ký hiệu"),
        required=False,
        max_length=40,
        help_text=_("Ví dụ: 12/BC-SYT; văn bản của Đảng: 12-BC/BTG."),
        error_messages={"invalid": _("Hãy ghi số và ký hiệu như 12/BC-SYT hoặc 12-BC/BTG.")},
    )
    issued_at = forms.CharField(label=_("Nơi ban hành"), max_length=80)
    recipients = forms.CharField(
        label=_("Nơi nhận"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi nơi một dòng; dòng “Lưu: VT” có sẵn."),
    )

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        for part, title in parts().items():
            self.fields[part] = forms.CharField(
                label=title,
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 5}),
                label_suffix="",
            )


class SignForm(Form):
    """In which post, and in whose name."""

    authority = forms.CharField(
        label=_("Quyền hạn ký"),
        required=False,
        max_length=120,
        help_text=_("Ví dụ: TM. ỦY BAN NHÂN DÂN. Để trống nếu người đứng đầu ký."),
    )
    post = forms.CharField(
        label=_("Chức vụ người ký"),
        max_length=120,
        help_text=_("Chỉ ghi chức vụ, không ghi họ tên. Ví dụ: Giám đốc."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


def _places(reached: frozenset[int]) -> list[tuple[str, str]]:
    """Return the places of today within reach, the largest first; then those that were before."""
    tree = Tree.on(clock.today())
    kinds = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)
    units = [unit for unit in tree if unit.id in reached and unit.kind in kinds]
    units.sort(key=lambda unit: (kinds.index(Kind(unit.kind)), unit.sort_key))
    now = [(str(unit.id), named(unit)) for unit in units]
    gone = Place.objects.filter(pk__in=reached - {unit.id for unit in units}, kind__in=kinds[:3])
    return now + [
        (str(one.pk), f"{named(one)} (…–{one.valid_to.year})") for one in gone if one.valid_to
    ]
