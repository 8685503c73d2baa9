"""What acts on administrative procedures are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts

name_acts(
    "procedures",
    _("Thủ tục hành chính"),
    {
        "procedures.put": _("Cập nhật thủ tục hành chính từ gói dữ liệu"),
        "procedures.withdraw": _("Gỡ thủ tục hành chính"),
    },
)
