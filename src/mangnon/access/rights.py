"""The rights, as a table one can read aloud: the act, and what it means."""

from typing import NamedTuple


class Right(NamedTuple):
    act: str
    vi: str
    en: str


RIGHTS = (
    Right("places.edit", "Sửa danh mục địa bàn, cơ quan", "Edit places and offices"),
    Right("places.succeed", "Thực hiện sáp nhập, chia tách", "Carry out mergers and splits"),
    Right("packs.apply", "Nạp gói dữ liệu của tỉnh", "Apply a province's pack"),
    Right("indicators.report", "Nhập số tổng hợp được báo cáo", "Enter reported totals"),
    Right("register.write", "Ghi hồ sơ trẻ em", "Write the register of children"),
    Right("facilities.write", "Ghi hồ sơ cơ sở", "Write the records of facilities"),
    Right("programme.edit", "Sửa kế hoạch và chỉ tiêu", "Edit the plan and its targets"),
    Right("legislation.edit", "Sửa danh mục văn bản", "Edit the list of documents"),
    Right("figures.release", "Công bố một đợt số liệu", "Publish a release of figures"),
    Right("keys.rotate", "Thay khóa của hồ sơ", "Change the keys that lock the records"),
)
ACTS = frozenset(right.act for right in RIGHTS)
