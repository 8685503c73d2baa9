"""What the details of the register's entries are called, and what their codes mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_details, name_values
from mangnon.register.forms.elsewhere import PURPOSES as ASKED_FOR
from mangnon.register.models import Circumstance, Plan, Residence, WeighRow
from mangnon.register.showing.asked import SORTS, STATUSES
from mangnon.register.showing.purposes import FILES, PURPOSES, TAKEN_FOR

# Entries of these hold the purposes of an asking, some under codes that others use.
_ELSEWHERE = ("ask", "request_transfer", "receive_child", "refuse_transfer", "withdraw_transfer")

name_details(
    {
        "address": _("địa chỉ"),
        "asking": _("lần hỏi"),
        "assistance": _("mã trợ giúp"),
        "basis": _("căn cứ"),
        "birth_date": _("ngày sinh"),
        "birth_precision": _("độ chính xác của ngày sinh"),
        "circumstance": _("mã hoàn cảnh"),
        "close_reason": _("lý do đóng"),
        "closed_on": _("ngày đóng"),
        "communes": _("số xã"),
        "confirmed": _("đã kiểm tra lại"),
        "corrected": _("đã sửa"),
        "death": _("mã bản ghi tử vong"),
        "died_on": _("ngày mất"),
        "document": _("số giấy tờ"),
        "end_reason": _("lý do kết thúc"),
        "ethnic_group": _("dân tộc"),
        "evidence": _("giấy tờ"),
        "evidence_id": _("giấy tờ"),
        "evidence_issuer": _("nơi cấp giấy tờ"),
        "evidence_number": _("số giấy tờ làm căn cứ"),
        "evidence_on": _("ngày của giấy tờ"),
        "first": _("từ dòng thứ"),
        "followed_up_on": _("ngày theo dõi lại"),
        "found": _("tìm thấy"),
        "group": _("nhóm"),
        "guardian": _("mã người chăm sóc"),
        "household": _("hộ gia đình"),
        "household_left": _("rời hộ"),
        "identified_on": _("ngày phát hiện"),
        "left": _("rời"),
        "length": _("chiều dài, chiều cao"),
        "length_cm": _("chiều dài, chiều cao"),
        "let_go": _("bỏ giá trị vừa nhập"),
        "measured_on": _("ngày cân, đo"),
        "measurement": _("mã lượt cân, đo"),
        "name": _("họ tên"),
        "oedema": _("phù"),
        "passed": _("số bản ghi chuyển sang"),
        "place": _("địa bàn"),
        "plan": _("mã kế hoạch"),
        "position": _("tư thế đo"),
        "registered_on": _("ngày đăng ký"),
        "reintegration": _("mã kết quả hòa nhập"),
        "relation": _("quan hệ với trẻ"),
        "service": _("mã dịch vụ"),
        "services": _("số dịch vụ"),
        "session": _("buổi cân"),
        "register.rotate_keys.to": _("khóa mới"),
        "sex": _("giới tính"),
        "split": _("số xã chia tách"),
        "still_holds": _("còn hòa nhập"),
        "telephone": _("điện thoại"),
        "transfer": _("yêu cầu chuyển hồ sơ"),
        "transfers": _("yêu cầu chuyển hồ sơ đang chờ"),
        "valid_from": _("từ ngày"),
        "valid_to": _("đến ngày"),
        "views": _("bộ lọc đã lưu"),
        "vietnamese_citizen": _("quốc tịch Việt Nam"),
        "weighdays": _("buổi cân đo đang mở"),
        "weight": _("cân nặng"),
        "weight_kg": _("cân nặng"),
        "whole": _("số xã chuyển nguyên vẹn"),
        "why": _("lý do"),
        # the filters of a list
        "chua_can": _("chưa cân từ ngày"),
        "gioi": _("giới tính"),
        "nam_sinh": _("năm sinh"),
        "nhom": _("hoàn cảnh đặc biệt"),
        "noi": _("địa bàn"),
        "thon": _("thôn"),
        "tinh_trang": _("tình trạng"),
        "tuoi_den": _("tuổi đến"),
        "tuoi_tu": _("tuổi từ"),
        "xep": _("sắp xếp"),
    }
)
name_values(
    "purpose",
    {
        **PURPOSES,
        "act": _("ghi hồ sơ"),
        "heirs": _("xếp về đơn vị mới"),
        "paper": _("in phiếu cân"),
        "transfer": _("trả lời yêu cầu chuyển hồ sơ"),
        "weighday": _("buổi cân"),
    },
)
name_values("reason", PURPOSES)
for _act in _ELSEWHERE:
    for _field in ("purpose", "reason"):
        _asked = {code.value: words for code, words in ASKED_FOR.items()}
        name_values(f"register.{_act}.{_field}", _asked)
name_values("register.export.kind", FILES)
for _act in ("export", "export_names"):
    for _field in ("purpose", "reason"):
        name_values(f"register.{_act}.{_field}", TAKEN_FOR)
name_values("kind", {one.value: one.label for one in Residence.Kind})
name_values("end_reason", {one.value: one.label for one in Circumstance.End})
name_values("close_reason", {one.value: one.label for one in Plan.Closing})
name_values("gioi", {"f": _("nữ"), "m": _("nam")})
name_values("tinh_trang", STATUSES)
name_values("xep", SORTS)
name_values(
    "state",
    {
        WeighRow.State.UNSEEN: _("chưa cân"),
        WeighRow.State.OK: _("đã cân"),
        WeighRow.State.DOUBTFUL: _("cần đo lại"),
        WeighRow.State.WRONG: _("chưa đúng"),
        WeighRow.State.RECORDED: _("đã ghi vào sổ"),
    },
)
name_values(
    "reason",
    {
        "mangnon keys retire": _("lệnh bỏ khóa cũ tại máy chủ"),
        "mangnon keys rotate": _("lệnh thay khóa tại máy chủ"),
    },
)
