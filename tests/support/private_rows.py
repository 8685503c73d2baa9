"""The routes of the private house, by hand: who gets in, what she sees, what is recorded.

Written from what each role is for; it shares nothing with the table of rights.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from tests.support.private_world import World

# Who is what, and which communes she reaches.
PEOPLE = {
    "an": ("officer", {"n1"}),
    "binh": ("officer", {"n2"}),
    "chi": ("station", {"n1"}),
    "dung": ("above", {"n1", "n2"}),
    "giang": ("above", {"n1", "n2", "s1"}),
    "ha": ("auditor", set()),
    "kien": ("administrator", set()),
    "minh": ("leader", {"n1"}),
    "thu": ("librarian", set()),
    "khach": ("citizen", set()),
    "stranger": ("stranger", set()),
}
CHILDREN = {"n1": "Nguyễn Thị Mận Mẫu", "n2": "Trần Văn Đào Mẫu", "s1": "Phạm Thị Lựu Mẫu"}
EVERYBODY = {role for role, _ in PEOPLE.values()}
SIGNED_IN = EVERYBODY - {"stranger"}


@dataclass(frozen=True)
class Row:
    """One route: which roles get in where they reach, and what they then see and leave."""

    roles: set[str]
    of: str = ""  # whose the address is: a "child", a "thing" of its commune, or nobody's
    shows: str = ""  # {name} is the child's
    leaves: str = ""  # the entry of the reading, naming the child
    opened: bool = False  # the file is opened for a purpose first
    post: dict[str, str] = field(default_factory=dict)  # sent instead of opening the address
    status: int = 200
    args: Callable[["World", str], list[object] | None] = lambda world, code: []


def child(*roles: str, shows: str = "{name}", **words: object) -> Row:
    """A route under a child's address."""
    return Row(set(roles), of="child", shows=shows, **words)


def act(*roles: str, **words: object) -> Row:
    """A page that acts on a child: it shows the name, and that is a reading."""
    return child(*roles, leaves="register.name", **words)


def held(kind: str) -> Callable[["World", str], list[object] | None]:
    """Return what names, in an address, the thing of a kind that belongs to a commune."""
    return lambda world, code: world.things[kind].get(code)


def thing(kind: str, *roles: str, **words: object) -> Row:
    """A route under the address of a thing that belongs to a commune."""
    return Row(set(roles), of="thing", args=held(kind), **words)


def person(*roles: str, kind: str = "person", **words: object) -> Row:
    """A page about Chi, who works in n1."""
    return Row(set(roles), args=lambda world, code: world.things[kind]["n1"], **words)


def paper(kind: str, **words: object) -> Row:
    """A route under a document of the library, which belongs to no commune."""
    return Row({LIBRARIAN}, args=lambda world, code: world.things[kind]["n1"], **words)


def own(status: int = 200, shows: str = "") -> Row:
    return Row(SIGNED_IN, shows=shows, status=status)


def free(status: int = 200, shows: str = "") -> Row:
    return Row(EVERYBODY, shows=shows, status=status)


NOBODY = uuid4()
OFFICER, STATION, ABOVE, LEADER = "officer", "station", "above", "leader"
LIBRARIAN = "librarian"
ROUTES = {
    "desk": own(shows="Việc của tôi"),
    "visits": own(shows="Lượt xem"),
    "register:list": Row({OFFICER, STATION, ABOVE}, shows="Mẫu"),
    "register:search": Row({OFFICER, STATION, ABOVE}),
    "register:file": child(OFFICER, ABOVE, leaves="register.read", opened=True),
    "register:reveal": child(
        OFFICER, ABOVE, shows="030213000123", leaves="register.reveal_document", opened=True,
        post={"what": "document"},
    ),
    "register:weighdays": Row({OFFICER, STATION}, shows="Các buổi cân đo"),
    "register:open_weighday": Row({OFFICER, STATION}, shows="Mở buổi cân đo"),
    "register:village": Row({OFFICER, STATION, ABOVE}, shows="Danh sách theo thôn"),
    "register:due_services": Row({OFFICER}, shows="Dịch vụ đến hạn"),
    "register:without_evidence": Row({OFFICER}, shows="Chưa có giấy tờ"),
    "register:follow_ups": Row({OFFICER}, shows="Chờ theo dõi lại"),
    "register:export": Row({OFFICER, ABOVE}, shows="Xuất danh sách"),
    "register:keep_view": Row({OFFICER, STATION, ABOVE}, post={"title": "Mẫu"}, status=302),
    "register:drop_view": Row({OFFICER, STATION, ABOVE}, post={"x": "y"}, status=404,
                              args=lambda world, code: [NOBODY]),
    "register:who": child(OFFICER, ABOVE, shows="Ai xem được"),
    "register:weighday": thing("day", OFFICER, STATION, shows="{name}"),
    "register:add_to_weighday": thing("day", OFFICER, STATION),
    "register:record_weighday": thing("day", OFFICER, STATION),
    "register:close_weighday": thing("day", OFFICER, STATION),
    "register:weighday_paper": thing("day", OFFICER, STATION, shows="{name}"),
    "register:strike": act(OFFICER, STATION, args=held("weighing")),
    "register:correct_weighing": act(OFFICER, STATION, args=held("weighing")),
    "register:guardian": act(OFFICER, args=held("guardian")),
    "register:remove_guardian": act(OFFICER, args=held("guardian")),
    "register:household": act(OFFICER),
    "register:join_household": act(OFFICER),
    "register:ask": Row({OFFICER}, shows="Hỏi hồ sơ"),
    "register:receive": Row({OFFICER}, shows="Tiếp nhận"),
    "register:asked": thing("asking", OFFICER),
    "register:withdraw": thing("asked_for", OFFICER),
    "register:transfers": Row({OFFICER, ABOVE}, shows="Yêu cầu chuyển hồ sơ"),
    "register:release": thing("asked_of", OFFICER, ABOVE, shows="{name}"),
    "register:heirs": Row({OFFICER}, shows="chia tách"),
    "imports:list": Row({OFFICER, STATION, ABOVE}, shows="Nhập bảng tính"),
    "imports:bring": Row({OFFICER, STATION, ABOVE}, shows="Đưa bảng tính lên"),
    "imports:template": Row({OFFICER}, args=lambda world, code: ["children"]),
    "imports:import": thing("import", OFFICER, shows="{name}"),
    "imports:columns": thing("import", OFFICER, shows="Cột nào là gì?"),
    "imports:accept": thing("import", OFFICER, shows="Ghi bảng tính vào sổ"),
    "imports:take_back": thing("import", OFFICER, shows="Rút lại bảng tính"),
    "imports:again": thing("import", OFFICER, shows="Đối chiếu lại"),
    "imports:drop": thing("import", OFFICER, shows="Bỏ bảng tính"),
    "imports:faults": thing("import", OFFICER),
    "reports:list": Row({OFFICER, ABOVE, LEADER}, shows="Báo cáo"),
    "reports:leader": Row({OFFICER, ABOVE, LEADER}, shows="Chờ quyết định"),
    "reports:begin": Row({OFFICER, ABOVE}, shows="Lập báo cáo"),
    "reports:report": thing("report", OFFICER, ABOVE, LEADER, shows="DỰ THẢO"),
    "reports:write": thing("report", OFFICER, ABOVE, shows="Soạn phần lời của báo cáo"),
    "reports:sign": thing("report", LEADER, shows="Ký báo cáo"),
    "reports:file": thing("report_file", OFFICER, ABOVE, LEADER),
    # the library of documents
    "legislation:list": Row({LIBRARIAN}, shows="Thêm văn bản"),
    "legislation:add": Row({LIBRARIAN}, shows="Số, ký hiệu"),
    "legislation:bring": Row({LIBRARIAN}, shows="Các cột nhận được"),
    "legislation:bring_template": Row({LIBRARIAN}, shows="Số, ký hiệu"),
    "legislation:problems": Row({LIBRARIAN}, shows="Sai ngày Mẫu"),
    "legislation:close_problem": paper("paper_problem", shows="Sai ngày Mẫu"),
    "legislation:one": paper("paper", shows="Văn bản Mẫu"),
    "legislation:correct": paper("paper", shows="Văn bản Mẫu"),
    "legislation:relate": paper("paper", shows="Văn bản Mẫu"),
    "legislation:correct_relation": paper("paper_tie", shows="Văn bản Mẫu"),
    "legislation:drop_relation": paper("paper_tie", shows="Văn bản Mẫu"),
    "legislation:bring_text": paper("paper", shows="Văn bản Mẫu"),
    "legislation:file": paper("paper_file"),
    "legislation:look": paper("paper_waiting", shows="Lời Mẫu"),
    "legislation:drop_original": paper("paper_file", shows="goc.pdf"),
    "people": Row({ABOVE, LEADER, "auditor", "administrator"}, shows="Mọi người"),
    "person": person(ABOVE, LEADER, "auditor", "administrator", shows="Chi Thị Mẫu"),
    "loans": Row({ABOVE, LEADER, "auditor", "administrator"}),
    "invite": Row({"administrator"}, shows="Mời một người"),
    "roster": Row({"administrator"}, shows="Mời nhiều người"),
    "roster-template": Row({"administrator"}),
    "codes": Row({"administrator"}),
    "unconfirmed": Row({"administrator"}, shows="Khách Văn Mẫu"),
    "unconfirmed-batch": person("administrator", kind="batch", shows="Khách Văn Mẫu"),
    "give-role": person("administrator", shows="Chi Thị Mẫu"),
    "end-role": person("administrator", kind="holding", shows="Chi Thị Mẫu"),
    "confirm-role": person("administrator", kind="holding", shows="Chi Thị Mẫu"),
    "hand-over": person("administrator", shows="Chi Thị Mẫu"),
    "give-code": person("administrator", shows="Chi Thị Mẫu"),
    "close-account": person("administrator", shows="Chi Thị Mẫu"),
    "ask-reset": person("administrator", "auditor", shows="Chi Thị Mẫu"),
    "confirm-reset": person("administrator", "auditor", shows="Chi Thị Mẫu"),
    "trail": Row({"auditor"}),
    "borrow": Row({"administrator"}, shows="Nhận quyền tạm thời"),
    "register:enter": Row({OFFICER}, shows="Thêm một trẻ"),
    "register:birth": Row({OFFICER}, shows="mới sinh"),
    "register:correct": act(OFFICER),
    "register:weigh": act(OFFICER, STATION),
    "register:move": act(OFFICER),
    "register:death": act(OFFICER),
    "register:begin_circumstance": act(OFFICER),
    "register:end_circumstance": act(OFFICER, args=held("spell")),
    "register:evidence": act(OFFICER, args=held("spell")),
    "register:assist": act(OFFICER),
    "register:reintegrate": act(OFFICER),
    "register:deliver": act(OFFICER, args=held("service")),
    "register:approve_plan": act(OFFICER),
    "register:close_plan": act(OFFICER, args=held("plan")),
    "register:follow_up": act(OFFICER, args=held("outcome")),
    "duties:all": Row({OFFICER, ABOVE, LEADER}, shows="Yêu cầu của văn bản"),
    "duties:mine": Row({OFFICER, ABOVE}, shows="Việc được giao"),
    "duties:answers": Row({ABOVE, LEADER}, shows="Chờ bạn trả lời"),
    "duties:late": Row({OFFICER, ABOVE, LEADER}, shows="Nơi chậm hạn"),
    "duties:calendar": own(shows="Lịch làm việc"),
    "duties:announce": Row({"administrator"}, shows="làm bù"),
    "duties:put": Row({ABOVE, LEADER}, shows="Ghi một nhiệm vụ"),
    "duties:duty": Row({OFFICER, ABOVE, LEADER}, args=held("duty"), shows="Quán triệt"),
    "duties:hand": Row({ABOVE}, args=held("duty"), shows="Quán triệt"),
    "duties:assignment": thing("assignment", OFFICER, ABOVE, LEADER, shows="Quán triệt"),
    "duties:evidence": thing("proof", OFFICER, ABOVE, LEADER),
    "duties:step": thing("step", OFFICER, ABOVE, shows="Báo cáo kết quả"),
    "duties:ask_time": thing("assignment", OFFICER, ABOVE, shows="Đề nghị gia hạn"),
    "duties:answer": thing("answer", ABOVE, shows="Thu hồi"),
    "duties:answer_time": thing("assignment", ABOVE, shows="Chờ hội trường"),
    "duties:hand_further": thing("assignment", ABOVE, LEADER, shows="Giao xuống cấp dưới"),
    "notices:list": Row({OFFICER, ABOVE, LEADER}, shows="Chọn loại lời nhắc"),
    "notices:choose": Row({OFFICER, ABOVE, LEADER}, shows="Nơi nhận nhiệm vụ của bạn chậm hạn"),
    "meetings:list": Row({OFFICER, ABOVE, LEADER}, shows="Hội nghị, tập huấn"),
    "meetings:announce": Row({OFFICER, ABOVE}, shows="Ghi hội nghị"),
    "meetings:calendar": Row({OFFICER, ABOVE, LEADER}, shows="Đăng ký lịch"),
    "meetings:coverage": Row({OFFICER, ABOVE, LEADER}, shows="Quán triệt"),
    "meetings:coverage_of": Row({OFFICER, ABOVE, LEADER}, args=held("duty"), shows="Quán triệt"),
    "meetings:meeting": thing("meeting", OFFICER, ABOVE, LEADER, shows="Mỗi chi bộ"),
    "meetings:change": thing("meeting", OFFICER, ABOVE, shows="Hội trường Mẫu"),
    "meetings:cancel": thing("meeting", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:attendance": thing("meeting", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:conclude": thing("meeting", OFFICER, ABOVE, shows="Mỗi chi bộ"),
    "meetings:add_speaker": thing("meeting", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:add_document": thing("meeting", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:add_files": thing("meeting", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:prove": thing("meeting", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:take_back": thing("named", OFFICER, ABOVE, shows="Hội nghị Mẫu"),
    "meetings:plan": thing("named", OFFICER, ABOVE, LEADER),
    "meetings:file": thing("minutes", OFFICER, ABOVE, LEADER),
    # totals: communes fill, those above answer
    "retention:due": Row({OFFICER, ABOVE}, shows="Lưu giữ và quên"),
    "retention:copy": child(OFFICER, ABOVE, shows="Mẫu", leaves="retention.copy",
                            post={"for_whom": "child", "form": "page"}),
    # files that may be one child's: n1's and n2's, seen by who reaches both
    "linkage:list": Row({OFFICER, ABOVE}, shows="Hồ sơ nghi trùng"),
    "linkage:pair": thing("pair", ABOVE, shows="{name}"),
    "linkage:undo": thing("merged_pair", ABOVE, post={"x": "y"}, status=302),
    "aggregates:all": Row({OFFICER, ABOVE, LEADER}, shows="Báo cáo năm Mẫu"),
    "aggregates:period": Row({OFFICER, ABOVE, LEADER}, args=held("period"), shows="xã, phường"),
    "aggregates:compare": Row({OFFICER, ABOVE, LEADER}, args=held("period"), shows="Theo hồ sơ"),
    "aggregates:report": thing("totals", OFFICER, ABOVE, LEADER, shows="Trẻ em Mẫu"),
    "aggregates:submit": thing("totals", OFFICER, shows="Nộp báo cáo"),
    "aggregates:answer": thing("totals_answer", ABOVE, shows="Trả lại để sửa"),
    "aggregates:lock": thing("totals", ABOVE, shows="Khóa số liệu"),
    "aggregates:lock_all": Row({ABOVE}, args=held("period"), shows="Khóa mọi báo cáo"),
    "aggregates:restate": thing("totals_line", ABOVE, shows="Đính chính"),
    # stations, schools, the communes themselves
    "facilities:list": Row({OFFICER, STATION, ABOVE, LEADER}, shows="Trạm y tế Mẫu"),
    "facilities:expiring": Row({OFFICER, STATION, ABOVE, LEADER}, shows="Sắp hết hạn"),
    "facilities:open": Row({OFFICER, ABOVE}, shows="Thêm một cơ sở"),
    "facilities:one": thing("station", OFFICER, STATION, ABOVE, LEADER, shows="Trạm y tế Mẫu"),
    "facilities:commune": thing("commune", OFFICER, STATION, ABOVE, LEADER, shows="Chuẩn xã Mẫu"),
    "facilities:proof": thing("criterion_file", OFFICER, STATION, ABOVE, LEADER),
    "facilities:hire": thing("station", OFFICER, ABOVE, shows="Trạm y tế Mẫu"),
    "facilities:close": thing("station", OFFICER, ABOVE, shows="Đóng cơ sở"),
    "facilities:move": thing("station", OFFICER, ABOVE, shows="Trạm y tế Mẫu"),
    "facilities:offer": thing("station", OFFICER, ABOVE, shows="Trạm y tế Mẫu"),
    "facilities:leave_post": thing("in_post", OFFICER, ABOVE, shows="Hộ sinh"),
    "facilities:go_away": thing("in_post", OFFICER, ABOVE, shows="Hộ sinh"),
    "facilities:recognise_school": thing("school", OFFICER, ABOVE, shows="Trường Mẫu"),
    "facilities:assess_school": thing("school_judged", OFFICER, ABOVE, shows="Trường Mẫu"),
    "facilities:recognise_commune": thing("commune", OFFICER, ABOVE, shows="Công nhận cho năm"),
    "facilities:assess_commune": thing("commune_judged", OFFICER, ABOVE, shows="Chuẩn xã Mẫu"),
    # who leads: what is decided is every officer's to know; what was inspected, within reach
    "steering:lines": Row({OFFICER, ABOVE, LEADER}, shows="Ủy ban n1 Mẫu"),
    "steering:office": Row({OFFICER, ABOVE, LEADER}, shows="Ủy ban n1 Mẫu", args=held("office")),
    "steering:open_office": Row({OFFICER, ABOVE}, shows="Ghi một cơ quan"),
    "steering:change_office": thing("office", OFFICER, ABOVE, shows="Ghi thay đổi: Ủy ban"),
    "steering:close_office": thing("office", OFFICER, ABOVE, shows="Chỉ dùng khi không cơ quan"),
    "steering:committees": Row({OFFICER, ABOVE, LEADER}, shows="Ban Chỉ đạo n1 Mẫu"),
    "steering:set_up": Row({OFFICER, ABOVE}, shows="Ghi một ban chỉ đạo"),
    "steering:committee": Row({OFFICER, ABOVE, LEADER}, shows="Ban Chỉ đạo n1 Mẫu",
                              args=held("committee")),
    "steering:seat": thing("committee", OFFICER, ABOVE, shows="Thêm thành viên"),
    "steering:end_committee": thing("committee", OFFICER, ABOVE, shows="Ghi ban thôi hoạt động"),
    "steering:inspections": Row({OFFICER, ABOVE, LEADER}, shows="Các cuộc kiểm tra"),
    "steering:inspect": Row({OFFICER, ABOVE}, shows="Ghi một cuộc kiểm tra"),
    "steering:inspection": thing("inspection", OFFICER, ABOVE, LEADER, shows="Thấy ở"),
    "steering:find": thing("inspection", OFFICER, ABOVE, shows="Thêm phát hiện"),
    "steering:close_inspection": thing("inspection", OFFICER, ABOVE, shows="Ghi kết luận"),
    "steering:hand_finding": thing("finding", ABOVE, LEADER, shows="Thấy ở"),
    "steering:reviews": Row({OFFICER, ABOVE, LEADER}, shows="Sơ kết, tổng kết"),
    "steering:review": Row({OFFICER, ABOVE}, shows="Ghi một cuộc sơ kết"),
    "steering:commendations": Row({OFFICER, ABOVE, LEADER}, shows="Khen thưởng"),
    "steering:commend": Row({OFFICER, ABOVE}, shows="Ghi một quyết định khen thưởng"),
    # what is done and paid for
    "efforts:tasks": Row({OFFICER, ABOVE, LEADER}, shows="Nhiệm vụ Mẫu"),
    "efforts:task": Row({OFFICER, ABOVE, LEADER}, shows="Nhiệm vụ Mẫu", args=lambda w, c: ["led"]),
    "efforts:add_measure": Row({OFFICER, ABOVE}, shows="Ghi một biện pháp"),
    "efforts:measure": thing("measure", OFFICER, ABOVE, LEADER, shows="Biện pháp"),
    "efforts:set_budget": thing("measure", OFFICER, ABOVE, shows="Ghi kinh phí"),
    "efforts:pilots": Row({OFFICER, ABOVE, LEADER}, shows="Mô hình n1 Mẫu"),
    "efforts:add_pilot": Row({OFFICER, ABOVE}, shows="Ghi một mô hình"),
    "efforts:pilot": Row({OFFICER, ABOVE, LEADER}, shows="Mô hình n1 Mẫu", args=held("pilot")),
    "efforts:add_site": Row({OFFICER, ABOVE}, shows="Mô hình n1 Mẫu", args=held("pilot")),
    "efforts:end_site": thing("site", OFFICER, ABOVE, shows="Kết thúc mô hình"),
    "efforts:campaigns": Row({OFFICER, ABOVE, LEADER}, shows="Truyền thông n1 Mẫu"),
    "efforts:begin_campaign": Row({OFFICER, ABOVE}, shows="Ghi một đợt truyền thông"),
    "efforts:campaign": Row({OFFICER, ABOVE, LEADER}, shows="Truyền thông n1 Mẫu",
                            args=held("campaign")),
    "efforts:add_channel": thing("campaign", OFFICER, ABOVE, shows="Thêm kênh"),
    "efforts:say_effect": thing("campaign", OFFICER, ABOVE, shows="Ghi hiệu quả"),
    "efforts:proposals": Row({OFFICER, ABOVE, LEADER}, shows="Đề xuất n1 Mẫu"),
    "efforts:propose": Row({OFFICER, ABOVE}, shows="Ghi một đề xuất"),
    "efforts:proposal": Row({OFFICER, ABOVE, LEADER}, shows="Đề xuất n1 Mẫu",
                            args=held("proposal")),
    "efforts:take": thing("proposal", OFFICER, ABOVE, shows="Bước tiếp theo"),
    "efforts:partners": Row({OFFICER, ABOVE, LEADER}, shows="Người đóng góp"),
    "efforts:add_partner": Row({OFFICER, ABOVE}, shows="Ghi một người đóng góp"),
    "efforts:partner": thing("partner", OFFICER, ABOVE, LEADER, shows="Công ty"),
    "efforts:pledge": thing("partner", OFFICER, ABOVE, shows="Ghi một cam kết"),
    "efforts:fund": Row({OFFICER, ABOVE, LEADER}, shows="Quỹ Bảo trợ trẻ em"),
    "efforts:receive": Row({ABOVE}, shows="Ghi khoản thu"),
    "efforts:give": Row({ABOVE}, shows="Ghi khoản chi"),
    "efforts:publish": Row({ABOVE}, shows="Công khai thu, chi"),
}  # fmt: skip


@dataclass(frozen=True)
class Own:
    """A page of one's own account, or of signing in: it names nobody else.

    ``mine`` and ``strange``: the answers to who is signed in, and to who is not; a stranger who
    gets no page is led to the sign-in.
    """

    mine: tuple[int, ...] = (200,)
    strange: int = 302
    args: tuple[object, ...] = ()


ACCOUNT = {
    "my-account": Own(),
    "my-rights": Own(),
    "sessions": Own(),
    "language": Own(),
    "leave-directory": Own((404,)),
    "one-time-code": Own(strange=200),
    "give-back": Own((404, 405), args=(NOBODY,)),
    "notices:stop": Own((404,), strange=404, args=("cut-short",)),
    "meetings:feed": Own((404,), strange=404, args=("nobody",)),
    "account_login": Own((302,), strange=200),
    "account_logout": Own(),
    "account_inactive": Own(strange=200),
    "account_reauthenticate": Own(),
    "account_change_password": Own(),
    "mfa_index": Own(),
    "mfa_authenticate": Own((302,)),
    "mfa_login_webauthn": Own((302,)),
    "mfa_reauthenticate": Own((200, 302)),
    "mfa_reauthenticate_webauthn": Own((302,)),
    # What changes a second factor asks for the password once more.
    "mfa_activate_totp": Own((302,)),
    "mfa_deactivate_totp": Own((302, 404)),
    "mfa_generate_recovery_codes": Own((302,)),
    "mfa_view_recovery_codes": Own((302, 404)),
    "mfa_download_recovery_codes": Own((302, 404)),
    "mfa_list_webauthn": Own(),
    "mfa_add_webauthn": Own((302,)),
    "mfa_remove_webauthn": Own((404,), strange=302, args=(NOBODY,)),
    "mfa_edit_webauthn": Own((404,), strange=302, args=(NOBODY,)),
    "socialaccount_login_cancelled": Own(strange=200),
    "socialaccount_login_error": Own((401,), strange=401),
    "openid_connect_login": Own((404, 405), strange=405, args=("nobody",)),
    "openid_connect_callback": Own((404,), strange=404, args=("nobody",)),
}
