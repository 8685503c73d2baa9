"""Why a public form is not taken; what was typed stays on the page."""

from mangnon.text.sentence import DomainError, Sentence


class BadForm(DomainError):
    """A form that cannot be taken as it was sent."""


def from_elsewhere() -> BadForm:
    """Say that the form was sent by another site."""
    return BadForm(
        Sentence(
            "Biểu mẫu này được gửi từ một trang khác. Hãy gửi từ chính trang này.",
            "The form was sent by another site. Send it from this page.",
        )
    )


def too_old() -> BadForm:
    """Say that the page stood open too long."""
    return BadForm(
        Sentence(
            "Trang này mở đã quá lâu. Nội dung bạn viết còn đây: hãy gửi lại.",
            "The page stood open too long. What you wrote is still here: send it again.",
        )
    )


def too_many() -> BadForm:
    """Say that too much came from there in a short time."""
    return BadForm(
        Sentence(
            "Từ nơi bạn vừa có quá nhiều lần gửi. Hãy thử lại sau mười phút.",
            "Too much was sent from where you are. Try again in ten minutes.",
        )
    )


def too_many_today() -> BadForm:
    """Say that a form took all that it takes in a day."""
    return BadForm(
        Sentence(
            "Hôm nay biểu mẫu này đã nhận quá nhiều lần gửi. Nội dung bạn viết còn đây: hãy gửi "
            "lại vào ngày mai.",
            "This form took too much today. What you wrote is still here: send it again tomorrow.",
        )
    )
