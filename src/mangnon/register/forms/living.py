"""Where a child lives, and what becomes of it."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.register.forms.identity import communes
from mangnon.register.models import Residence
from mangnon.ui.forms import DayField, Form

AWAY = "away"


class MoveForm(Form):
    """To which commune within reach, or away from the programme's area, and when."""

    place = forms.ChoiceField(label=_("Chuyển đến"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label=_("Cư trú ở nơi đến"),
        choices=Residence.Kind.choices,
        initial=Residence.Kind.PERMANENT,
        widget=forms.RadioSelect,
    )
    moved_on = DayField(label=_("Ngày chuyển"))
    together = forms.BooleanField(
        label=_("Cả hộ cùng chuyển: các trẻ trong hộ đang ở đây cùng đi"), required=False
    )

    def __init__(
        self, *args: Any, places: Collection[int], family: bool = False, **words: Any
    ) -> None:
        super().__init__(*args, **words)
        if not family:
            del self.fields["together"]
        away = (AWAY, _("Ra ngoài địa bàn chương trình"))
        choices = [*communes(places), away]
        if len(places) > 12:
            self.fields["place"].widget = forms.Select()
        self.offer("place", choices)


class DeathForm(Form):
    """The day a child died, and the day it was registered."""

    died_on = DayField(label=_("Ngày mất"))
    registered_on = DayField(label=_("Ngày đăng ký khai tử"), required=False)


class BirthForm(Form):
    """A live birth at the mother's commune."""

    place = forms.ChoiceField(label=_("Xã, phường nơi người mẹ sống"))
    born_on = DayField(label=_("Ngày sinh"))
    sex = forms.ChoiceField(
        label=_("Giới tính"), choices=[("m", _("Nam")), ("f", _("Nữ"))], widget=forms.RadioSelect
    )
    registered_on = DayField(label=_("Ngày đăng ký khai sinh"), required=False)

    def __init__(self, *args: Any, places: Collection[int], **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("place", communes(places))
