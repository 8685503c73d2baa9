"""The rights, as a table one can read aloud: the act, what it means, what it rests on.

Two words are no rights: ``OPEN`` marks a page of the private house that anybody reaches (signing
in), ``OWN`` one that everybody who is signed in reaches (her own account).
"""

from functools import cache
from typing import NamedTuple

OPEN, OWN = "open", "own"

_CHILDREN_LAW = "Luật Trẻ em 102/2016/QH13"
_PERSONAL_DATA = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"
_CHILDREN_CIRCULAR = "Thông tư 13/2021/TT-BLĐTBXH"
_ASSIGNED = "Quyết định phân công của cơ quan"


class Right(NamedTuple):
    """One act; ``implies`` names acts that come with it; some ask for a reason each time.

    A role with any right that one administrator does not give alone waits for a second one.
    """

    act: str
    vi: str
    en: str
    basis: str
    implies: tuple[str, ...] = ()
    asks_reason: bool = False
    one_gives: bool = False  # it opens no child's file, and no power over people or the trail


RIGHTS = (
    # children
    Right("register.list", "Xem danh sách trẻ em: họ tên và năm sinh",
          "See lists of children: name and birth year", _CHILDREN_LAW),
    Right("register.read", "Mở hồ sơ một trẻ em", "Open a child's file",
          _CHILDREN_LAW, ("register.list",), asks_reason=True),
    Right("register.reveal", "Xem số giấy tờ, địa chỉ, điện thoại, phần kể lại",
          "See document numbers, addresses, telephone numbers and narratives",
          _PERSONAL_DATA, ("register.read",), asks_reason=True),
    Right("register.measure", "Ghi cân đo", "Record weights and heights",
          _CHILDREN_LAW, ("register.list",)),
    Right("register.vital", "Ghi sinh, tử", "Record births and deaths",
          "Luật Hộ tịch 60/2014/QH13", ("register.list",)),
    Right("register.support", "Ghi hoàn cảnh và trợ giúp", "Record circumstances and assistance",
          _CHILDREN_LAW, ("register.read",)),
    Right("register.write", "Ghi hồ sơ trẻ em", "Write the register of children", _CHILDREN_LAW,
          ("register.reveal", "register.measure", "register.vital", "register.support",
           "register.ask")),
    Right("register.ask", "Hỏi xã khác có đang giữ hồ sơ một trẻ em không",
          "Ask whether another commune holds a child's file", _CHILDREN_LAW, asks_reason=True),
    Right("register.release", "Cho chuyển hồ sơ trẻ em sang xã khác",
          "Release a child's file to another commune", _CHILDREN_LAW, ("register.list",)),
    Right("register.export", "Xuất danh sách có tên trẻ em", "Export lists with children's names",
          _PERSONAL_DATA, ("register.list",), asks_reason=True),
    Right("register.bulk", "Ghi nhiều hồ sơ một lần", "Write many records at once",
          _CHILDREN_LAW, ("register.write",)),
    # What is brought asks besides for the right to write what the sheet writes, and hands out none.
    Right("imports.bring", "Đưa bảng tính lên, trong phạm vi các sổ mình được ghi",
          "Bring spreadsheets in, of the records that one may write", _ASSIGNED, one_gives=True),
    Right("register.copy", "Lập bản sao những gì đang giữ về trẻ, cho trẻ hoặc người giám hộ",
          "Make a copy of what is held, for the child or its guardian", _PERSONAL_DATA,
          ("register.read",), asks_reason=True),
    Right("linkage.judge", "Xét hồ sơ nghi trùng: gộp, tách, tháo gộp",
          "Judge files that may be one child's: merge, part, undo", _CHILDREN_LAW,
          ("register.read",), asks_reason=True),
    Right("retention.see", "Xem hồ sơ nào đến hạn quên, chỉ con số",
          "See how many files fall due to be forgotten", _PERSONAL_DATA, one_gives=True),
    Right("retention.erase", "Xóa danh tính khỏi hồ sơ", "Erase identities from files",
          _PERSONAL_DATA, ("retention.see",)),
    # figures and facilities
    Right("figures.live", "Xem số liệu đang tính, chưa công bố", "See live figures, not published",
          _CHILDREN_CIRCULAR, one_gives=True),
    Right("figures.release", "Công bố một đợt số liệu", "Publish a release of figures",
          "Luật Thống kê 89/2015/QH13", ("figures.live",), one_gives=True),
    Right("indicators.report", "Nhập số tổng hợp được báo cáo", "Enter reported totals",
          _CHILDREN_CIRCULAR, ("figures.live",), one_gives=True),
    Right("aggregates.see", "Xem báo cáo số liệu tổng hợp, nơi nào nộp chậm, nơi nào thiếu",
          "See reports of totals, which are late, which are missing", _CHILDREN_CIRCULAR,
          ("figures.live",), one_gives=True),
    Right("aggregates.fill", "Nhập và nộp báo cáo số liệu tổng hợp",
          "Fill in and send reports of totals", _CHILDREN_CIRCULAR, ("aggregates.see",),
          one_gives=True),
    Right("aggregates.approve", "Phê duyệt hoặc trả lại báo cáo số liệu tổng hợp",
          "Approve or return reports of totals", _CHILDREN_CIRCULAR,
          ("aggregates.see", "indicators.report"), one_gives=True),
    Right("aggregates.keep", "Khóa và đính chính số liệu tổng hợp",
          "Lock and restate totals", _CHILDREN_CIRCULAR,
          ("aggregates.see", "indicators.report"), one_gives=True),
    Right("facilities.see", "Xem trạm y tế, trường học, tiêu chuẩn và quyết định công nhận",
          "See health stations, schools, standards and recognitions", _ASSIGNED, one_gives=True),
    Right("facilities.write", "Ghi hồ sơ cơ sở", "Write the records of facilities",
          _ASSIGNED, ("facilities.see",), one_gives=True),
    # the programme and its papers
    Right("programme.edit", "Sửa kế hoạch và chỉ tiêu", "Edit the plan and its targets",
          _ASSIGNED, one_gives=True),
    Right("duties.see", "Xem nhiệm vụ, nơi thực hiện và nơi chậm hạn",
          "See duties, who holds them, who is late", _ASSIGNED, one_gives=True),
    Right("duties.give", "Giao nhiệm vụ, trả lời, gia hạn, công nhận kết quả",
          "Hand duties down, answer, give more time, recognise results", _ASSIGNED,
          ("duties.see",), one_gives=True),
    Right("duties.do", "Tiếp nhận, thực hiện và báo cáo nhiệm vụ",
          "Accept duties, do them and report", _ASSIGNED, ("duties.see",), one_gives=True),
    Right("duties.calendar", "Ghi ngày nghỉ và ngày làm bù",
          "Enter days off and days worked in exchange", "Bộ luật Lao động 45/2019/QH14, Điều 112",
          one_gives=True),
    Right("reports.read", "Xem báo cáo của chương trình, tổng quan của lãnh đạo",
          "Read the programme's reports and the leader's page", _ASSIGNED, ("figures.live",),
          one_gives=True),
    Right("reports.write", "Soạn báo cáo của chương trình", "Write the programme's reports",
          _ASSIGNED, ("reports.read",), one_gives=True),
    Right("reports.sign", "Ký báo cáo của chương trình", "Sign the programme's reports",
          "Nghị định 30/2020/NĐ-CP, Điều 13", ("reports.read",), one_gives=True),
    Right("meetings.see", "Xem hội nghị, tập huấn và tiến độ quán triệt",
          "See conferences, trainings and how far a duty was carried", _ASSIGNED, one_gives=True),
    Right("meetings.hold", "Ghi hội nghị, tập huấn: số người, kết luận, biên bản, minh chứng",
          "Write conferences and trainings: who came, conclusion, minutes, proofs", _ASSIGNED,
          ("meetings.see",), one_gives=True),
    Right("steering.see", "Xem cơ quan, ban chỉ đạo, kiểm tra, sơ kết, tổng kết, khen thưởng",
          "See offices, committees, inspections, reviews and commendations", _ASSIGNED,
          one_gives=True),
    Right("steering.write", "Ghi cơ quan, ban chỉ đạo, kiểm tra, sơ kết, tổng kết, khen thưởng",
          "Record offices, committees, inspections, reviews and commendations", _ASSIGNED,
          ("steering.see",), one_gives=True),
    Right("efforts.see", "Xem nhiệm vụ, giải pháp, kinh phí và đóng góp",
          "See tasks, measures, budgets and contributions", _ASSIGNED, one_gives=True),
    Right("efforts.write", "Ghi biện pháp, kinh phí, mô hình, truyền thông, đề xuất chính sách",
          "Record measures, budgets, models, campaigns and policy proposals", _ASSIGNED,
          ("efforts.see",), one_gives=True),
    Right("efforts.fund", "Ghi thu, chi của Quỹ Bảo trợ trẻ em",
          "Record what the Child Protection Fund receives and gives", _CHILDREN_LAW,
          ("efforts.see",), one_gives=True),
    Right("efforts.publish", "Công khai thu, chi của Quỹ Bảo trợ trẻ em",
          "Publish the Child Protection Fund's accounts", _CHILDREN_LAW,
          ("efforts.see",), one_gives=True),
    Right("legislation.edit", "Sửa danh mục văn bản", "Edit the list of documents",
          _ASSIGNED, one_gives=True),
    Right("packs.apply", "Nạp gói dữ liệu của tỉnh", "Apply a province's pack", _ASSIGNED),
    Right("places.edit", "Sửa danh mục địa bàn, cơ quan", "Edit places and offices", _ASSIGNED),
    Right("places.succeed", "Thực hiện sáp nhập, chia tách", "Carry out mergers and splits",
          "Nghị quyết sáp nhập của cấp có thẩm quyền"),
    # the written pages
    Right("pages.write", "Viết trang, tin và gửi duyệt", "Write pages and news, and send them on",
          _ASSIGNED, one_gives=True),
    Right("pages.publish", "Duyệt và xuất bản trang, tin", "Review and publish pages and news",
          _ASSIGNED, ("pages.write",), one_gives=True),
    # people and trust
    Right("people.see", "Xem ai giữ vai trò gì, ở đâu", "See who holds which role, where",
          _ASSIGNED, one_gives=True),
    Right("people.manage", "Mời người, giao và thu hồi vai trò",
          "Invite people, give and end roles", _ASSIGNED, ("people.see",)),
    Right("people.reset", "Cùng một người nữa, cho đặt lại bước xác thực thứ hai",
          "Together with another, reset a lost second factor", _ASSIGNED, ("people.see",)),
    Right("access.borrow", "Nhận quyền tạm thời, nêu lý do",
          "Borrow a right for a time, saying why", _PERSONAL_DATA, asks_reason=True),
    Right("audit.read", "Đọc nhật ký truy vết", "Read the audit trail", _PERSONAL_DATA,
          ("people.see",)),
    Right("backup.make", "Sao lưu toàn bộ", "Copy the whole installation", _PERSONAL_DATA),
    Right("keys.rotate", "Thay khóa của hồ sơ", "Change the keys that lock the records",
          _PERSONAL_DATA),
)  # fmt: skip
BY_ACT = {right.act: right for right in RIGHTS}
ACTS = frozenset(BY_ACT)


@cache
def implied_by(act: str) -> frozenset[str]:
    """Return the act and every act that comes with it."""
    found = {act}
    for further in BY_ACT[act].implies:
        found |= implied_by(further)
    return frozenset(found)
