"""What forgetting, and giving a copy, are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details

name_acts(
    "retention",
    _("Lưu giữ"),
    {
        "retention.copy": _("Lập bản sao những gì đang giữ về trẻ"),
        "retention.erase": _("Xóa danh tính khỏi hồ sơ"),
        "retention.erase_again": _("Xóa lại sau khi khôi phục"),
        "retention.forget_askings": _("Xóa lời hỏi hồ sơ đã quá hạn"),
    },
)
name_details(
    {
        "retention.why": _("căn cứ"),
        "retention.decision": _("quyết định"),
        "retention.children": _("số hồ sơ"),
        "retention.askings": _("số lần hỏi"),
    }
)
