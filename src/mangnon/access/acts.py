"""What acts on accounts and people are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.access.models import Holding, OneTimeCode, User
from mangnon.audit.wording import name_acts, name_details, name_things, name_values

name_acts(
    "account",
    _("Đăng nhập, tài khoản"),
    {
        "account.add_factor": _("Thêm bước xác thực thứ hai"),
        "account.change_password": _("Đổi mật khẩu"),
        "account.choose_language": _("Chọn ngôn ngữ"),
        "account.end_session": _("Kết thúc phiên đăng nhập"),
        "account.join_directory": _("Liên kết với tài khoản công vụ"),
        "account.leave_directory": _("Bỏ liên kết với tài khoản công vụ"),
        "account.lock_out": _("Tạm khóa đăng nhập"),
        "account.remove_factor": _("Bỏ bước xác thực thứ hai"),
        "account.sign_in": _("Đăng nhập"),
        "account.sign_out": _("Đăng xuất"),
        "account.use_code": _("Đặt mật khẩu bằng mã dùng một lần"),
    },
)
name_acts(
    "people",
    _("Người dùng, vai trò"),
    {
        "people.add_person": _("Thêm tài khoản cho một người"),
        "people.ask_reset": _("Đề nghị đặt lại bước xác thực thứ hai"),
        "people.borrow": _("Nhận quyền tạm thời"),
        "people.carry_over": _("Chuyển vai trò sang đơn vị mới khi sáp nhập"),
        "people.close_account": _("Đóng tài khoản"),
        "people.confirm_reset": _("Xác nhận đặt lại bước xác thực thứ hai"),
        "people.confirm_waiting": _("Xác nhận vai trò đang chờ"),
        "people.end_role": _("Thu hồi vai trò"),
        "people.give_back": _("Trả lại quyền tạm thời"),
        "people.give_code": _("Cấp mã đặt mật khẩu mới"),
        "people.give_role": _("Giao vai trò"),
        "people.hand_over": _("Bàn giao việc"),
        "people.invite": _("Mời một người"),
        "people.invite_many": _("Mời nhiều người từ bảng tính"),
        "people.refuse_waiting": _("Không xác nhận vai trò đang chờ"),
    },
)
name_things(
    {
        "access.factorreset": _("Đề nghị đặt lại bước xác thực thứ hai"),
        "access.loan": _("Quyền tạm thời"),
        "access.user": _("Tài khoản"),
    }
)
name_details(
    {
        "asked_by": _("người đề nghị"),
        "ended": _("số phiên"),
        "ends_at": _("đến lúc"),
        "given_by": _("người giao"),
        "invited": _("số người được mời"),
        "language": _("ngôn ngữ"),
        "loan": _("quyền tạm thời"),
        "moved": _("số việc chuyển giao"),
        "refusal": _("lý do không xác nhận"),
        "right": _("quyền"),
        "role": _("vai trò"),
        "roles": _("số vai trò"),
    }
)
name_values(
    "state",
    {
        Holding.State.STANDING: _("có hiệu lực"),
        Holding.State.WAITING: _("chờ người quản trị thứ hai xác nhận"),
        Holding.State.DROPPED: _("không được xác nhận"),
    },
)
name_values("refusal", {one.value: one.label for one in Holding.Refusal})
name_values("language", {one.value: one.label for one in User.Language})
name_values(
    "purpose",
    {
        OneTimeCode.Purpose.INVITATION: _("vào làm việc lần đầu"),
        OneTimeCode.Purpose.PASSWORD: _("đặt mật khẩu mới"),
    },
)
name_values(
    "kind",
    {
        "recovery_codes": _("mã dự phòng"),
        "totp": _("ứng dụng xác thực"),
        "webauthn": _("khóa truy cập"),
    },
)
name_values(
    "reason",
    {
        "mangnon people": _("lệnh quản lý người dùng tại máy chủ"),
        "said": _("ghi khi nhận quyền"),
        "simulation": _("tạo bản minh họa"),
        "too many wrong passwords": _("nhập sai mật khẩu quá nhiều lần"),
    },
)
