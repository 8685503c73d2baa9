"""What acts on meetings are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things, name_values
from mangnon.meetings.models import File, Meeting

name_acts(
    "meetings",
    _("Hội nghị, tập huấn"),
    {
        "meetings.add_document": _("Thêm văn bản vào một hội nghị"),
        "meetings.add_file": _("Thêm biên bản, ảnh vào một hội nghị"),
        "meetings.add_speaker": _("Thêm báo cáo viên vào một hội nghị"),
        "meetings.announce": _("Ghi một hội nghị"),
        "meetings.cancel": _("Hủy một hội nghị"),
        "meetings.change": _("Sửa một hội nghị"),
        "meetings.conclude": _("Ghi kết luận một hội nghị"),
        "meetings.end_calendar": _("Đóng địa chỉ lịch hội nghị"),
        "meetings.pass_to_heirs": _("Chuyển hội nghị sắp tới sang đơn vị mới khi sáp nhập"),
        "meetings.prove": _("Lấy một hội nghị làm minh chứng cho nhiệm vụ"),
        "meetings.put": _("Cập nhật hội nghị từ gói dữ liệu"),
        "meetings.record_attendance": _("Ghi số người dự một hội nghị"),
        "meetings.renew_calendar": _("Lấy địa chỉ lịch hội nghị mới"),
        "meetings.take_back_proof": _("Gỡ minh chứng là hội nghị"),
        "meetings.withdraw": _("Gỡ hội nghị của gói dữ liệu"),
    },
)
name_things({"meetings.meeting": _("Hội nghị")})
name_details(
    {
        "concluded_on": _("ghi kết luận ngày"),
        "meetings.add_document.document": _("văn bản"),
        "meetings.add_file.file": _("loại tệp"),
        "meetings.attended": _("số người dự"),
        "meetings.day": _("ngày họp"),
        "meetings.kind": _("loại"),
        "meetings.moved": _("số hội nghị chuyển"),
        "meetings.plan": _("số kế hoạch"),
    }
)
name_values("meetings.kind", dict(Meeting.Kind.choices))
name_values("meetings.add_file.file", dict(File.Kind.choices))
