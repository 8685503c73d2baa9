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
                vi=f"«{right.vi}» cần nêu lý do. Hãy viết ngắn gọn vì sao bạn cần.",
                en=f"“{right.en}” asks for a reason. Write in a few words why you need it.",
            )
        )


class CannotBeGiven(DomainError):
    """A role or a right cannot be given or borrowed like this; the sentence says why."""


class StaleForm(DomainError):
    """A form was sent twice, or was not made for this person."""
