"""What is asked when a spreadsheet is brought, and of its columns."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.access.scope import tops
from mangnon.attachments.judging import MOST_BYTES
from mangnon.imports import errors, sheets
from mangnon.imports.headings import is_ours
from mangnon.places.tree import Tree
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import named

_NONE = "-"  # a column that is not used


class BringForm(Form):
    """The file, what it holds, for which commune, or for a whole area whose rows name theirs."""

    sheet = forms.ChoiceField(label=_("Bảng tính ghi gì?"), widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("Của địa bàn nào?"))
    file = forms.FileField(
        label=_("Tệp bảng tính"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_("Tệp .xlsx hoặc .csv, tối đa 20 MB và 200.000 dòng. Chữ TCVN3, VNI được "
                    "nhận ra và chuyển sang Unicode."),
    )  # fmt: skip

    def __init__(self, *args: Any, writable: Mapping[str, frozenset[int]], **words: Any) -> None:
        super().__init__(*args, **words)
        known = [(one.code, str(one.title)) for one in sheets.known() if one.code in writable]
        places = frozenset().union(*writable.values())
        self.offer("sheet", known)
        self.fields["sheet"].initial = known[0][0] if known else None
        tree, above = Tree.on(clock.today()), tops(places, clock.today())
        units = [u for u in tree if u.id in places and (u.is_leaf or u.id in above)]
        offered = [(str(u.id), named(u)) for u in sorted(units, key=lambda u: u.is_leaf)]
        self.offer("place", offered)
        if len(offered) == 1:
            self.fields["place"].initial = offered[0][0]

    def clean_file(self) -> Any:
        """Refuse what is too large before a byte of it is looked into."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                errors.too_large(file.name or "", MOST_BYTES // 1024**2).sentence.vi
            )
        return file


class ColumnsForm(Form):
    """Which column of the file is which; as they were recognised, to be confirmed."""

    def __init__(
        self, *args: Any, headings: list[str], chosen: dict[int, str], sheet: sheets.Sheet,
        **words: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **words)
        known = [(_NONE, str(_("Không dùng cột này")))]
        known += [(one.code, str(one.title)) for one in sheet.columns]
        for at, heading in enumerate(headings):
            if (heading and not is_ours(heading)) or at in chosen:
                self.fields[f"c{at}"] = forms.ChoiceField(
                    label=heading or str(_("Cột không có tiêu đề")), choices=known,
                    initial=chosen.get(at, _NONE),
                )  # fmt: skip

    def columns(self) -> dict[int, str]:
        """Return the columns that were chosen."""
        chosen = self.cleaned_data.items()
        return {int(name[1:]): code for name, code in chosen if code != _NONE}


class SureForm(Form):
    """A step that asks for nothing but to be sent."""
