"""The form in which a page is written: slugs from folded words, and what is missing to publish."""

import re
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from mangnon import clock
from mangnon.pages.consents import unseen_children
from mangnon.text.slugs import slugify

_PLAIN = re.compile("[^a-z0-9]")
# A page may be kept unfinished; whoever sends it on is told what is missing.
_SENDS_ON = ("action-publish", "action-submit", "action-workflow-action")


def _made_by_browser(slug: str, title: str) -> bool:
    """Whether nobody typed the slug: it is empty, or the title without its marked letters."""
    left, low = _PLAIN.sub("", slug.lower()), title.lower()
    return left in ("", _PLAIN.sub("", low), _PLAIN.sub("", low.replace("đ", "dj")))


class KeptPageForm(WagtailAdminPageForm):
    """A page's form."""

    def clean(self) -> dict[str, Any]:
        """Make the slug of the title where none was typed; judge a page that is sent on."""
        title = self.data.get("title", "")
        fresh = self.instance.pk is None or not self.instance.live
        if title and fresh and _made_by_browser(self.data.get("slug", ""), title):
            self.cleaned_data["slug"] = slugify(title)
            self._errors.pop("slug", None)
        cleaned: dict[str, Any] = super().clean()
        if any(name in self.data for name in _SENDS_ON):
            self._judge(cleaned)
        return cleaned

    def _judge(self, cleaned: dict[str, Any]) -> None:
        if "lead" in self.fields and not cleaned.get("lead"):
            self.add_error("lead", _("Hãy viết đoạn mở đầu trước khi gửi duyệt hoặc xuất bản."))
        if "office" in self.fields and not cleaned.get("office"):
            self.add_error("office", _("Hãy chọn cơ quan chịu trách nhiệm về trang."))
        if "review_by" in self.fields and not cleaned.get("review_by"):
            self.add_error("review_by", _("Hãy ghi ngày phải xem lại trang."))
        shown = unseen_children(cleaned.get("picture"), cleaned.get("body"), clock.today())
        for name in shown:
            self.add_error(
                None,
                _("Hình “%(name)s” cho thấy một trẻ em nhưng không có giấy đồng ý còn hiệu lực.")
                % {"name": name},
            )
