"""What is refused of a file; every sentence says what, where and what to do."""

from mangnon.text.sentence import DomainError, Sentence

TAKEN = "JPEG, PNG, WebP, PDF, Word (.docx), Excel (.xlsx)"


class WrongFile(DomainError):
    """A file that is not taken; nothing of it is kept."""


class FileGone(DomainError):
    """A file whose row stands and whose content does not."""


def too_large(name: str, most_mb: int) -> WrongFile:
    """Say that a file is larger than what is taken."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” lớn hơn {most_mb} MB. Hãy giảm cỡ ảnh hoặc tách tệp rồi gửi lại.",
            en=f"The file “{name}” is larger than {most_mb} MB. Make it smaller or split it, and "
            "send again.",
        )
    )


def empty(name: str) -> WrongFile:
    """Say that there is nothing in a file."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” không có nội dung. Hãy chọn lại tệp.",
            en=f"The file “{name}” is empty. Choose the file again.",
        )
    )


def unknown_kind(name: str) -> WrongFile:
    """Say that the content is of no kind that is taken."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” không phải là loại tệp nhận được. Hãy gửi một trong các loại: "
            f"{TAKEN}.",
            en=f"The file “{name}” is of no kind that is taken. Send one of: {TAKEN}.",
        )
    )


def another_kind(name: str, kind: str) -> WrongFile:
    """Say that a file is not what its name claims."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” có nội dung là {kind}, không khớp với đuôi tên tệp. "
            "Hãy lưu lại đúng loại rồi gửi.",
            en=f"The content of “{name}” is {kind}, which its name does not say. "
            "Save it as what it is and send again.",
        )
    )


def damaged(name: str) -> WrongFile:
    """Say that a file does not open."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” bị hỏng, không mở được. Hãy mở thử trên máy rồi gửi lại.",
            en=f"The file “{name}” is damaged and does not open. Open it yourself, then send "
            "again.",
        )
    )


def dangerous(name: str) -> WrongFile:
    """Say that a file carries a program, or swells beyond measure when opened."""
    return WrongFile(
        Sentence(
            vi=f"Tệp “{name}” chứa macro, mã lệnh hoặc bung ra quá lớn khi mở. "
            "Hãy lưu lại thành tệp thường rồi gửi.",
            en=f"The file “{name}” carries macros or scripts, or swells beyond measure when "
            "opened. Save it as a plain file and send again.",
        )
    )


def gone() -> FileGone:
    """Say that the content of a file is not on the disk or does not open."""
    return FileGone(
        Sentence(
            vi="Nội dung tệp không còn trên máy chủ hoặc không mở được. Hãy báo người quản trị "
            "khôi phục từ bản sao lưu.",
            en="The file's content is not on the server or does not open. Ask the administrator "
            "to restore it from a backup.",
        )
    )
