"""What reminders refuse."""

from mangnon.text.sentence import DomainError, Sentence


class BadLink(DomainError):
    """A link out of a letter that was cut, changed or made for nobody."""


def bad_link() -> BadLink:
    """Say that a link does not hold, and what to do instead."""
    return BadLink(
        Sentence(
            vi="Đường dẫn này không còn dùng được: có thể đã bị cắt ngắn, hoặc đã quá một năm. Hãy "
            "chép cả đường dẫn trong thư mới nhất, hoặc đăng nhập rồi chọn ở trang Nhắc việc.",
            en="The link does not hold: it was cut short, or is over a year old. Copy the whole "
            "link from the newest letter, or sign in and choose on the page of reminders.",
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
