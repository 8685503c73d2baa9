"""What acts on reports are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things, name_values

name_acts(
    "reports",
    _("Báo cáo định kỳ"),
    {
        "reports.begin": _("Lập một báo cáo"),
        "reports.take_away": _("Tải một báo cáo về"),
        "reports.sign": _("Ký một báo cáo"),
        "reports.write_words": _("Soạn phần lời của một báo cáo"),
    },
)
name_things({"reports.report": _("Bản báo cáo")})
name_details(
    {
        "reports.sign.digest": _("mã kiểm tra nội dung"),
        "reports.sign.number": _("số"),
        "reports.take_away.digest": _("mã kiểm tra nội dung"),
        "reports.take_away.file": _("tệp"),
        "reports.write_words.written": _("phần đã ghi"),
    }
)
name_values("reports.take_away.file", {"pdf": "PDF", "docx": "Word"})
name_values(
    "reports.write_words.written",
    {
        "opening": _("mở đầu"),
        "promises": _("chỉ tiêu"),
        "duties": _("nhiệm vụ"),
        "difficulties": _("khó khăn"),
        "next": _("phương hướng"),
        "proposals": _("đề xuất"),
        "number": _("số, ký hiệu"),
        "issued_at": _("nơi ban hành"),
        "recipients": _("nơi nhận"),
    },
)
