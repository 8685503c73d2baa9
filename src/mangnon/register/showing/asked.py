"""What is asked of a list: its filters and its order, from the address. No name is among them."""

from collections.abc import Collection
from typing import Any, get_args

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.places.world import Unit
from mangnon.register.models import CircumstanceGroup
from mangnon.register.roster import Filters, Sort, Status
from mangnon.register.showing.where import Where
from mangnon.register.showing.words import named
from mangnon.ui.forms import DayField, Form
from mangnon.ui.forms.select import LongSelect

SORTS = {
    "name": gettext_lazy("Tên (A–Y)"),
    "youngest": gettext_lazy("Nhỏ tuổi trước"),
    "oldest": gettext_lazy("Lớn tuổi trước"),
}
STATUSES = {
    "": gettext_lazy("Đang ở đây"),
    "left": gettext_lazy("Đã chuyển đi"),
    "died": gettext_lazy("Đã mất"),
}
_BY_STATUS = {"": Status.HERE, "left": Status.LEFT, "died": Status.DIED}


class ListForm(Form):
    """The filters of a list. ``filters()`` gives what the roster understands."""

    noi = forms.ChoiceField(label=gettext_lazy("Địa bàn"), required=False, widget=LongSelect)
    thon = forms.ChoiceField(label=gettext_lazy("Thôn"), required=False)
    gioi = forms.ChoiceField(label=gettext_lazy("Giới tính"), required=False)
    tuoi_tu = forms.IntegerField(
        label=gettext_lazy("Tuổi từ"), required=False, min_value=0, max_value=120
    )
    tuoi_den = forms.IntegerField(
        label=gettext_lazy("Tuổi đến"), required=False, min_value=0, max_value=120
    )
    nam_sinh = forms.IntegerField(
        label=gettext_lazy("Năm sinh"), required=False, min_value=1900, max_value=2199
    )
    nhom = forms.ChoiceField(label=gettext_lazy("Hoàn cảnh đặc biệt"), required=False)
    chua_can = DayField(
        label=gettext_lazy("Chưa cân từ ngày"), required=False, help_text="",
    )  # fmt: skip
    tinh_trang = forms.ChoiceField(
        label=gettext_lazy("Tình trạng"), choices=list(STATUSES.items()), required=False
    )
    xep = forms.ChoiceField(
        label=gettext_lazy("Sắp xếp"), choices=list(SORTS.items()), required=False
    )

    def __init__(self, *args: Any, where: Where, reads: Collection[int], **words: Any) -> None:
        super().__init__(*args, **words)
        everywhere = [("", _("Tất cả nơi tôi phụ trách"))]
        self._choose("noi", everywhere + where.choices() if where.choices() else [])  # type: ignore[operator]
        self._villages: dict[str, Unit] = {unit.key: unit for unit in where.villages()}
        villages = [(unit.key, named(unit)) for unit in self._villages.values()]
        self._choose("thon", [("", _("Tất cả")), *villages] if villages else [])
        self._choose("gioi", [("", _("Tất cả")), ("f", _("nữ")), ("m", _("nam"))])
        told = where.scope <= frozenset(reads)  # a filter would tell what a mark may not
        self._groups = {group.code: group for group in _groups()} if told else {}
        groups = [(code, named(group)) for code, group in self._groups.items()]
        self._choose("nhom", [("", _("Tất cả")), *groups] if groups else [])

    def _choose(self, name: str, choices: list[Any]) -> None:
        """Offer choices, or leave the field out where there are none."""
        if choices:
            self.offer(name, choices)
        else:
            del self.fields[name]

    def clean_chua_can(self) -> Any:
        """Refuse a day that has not come."""
        day = self.cleaned_data["chua_can"]
        if day is not None and day > clock.today():
            raise ValidationError(_("Ngày này chưa đến. Hãy chọn một ngày đã qua."))
        return day

    def filters(self) -> Filters:
        """Return what is asked, once the form is valid."""
        told = self.cleaned_data
        village = self._villages.get(told.get("thon") or "")
        group = self._groups.get(told.get("nhom") or "")
        return Filters(
            statuses=frozenset({_BY_STATUS[told["tinh_trang"]]}),
            sex=told["gioi"],
            birth_year=told["nam_sinh"],
            age_from=told["tuoi_tu"],
            age_to=told["tuoi_den"],
            village=village.id if village else None,
            groups=frozenset({group.pk}) if group else frozenset(),
            unmeasured_since=told["chua_can"],
        )

    def order(self) -> Sort:
        """Return in which order."""
        chosen = self.cleaned_data["xep"] or "name"
        return next(sort for sort in get_args(Sort) if sort == chosen)

    def asked(self) -> dict[str, str]:
        """Return what was filled in, as an address keeps it."""
        return {name: value for name in self.fields if (value := str(self.data.get(name) or ""))}


def _groups() -> list[CircumstanceGroup]:
    """Return the groups in force today."""
    today = clock.today()
    found = CircumstanceGroup.objects.filter(valid_from__lte=today).order_by("pk")
    return [group for group in found if group.valid_to is None or group.valid_to > today]
