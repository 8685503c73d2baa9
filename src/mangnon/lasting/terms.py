"""The terms for which something personal is kept, as a table one can read aloud."""

from typing import NamedTuple


class Term(NamedTuple):
    """Until when, and what ends it."""

    code: str
    vi: str
    en: str


TERMS = {
    one.code: one
    for one in (
        Term("child", "cùng hồ sơ của trẻ; xóa khi hồ sơ hết hạn lưu",
             "with the child's file; erased when that falls due"),
        Term("counted", "không còn nêu tên sau khi xóa hồ sơ; giữ lại để số liệu đứng vững",
             "names nobody once the file is erased; kept so that figures stand"),
        Term("household", "đến khi không còn trẻ nào có hồ sơ sống trong hộ",
             "until no child with a file lives in the household"),
        Term("asking", "365 ngày sau khi hỏi", "365 days after it was asked"),
        Term("arriving", "vài phút, đến khi phần mềm nhận vào; lâu nhất 3 ngày",
             "some minutes, until it is taken in; three days at most"),
        Term("answered", "180 ngày sau khi trả lời", "180 days after it was answered"),
        Term("following", "đến khi thôi theo dõi", "until letters are stopped"),
        Term("record", "cùng bản ghi mà cán bộ đã viết", "with the record that an officer wrote"),
        Term("account", "cùng tài khoản của người làm việc", "with the account of who works here"),
        Term("trail", "cùng nhật ký truy vết; lời về trẻ chỉ mở được bằng khóa của trẻ",
             "with the trail; words about a child open with the child's key only"),
        Term("session", "đến khi phiên, mã hoặc lần đếm hết hạn",
             "until the session, code or count ends"),
        Term("published", "đã công bố có chủ ý; gỡ khi hết đồng ý hoặc sửa trang",
             "published on purpose; taken down with its consent or page"),
        Term("paper", "theo hồ sơ văn thư của cơ quan", "as the office keeps its papers"),
    )
}  # fmt: skip
