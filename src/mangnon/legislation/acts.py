"""What acts on the list of documents are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things

name_acts(
    "legislation",
    _("Văn bản"),
    {
        "legislation.put": _("Cập nhật danh mục văn bản"),
        "legislation.read": _("Đọc lời văn bản"),
        "legislation.withdraw": _("Gỡ khỏi danh mục văn bản"),
    },
)
name_things(
    {
        "legislation.clause": _("Điều khoản"),
        "legislation.document": _("Văn bản"),
        "legislation.relation": _("Quan hệ giữa các văn bản"),
    }
)
