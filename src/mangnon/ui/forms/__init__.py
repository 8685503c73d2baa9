"""Forms after GOV.UK's patterns: an error summary, the same words beside the field."""

from mangnon.ui.forms.fields import DayField, DecimalField, KnownDayField
from mangnon.ui.forms.form import Form, in_words

__all__ = ["DayField", "DecimalField", "Form", "KnownDayField", "in_words"]
