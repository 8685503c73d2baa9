"""What is refused of a spreadsheet; every sentence says what, where and what to do."""

from mangnon.attachments.errors import WrongFile as WrongFile
from mangnon.attachments.errors import empty as empty
from mangnon.attachments.errors import too_large as too_large
from mangnon.text.sentence import DomainError, Sentence


class WrongStep(DomainError):
    """The spreadsheet is not where the step needs it."""


class WrongColumns(DomainError):
    """The columns do not say what is needed."""


class WrongCell(DomainError):
    """A cell that cannot be read; the row and the column are said beside it."""


def old_workbook(name: str) -> WrongFile:
    """Say that a workbook is of the old kind, or asks for a password."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” là tệp Excel cũ (.xls) hoặc có mật khẩu. Hãy mở tệp, bỏ mật khẩu, "
            "lưu thành .xlsx rồi gửi lại.",
            en=f"The file “{name}” is an old workbook (.xls) or asks for a password. Open it, take "
            "the password off, save it as .xlsx and send again.",
        )
    )


def no_spreadsheet(name: str) -> WrongFile:
    """Say that a file is no spreadsheet."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” không phải là bảng tính. Hãy gửi tệp .xlsx hoặc .csv.",
            en=f"The file “{name}” is no spreadsheet. Send an .xlsx or .csv file.",
        )
    )


def damaged() -> WrongFile:
    """Say that a file breaks off or does not open while it is read."""
    return WrongFile(
        Sentence(
            vi="Tệp bị hỏng hoặc không đúng cấu trúc bảng tính. Hãy mở thử trên máy, lưu lại "
            "thành .xlsx rồi gửi lại.",
            en="The file is damaged or not built like a spreadsheet. Open it yourself, save it "
            "as .xlsx and send again.",
        )
    )


def dangerous() -> WrongFile:
    """Say that a file swells beyond measure when it is opened."""
    return WrongFile(
        Sentence(
            vi="Tệp bung ra quá lớn khi mở, hoặc chứa mã lệnh. Hãy chép dữ liệu sang một tệp mới, "
            "chỉ dán giá trị, rồi gửi lại.",
            en="The file swells beyond measure when opened, or carries code. Copy the data into a "
            "new file as values only, and send again.",
        )
    )


def too_many_rows(most: int) -> WrongFile:
    """Say that a file has more rows than are taken at once."""
    return WrongFile(
        Sentence(
            vi=f"Tệp có quá {most:,} dòng. Hãy tách thành nhiều tệp.".replace(",", "."),
            en=f"The file has more than {most:,} rows. Split it.",
        )
    )


def no_headings(wanted: str) -> WrongFile:
    """Say that no row of headings was found."""
    return WrongFile(
        Sentence(
            vi=f"Không tìm thấy dòng tiêu đề trong 30 dòng đầu. Cần có các cột: {wanted}. Hãy tải "
            "mẫu về, hoặc thêm dòng tiêu đề rồi gửi lại.",
            en=f"No row of headings within the first 30 rows. These columns are needed: {wanted}. "
            "Download the template, or add a row of headings and send again.",
        )
    )


def column_missing(title: str) -> WrongColumns:
    """Say that no column was chosen for what is needed."""
    return WrongColumns(
        Sentence(
            vi=f"Chưa có cột nào là “{title}”. Hãy chọn cột đó; nếu tệp không có, hãy thêm vào tệp "
            "rồi gửi lại.",
            en=f"No column is “{title}”. Choose it; if there is none, add it and send again.",
        )
    )


def column_twice(title: str) -> WrongColumns:
    """Say that two columns were chosen for the same."""
    return WrongColumns(
        Sentence(
            vi=f"Hai cột cùng là “{title}”. Hãy để một cột, cột kia chọn “không dùng”.",
            en=f"Two columns are “{title}”. Keep one; choose “not used” for the other.",
        )
    )


def not_now(state: str) -> WrongStep:
    """Say that a step does not fit the state of the import."""
    return WrongStep(
        Sentence(
            vi=f"Bảng tính này hiện: {state}. Không làm được bước này; hãy mở lại trang.",
            en=f"This spreadsheet is now: {state}. The step cannot be taken; open the page again.",
        )
    )


def broke_off() -> WrongStep:
    """Say that the work on a spreadsheet stopped over what nobody foresaw."""
    return WrongStep(
        Sentence(
            vi="Chương trình gặp lỗi bất ngờ với bảng tính này và đã dừng; dòng nào đã ghi vào sổ "
            "vẫn rút lại được. Hãy báo người quản trị, hoặc lưu lại tệp thành .xlsx rồi gửi lại.",
            en="The programme met an unexpected fault with this spreadsheet and stopped; rows that "
            "are written can still be taken back. Tell the administrator, or save the file as "
            ".xlsx again and send it.",
        )
    )


def outside(place: str) -> WrongStep:
    """Say that the place is not within the person's leave."""
    return WrongStep(
        Sentence(
            vi=f"Bạn không có quyền nhập bảng tính cho {place}. Hãy nhờ người phụ trách ở đó.",
            en=f"You may not import for {place}. Ask who is in charge there.",
        )
    )


def wrong_cell(vi: str, en: str) -> WrongCell:
    """Say what is wrong with a cell, and what to do."""
    return WrongCell(Sentence(vi, en))


def formula() -> WrongCell:
    """Say that a formula stands in a cell."""
    return wrong_cell(
        "Ô chứa công thức. Hãy chép rồi dán lại chỉ giá trị (Paste values).",
        "The cell holds a formula. Copy it and paste the value only.",
    )


def broken_cell() -> WrongCell:
    """Say that a spreadsheet shows an error in a cell."""
    return wrong_cell(
        "Ô báo lỗi của bảng tính. Hãy nhập lại giá trị.",
        "The cell shows an error of the spreadsheet. Enter the value again.",
    )


def needed(title: str) -> WrongCell:
    """Say that a cell is empty which must not be."""
    return wrong_cell(f"Thiếu “{title}”. Hãy điền vào.", f"“{title}” is missing. Fill it in.")


def not_a_word(text: str, words: list[str]) -> WrongCell:
    """Say which words a column takes."""
    listed = ", ".join(words[:8]) + ("…" if len(words) > 8 else ".")
    return wrong_cell(
        f"“{text[:40]}” không có trong danh sách. Hãy chọn một trong: {listed}",
        f"“{text[:40]}” is not in the list. Choose one of: {listed}",
    )


def row_twice(first: int) -> WrongCell:
    """Say that an earlier row is about the same record."""
    return wrong_cell(
        f"Trùng với dòng {first}: cùng nói về một bản ghi. Hãy giữ một dòng.",
        f"The same record as row {first}. Keep one of the two.",
    )


EDITED = Sentence(
    "Hồ sơ này đã được sửa hoặc ghi thêm sau khi nhập, nên để nguyên. Hãy xem từng hồ sơ.",
    "This record was changed or added to after the import, and is left. Look at it by itself.",
)
