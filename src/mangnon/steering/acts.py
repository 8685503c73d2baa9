"""What acts of those who lead are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "steering",
    _("Chỉ đạo"),
    {
        "steering.change_office": _("Ghi thay đổi của một cơ quan"),
        "steering.close_inspection": _("Ghi kết luận một cuộc kiểm tra"),
        "steering.close_office": _("Ghi cơ quan thôi hoạt động"),
        "steering.commend": _("Ghi một quyết định khen thưởng"),
        "steering.end_committee": _("Ghi ban chỉ đạo thôi hoạt động"),
        "steering.find": _("Ghi một phát hiện của cuộc kiểm tra"),
        "steering.hand_finding": _("Giao nhiệm vụ từ một phát hiện"),
        "steering.inspect": _("Ghi một cuộc kiểm tra"),
        "steering.open_office": _("Ghi một cơ quan"),
        "steering.pass_to_heirs": _("Ghi ban chỉ đạo của nơi sáp nhập thôi hoạt động"),
        "steering.review": _("Ghi một cuộc sơ kết, tổng kết"),
        "steering.seat": _("Ghi thành viên ban chỉ đạo"),
        "steering.set_up": _("Ghi một ban chỉ đạo"),
    },
)
name_things(
    {
        "steering.commendation": _("Khen thưởng"),
        "steering.committee": _("Ban chỉ đạo"),
        "steering.finding": _("Phát hiện của cuộc kiểm tra"),
        "steering.inspection": _("Cuộc kiểm tra"),
        "steering.review": _("Sơ kết, tổng kết"),
    }
)
name_details(
    {
        "steering.change_office.change": _("loại thay đổi"),
        "steering.change_office.heir": _("cơ quan kế thừa"),
        "steering.change_office.passed": _("số nhiệm vụ chuyển sang"),
        "steering.decision": _("quyết định số"),
        "steering.duty": _("nhiệm vụ"),
        "steering.office": _("cơ quan"),
        "steering.pass_to_heirs.ended": _("số ban chỉ đạo thôi hoạt động"),
        "steering.role": _("vai trò trong ban"),
    }
)
