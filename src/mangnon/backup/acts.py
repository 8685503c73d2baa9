"""What copying an installation and bringing it back are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details

name_acts(
    "backup",
    _("Sao lưu"),
    {
        "backup.make": _("Sao lưu toàn bộ"),
        "backup.restore": _("Khôi phục từ bản sao lưu"),
    },
)
name_details(
    {
        "backup.made_at": _("bản sao lưu lập lúc"),
        "backup.erased_again": _("số hồ sơ xóa lại"),
    }
)
