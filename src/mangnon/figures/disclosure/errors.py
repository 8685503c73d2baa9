"""What stops a release: figures that do not add up, or a count that cannot be protected."""

from mangnon.text.sentence import DomainError, Sentence


class SumsDisagree(DomainError):
    """A total is not the sum of its parts, so nothing can be said about what reveals what."""

    def __init__(self, parent: object, total: float, parts: float) -> None:
        super().__init__(
            Sentence(
                vi=f"Tổng “{parent}” là {total:g} nhưng các phần cộng lại là {parts:g}. "
                "Hãy đếm lại chỉ số này rồi công bố.",
                en=f"The total “{parent}” is {total:g}, but its parts add up to {parts:g}. "
                "Recount this indicator, then release.",
            )
        )


class CannotProtect(DomainError):
    """A withheld count can still be derived, whatever else is withheld."""

    def __init__(self, key: object) -> None:
        super().__init__(
            Sentence(
                vi=f"Không che được con số nhỏ “{key}”: những gì đã công bố vẫn cho tính ra nó. "
                "Hãy bỏ phân tổ hoặc nơi này khỏi đợt công bố.",
                en=f"The small figure “{key}” cannot be protected: what is published gives it "
                "away. Leave this breakdown or place out of the release.",
            )
        )
