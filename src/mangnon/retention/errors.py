"""What stands in the way of forgetting."""

from pathlib import Path
from uuid import UUID

from mangnon.text.sentence import DomainError, Sentence


class NotErased(DomainError):
    """Nothing is erased; what stood there stands."""


def unknown(uuid: UUID) -> NotErased:
    """Say that there is no such file, or that it is erased already."""
    return NotErased(
        Sentence(
            vi=f"Không có hồ sơ {uuid}, hoặc danh tính đã được xóa từ trước. Hãy xem lại mã.",
            en=f"There is no file {uuid}, or it is erased already. Look at the number again.",
        )
    )


def totals_moved() -> NotErased:
    """Say that erasing would have changed what is counted."""
    return NotErased(
        Sentence(
            vi="Xóa xong thì những gì được đếm sẽ khác đi, nên không xóa gì. "
            "Hãy báo người phát triển phần mềm.",
            en="Erasing would change what is counted, so nothing was erased. "
            "Tell whoever develops the program.",
        )
    )


def bad_list(path: Path, line: int) -> NotErased:
    """Say that the list of erasures cannot be read."""
    return NotErased(
        Sentence(
            vi=f"Danh sách đã quên {path}, dòng {line}: không đọc được. Mỗi dòng phải là: mã hồ "
            "sơ, ngày, căn cứ. Hãy lấy lại danh sách từ nơi cất giữ.",
            en=f"The erasure list {path}, line {line} cannot be read. A line is: the file's "
            "number, a day, why. Take the list from where it is kept.",
        )
    )


def no_list(path: Path, error: OSError) -> NotErased:
    """Say that the list of erasures cannot be kept."""
    return NotErased(
        Sentence(
            vi=f"Không ghi hoặc đọc được danh sách đã quên {path} ({error.strerror}). Hãy xem lại "
            "MANGNON_ERASURES_FILE.",
            en=f"The erasure list {path} cannot be written or read ({error.strerror}). Look at "
            "MANGNON_ERASURES_FILE.",
        )
    )
