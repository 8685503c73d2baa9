"""The field by which a form takes files; several at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.attachments.kinds import ACCEPT


class _Several(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Some files, or none; gives the list of them. What they are is looked into by the act."""

    most = 3  # what the web server lets through at once: deploy/site.conf

    def __init__(self, **words: Any) -> None:
        words.setdefault("widget", _Several(attrs={"accept": ACCEPT}))
        words.setdefault(
            "help_text",
            _("Ảnh, PDF, Word hoặc Excel; mỗi tệp tối đa 20 MB, mỗi lần tối đa 3 tệp."),
        )
        super().__init__(**words)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [one for one in (data or []) if one]
        if len(files) > self.most:
            raise forms.ValidationError(
                _("Mỗi lần tối đa %(most)s tệp.") % {"most": self.most}, code="too_many"
            )
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files
