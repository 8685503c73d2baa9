"""What acts on duties are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "duties",
    _("Nhiệm vụ"),
    {
        "duties.accept": _("Tiếp nhận một nhiệm vụ"),
        "duties.announce_days": _("Ghi ngày nghỉ, ngày làm bù"),
        "duties.answer": _("Trả lời câu hỏi về một nhiệm vụ"),
        "duties.answer_extension": _("Trả lời đề nghị gia hạn"),
        "duties.ask": _("Hỏi lại về một nhiệm vụ"),
        "duties.ask_extension": _("Đề nghị gia hạn một nhiệm vụ"),
        "duties.hand_again": _("Giao lại một nhiệm vụ"),
        "duties.hand_down": _("Giao một nhiệm vụ xuống cấp dưới"),
        "duties.join": _("Nhập nhiệm vụ vào một nhiệm vụ khác khi sáp nhập"),
        "duties.pass_to_heirs": _("Chuyển nhiệm vụ sang đơn vị mới khi sáp nhập"),
        "duties.pause": _("Tạm dừng một nhiệm vụ"),
        "duties.put_catalogue": _("Cập nhật nhiệm vụ, ngày nghỉ từ gói dữ liệu"),
        "duties.put_duty": _("Ghi một nhiệm vụ"),
        "duties.recognise": _("Công nhận kết quả một nhiệm vụ"),
        "duties.report": _("Báo cáo kết quả một nhiệm vụ"),
        "duties.resume": _("Làm tiếp một nhiệm vụ"),
        "duties.return": _("Trả lại một nhiệm vụ"),
        "duties.send_back": _("Yêu cầu làm tiếp một nhiệm vụ"),
        "duties.withdraw": _("Thu hồi một nhiệm vụ"),
        "duties.withdraw_from_catalogue": _("Gỡ nhiệm vụ, ngày nghỉ từ gói dữ liệu"),
    },
)
name_things(
    {
        "duties.assignment": _("Phần việc được giao"),
        "duties.duty": _("Nhiệm vụ"),
        "duties.handing": _("Lần giao nhiệm vụ"),
    }
)
name_details(
    {
        "announced_on": _("thông báo ngày"),
        "assignments": _("số nơi nhận"),
        "duties.announce_days.days": _("số ngày"),
        "due_on": _("hạn"),
        "granted": _("cho gia hạn"),
        "duties.announce_days.moved": _("số hạn thay đổi"),
        "duties.pass_to_heirs.new": _("số nơi nhận mới"),
        "duties.pass_to_heirs.passed": _("số nhiệm vụ chuyển"),
        "rule": _("giao cho"),
    }
)
