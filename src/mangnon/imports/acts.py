"""What acts on spreadsheets are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "imports",
    _("Nhập bảng tính"),
    {
        "imports.bring": _("Đưa một bảng tính lên"),
        "imports.choose_columns": _("Xác nhận các cột của bảng tính"),
        "imports.judge": _("Đối chiếu bảng tính với sổ"),
        "imports.judge_again": _("Đối chiếu lại bảng tính"),
        "imports.fail": _("Bảng tính không đọc được"),
        "imports.break_off": _("Dừng việc với bảng tính vì lỗi bất ngờ"),
        "imports.accept": _("Chấp nhận một bảng tính"),
        "imports.write": _("Ghi một phần bảng tính vào sổ"),
        "imports.accepted": _("Ghi xong bảng tính vào sổ"),
        "imports.take_back": _("Yêu cầu rút lại một bảng tính"),
        "imports.take": _("Rút lại một phần bảng tính"),
        "imports.taken_back": _("Rút lại xong bảng tính"),
        "imports.drop": _("Bỏ một bảng tính"),
        "imports.pass_to_heirs": _("Chuyển bảng tính sang đơn vị mới khi sáp nhập"),
        "imports.show": _("Xem các dòng của bảng tính"),
        "imports.faults": _("Tải bảng tính kèm cột lỗi"),
    },
)
name_things({"imports.import": _("Bảng tính")})
name_details(
    {
        "chunk": _("phần thứ"),
        "counts": _("số dòng theo kết quả"),
        "imports.bring.sheet": _("loại bảng tính"),
        "imports.bring.size": _("số byte"),
        "imports.choose_columns.columns": _("số cột"),
        "imports.break_off.before": _("đang làm"),
        "imports.accepted.left": _("số dòng để lại"),
        "imports.take.left": _("số dòng để lại"),
        "imports.taken_back.left": _("số dòng để lại"),
        "imports.show.verdict": _("kết quả"),
    }
)
