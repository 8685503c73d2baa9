"""What Wagtail says outside its catalogue: names of fields and lists, words inside its templates.

A template of ours in place of one of its would be a copy that grows old, for a word.
"""

from django import forms
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page

_TEXT = {"link_text": _("Chữ của liên kết")}
_FIELDS: dict[type[forms.Form], dict[str, Promise]] = {
    choosers.ExternalLinkChooserForm: {"url": _("Địa chỉ"), **_TEXT},
    choosers.AnchorLinkChooserForm: _TEXT,
    choosers.PhoneLinkChooserForm: {"phone_number": _("Số điện thoại"), **_TEXT},
    choosers.EmailLinkChooserForm: {
        "email_address": _("Địa chỉ thư điện tử"),
        "subject": _("Tiêu đề thư"),
        "body": _("Nội dung thư"),
        **_TEXT,
    },
}
# A word of a template, and the attribute that it stands in; quotes as pages and JSON have them.
_WORDS = (('aria-label="{}"', "Actions", _("Thao tác")),
          ('type="submit" value="{}"', "Search", _("Tìm")))  # fmt: skip


def name_fields() -> None:
    """Give the fields and lists that Wagtail leaves to their code's names words of ours."""
    for form, labels in _FIELDS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    SearchView.verbose_name = Page._meta.verbose_name
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural


def say(response: HttpResponse) -> None:
    """Say what a page of the house has in English in its reader's language."""
    for attribute, english, ours in _WORDS:
        for quoted in (attribute, attribute.replace('"', '\\"')):
            there = quoted.format(english).encode()
            if there in response.content:
                said = quoted.format(gettext(str(ours))).encode()
                response.content = response.content.replace(there, said)
