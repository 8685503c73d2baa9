"""What acts on the search are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts

name_acts(
    "finding",
    _("Tìm kiếm"),
    {
        "finding.put_synonyms": _("Cập nhật từ đồng nghĩa"),
        "finding.withdraw": _("Gỡ từ đồng nghĩa"),
    },
)
