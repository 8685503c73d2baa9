"""What acts on reports of totals are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "aggregates",
    _("Báo cáo số liệu tổng hợp"),
    {
        "aggregates.approve": _("Phê duyệt một báo cáo số liệu"),
        "aggregates.fill": _("Nhập số vào một báo cáo số liệu"),
        "aggregates.lapse": _("Thôi lập một báo cáo số liệu do sáp nhập"),
        "aggregates.lock": _("Khóa một báo cáo số liệu"),
        "aggregates.pass_to_heirs": _("Chuyển việc báo cáo số liệu sang đơn vị mới khi sáp nhập"),
        "aggregates.put_catalogue": _("Cập nhật mẫu báo cáo số liệu"),
        "aggregates.reopen": _("Hủy phê duyệt một báo cáo số liệu"),
        "aggregates.restate": _("Đính chính một số liệu đã khóa"),
        "aggregates.return": _("Trả lại một báo cáo số liệu để sửa"),
        "aggregates.submit": _("Nộp một báo cáo số liệu"),
        "aggregates.withdraw_from_catalogue": _("Gỡ mẫu báo cáo số liệu"),
        "aggregates.write_together": _("Ghi nhiều báo cáo số liệu đã phê duyệt cùng lúc"),
    },
)
name_things({"aggregates.report": _("Báo cáo số liệu")})
name_details(
    {
        "denominator": _("mẫu số"),
        "indicator": _("chỉ số"),
        "lapsed": _("số báo cáo thôi lập"),
        "numerator": _("tử số"),
        "reports": _("số báo cáo"),
    }
)
