"""Asking after a child from elsewhere, and answering for its file."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.register.actions.askings import Asked
from mangnon.register.forms.identity import communes
from mangnon.register.models import Purpose
from mangnon.register.particulars import LONGEST_NAME
from mangnon.ui.forms import DayField, Form

PURPOSES = {
    Purpose.MOVED_IN: _("Trẻ chuyển đến ở"),
    Purpose.SCHOOL: _("Nhập học"),
    Purpose.HEALTH: _("Tiêm chủng, khám chữa bệnh"),
    Purpose.SUPPORT: _("Cần trợ giúp"),
}
RELEASE, REFUSE = "release", "refuse"


def reason_field(**words: Any) -> forms.CharField:
    """Return a field for words about a child; they are sealed."""
    words.setdefault("label", _("Lý do"))
    words.setdefault("help_text", _("Được khóa bằng khóa của hồ sơ, chỉ người có quyền mới đọc."))
    area = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    return forms.CharField(max_length=500, widget=area, **words)


class AskForm(Form):
    """Whom somebody asks after, for which place, and why."""

    name = forms.CharField(
        label=_("Họ và tên đầy đủ, có dấu"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    born_on = DayField(label=_("Ngày sinh"))
    sex = forms.ChoiceField(
        label=_("Giới tính"),
        choices=[("", _("Không rõ")), ("m", _("Nam")), ("f", _("Nữ"))],
        required=False,
        widget=forms.RadioSelect,
    )
    purpose = forms.ChoiceField(
        label=_("Mục đích"), choices=list(PURPOSES.items()), widget=forms.RadioSelect
    )
    reason = reason_field()
    place = forms.ChoiceField(label=_("Hỏi cho xã, phường"))

    def __init__(self, *args: Any, places: Collection[int], **words: Any) -> None:
        super().__init__(*args, **words)
        choices = communes(places)
        self.offer("place", choices)
        if len(choices) == 1:
            self.fields["place"].initial = choices[0][0]

    def asked(self) -> Asked:
        """Return whom is asked after; raises WrongIdentity with a sentence."""
        told = self.cleaned_data
        return Asked(name=told["name"], born_on=told["born_on"], sex=told["sex"])


class RequestForm(Form):
    """Why the file should come here."""

    reason = reason_field(label=_("Vì sao hồ sơ cần chuyển về đây?"))


class AnswerForm(Form):
    """Whether a file is released, from which day, or why not."""

    decision = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[(RELEASE, _("Chuyển hồ sơ")), (REFUSE, _("Không chuyển"))],
        widget=forms.RadioSelect,
    )
    moved_on = DayField(label=_("Trẻ sống ở nơi mới từ ngày"), required=False)
    reason = reason_field(label=_("Lý do không chuyển"), required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("decision") == RELEASE and not self.errors and told.get("moved_on") is None:
            self.add_error("moved_on", _("Hãy ghi ngày trẻ bắt đầu sống ở nơi mới."))
        return told
