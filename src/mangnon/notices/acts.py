"""What acts on reminders are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things, name_values

name_acts(
    "notices",
    _("Nhắc việc"),
    {
        "notices.make": _("Ghi các lời nhắc của ngày"),
        "notices.read": _("Đánh dấu lời nhắc đã đọc"),
        "notices.resume": _("Nhận lại một loại lời nhắc"),
        "notices.send": _("Gửi thư nhắc việc"),
        "notices.stop": _("Thôi nhận một loại lời nhắc"),
    },
)
name_things({"notices.notice": _("Lời nhắc"), "notices.letter": _("Thư nhắc việc")})
name_details(
    {
        "notices.make.notices": _("số lời nhắc"),
        "notices.make.letters": _("số thư chờ gửi"),
        "notices.read.notices": _("số lời nhắc"),
        "notices.send.sent": _("số thư đã gửi"),
        "notices.send.dropped": _("số thư không còn gì để nhắc"),
        "notices.send.refused": _("số thư bị từ chối"),
        "notices.send.waiting": _("số thư còn chờ"),
        "notices.stop.kind": _("loại lời nhắc"),
        "notices.resume.kind": _("loại lời nhắc"),
    }
)
name_values("reason", {"letter": _("đường dẫn trong thư nhắc việc")})
