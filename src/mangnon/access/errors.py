"""What the doors say no with."""

from django.http import Http404

from mangnon.access.rights import Right
from mangnon.text.sentence import DomainError, Sentence


class NotHere(Http404):
    """Not there, or not yours: the answer is the same."""


class ReasonMissing(DomainError):
    """A right that asks for a reason was used without one."""

    def __init__(self, right: Right) -> None:
        super().__init__(
            Sentence(
                vi=f"“{right.vi}” cần nêu lý do. Hãy viết ngắn gọn vì sao bạn cần.",
                en=f"“{right.en}” asks for a reason. Write in a few words why you need it.",
            )
        )


class CannotBeGiven(DomainError):
    """A role or a right cannot be given or borrowed like this; the sentence says why."""


class StaleForm(DomainError):
    """A form was sent twice, or was not made for this person."""


class CodeRefused(DomainError):
    """A one-time code does not open anything, or cannot be given out."""

    @classmethod
    def wrong(cls) -> "CodeRefused":
        """Answer alike for a wrong name, a wrong code, one that was used and one that is over."""
        return cls(
            Sentence(
                vi="Tên đăng nhập hoặc mã không đúng, mã đã dùng, hoặc đã hết hạn. Hãy xem lại "
                "tờ giấy hay lá thư; nếu vẫn không được, hãy xin người quản trị mã mới.",
                en="The sign-in name or the code is wrong, or the code was used or is over. Look "
                "at the paper or letter again; if it still fails, ask for another.",
            )
        )

    @classmethod
    def not_for_this_person(cls) -> "CodeRefused":
        return cls(
            Sentence(
                vi="Không cấp mã cho chính mình, cũng không cấp cho người đã nghỉ. "
                "Hãy nhờ một người quản trị khác.",
                en="No code is issued for oneself, nor for somebody who has left. "
                "Ask another administrator.",
            )
        )
