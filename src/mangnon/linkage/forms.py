"""How an officer judges a pair."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms import Form

KEEP_FIRST, KEEP_SECOND, PART = "first", "second", "part"
JUDGEMENTS = [
    (KEEP_FIRST, _("Là một trẻ: gộp vào hồ sơ bên trái")),
    (KEEP_SECOND, _("Là một trẻ: gộp vào hồ sơ bên phải")),
    (PART, _("Là hai trẻ khác nhau")),
]


class JudgeForm(Form):
    """One judgement; merging says which file's words on name, birth and home stand."""

    judgement = forms.ChoiceField(
        label=_("Hai hồ sơ này là của ai?"), choices=JUDGEMENTS, widget=forms.RadioSelect
    )
