"""The forms of one's own account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.models import User
from mangnon.ui.forms import Form


class LanguageForm(Form):
    """The language of the desk; each names itself."""

    language = forms.ChoiceField(
        label=_("Ngôn ngữ"), choices=User.Language.choices, widget=forms.RadioSelect
    )
