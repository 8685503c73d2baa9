"""What goes wrong with places, maps and boundaries."""

from collections.abc import Sequence
from datetime import date

from mangnon.text.sentence import DomainError, Sentence


def spoken(day: date) -> str:
    """Write a day the Vietnamese way: 01/07/2025."""
    return f"{day:%d/%m/%Y}"


class NoPlaces(DomainError):
    """There is no tree on the day: nothing was applied, or the day is before the data."""

    def __init__(self, day: date, first: date | None) -> None:
        if first is None:
            super().__init__(
                Sentence(
                    vi="Chưa có địa bàn nào. Hãy nạp gói dữ liệu: mangnon pack apply THƯ_MỤC.",
                    en="There are no places yet. Apply a pack: mangnon pack apply FOLDER.",
                )
            )
            return
        super().__init__(
            Sentence(
                vi=(
                    f"Không có địa bàn gốc nào vào ngày {spoken(day)}. "
                    f"Dữ liệu bắt đầu từ {spoken(first)}: hãy chọn ngày khác."
                ),
                en=(
                    f"No root place exists on {day.isoformat()}. "
                    f"The data begin on {first.isoformat()}: choose another day."
                ),
            )
        )


class UnknownPlace(DomainError):
    """No place answers to what was asked."""


class NotOnThatMap(DomainError):
    """The place cannot be shown on the map of that day."""


class NoSuccession(DomainError):
    """There is nothing to carry out on that day, or not yet."""


class BadPlaces(DomainError):
    """Several things are wrong with places at once."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        super().__init__(
            Sentence(
                vi="\n".join(sentence.vi for sentence in sentences),
                en="\n".join(sentence.en for sentence in sentences),
            )
        )
        self.sentences = tuple(sentences)


class BadBoundaries(BadPlaces):
    """Several things are wrong with a file of boundaries at once."""
