"""Opening a weigh day."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.register.forms.identity import communes
from mangnon.ui.forms import DayField, Form
from mangnon.ui.templatetags.mangnon_ui import named

ROSTER, LAST = "roster", "last"


class NothingToFill(Form):
    """A form that asks nothing: its button is the answer."""


class OpenWeighDayForm(Form):
    """Where, when, and from which list."""

    place = forms.ChoiceField(label=_("Xã, phường"))
    village = forms.ChoiceField(label=_("Thôn"), required=False)
    day = DayField(label=_("Ngày cân, đo"))
    source = forms.ChoiceField(
        label=_("Danh sách trẻ"),
        choices=[
            (ROSTER, _("Tất cả trẻ dưới 5 tuổi trong sổ")),
            (LAST, _("Danh sách của buổi cân trước")),
        ],
        initial=ROSTER,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, places: Collection[int], **words: Any) -> None:
        super().__init__(*args, **words)
        choices = communes(places)
        self.offer("place", choices)
        if len(choices) == 1:
            self.fields["place"].initial = choices[0][0]
        villages = villages_of(places)
        self.offer("village", [("", _("Cả xã")), *villages])
        if not villages:
            del self.fields["village"]


def villages_of(places: Collection[int]) -> list[tuple[str, str]]:
    """Return the villages of today below the communes among ``places``, as choices."""
    tree = Tree.on(clock.today())
    found = []
    for unit in tree:
        parent = tree.parent(unit.id) if unit.kind == Kind.VILLAGE else None
        if parent is not None and parent in places:
            found.append((str(unit.id), f"{named(unit)} ({named(tree.place(parent))})"))
    return found
