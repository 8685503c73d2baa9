"""What reminders refuse."""

from mangnon.text.sentence import DomainError, Sentence


class BadLink(DomainError):
    """A link out of a letter that was cut, changed or made for nobody."""


def bad_link() -> BadLink:
    """Say that a link does not hold, and what to do instead."""
    return BadLink(
        Sentence(
            vi="Đường dẫn này không còn đúng, có thể đã bị cắt ngắn. Hãy chép cả đường dẫn trong "
            "thư, hoặc đăng nhập rồi chọn ở trang Nhắc việc.",
            en="The link does not hold; it may have been cut short. Copy the whole link from the "
            "letter, or sign in and choose on the page of reminders.",
        )
    )


def no_such_kind() -> BadLink:
    """Say that a kind of reminders is not known."""
    return BadLink(
        Sentence(
            vi="Không có loại lời nhắc này. Hãy tải lại trang.",
            en="There is no such kind of reminder. Load the page again.",
        )
    )
