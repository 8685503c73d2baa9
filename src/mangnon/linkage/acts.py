"""What finding doubles and judging them are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details

name_acts(
    "linkage",
    _("Hồ sơ nghi trùng"),
    {
        "linkage.compare": _("Đặt hai hồ sơ cạnh nhau"),
        "linkage.find": _("Tìm hồ sơ nghi trùng"),
        "linkage.merge": _("Gộp hai hồ sơ"),
        "linkage.part": _("Ghi là hai trẻ khác nhau"),
        "linkage.undo": _("Tháo gộp"),
    },
)
name_details(
    {
        "linkage.candidate": _("cặp hồ sơ"),
        "linkage.compared": _("số hồ sơ đã so"),
        "linkage.found": _("số cặp mới"),
        "linkage.into": _("gộp vào"),
        "linkage.moved": _("số dòng chuyển sang"),
    }
)
