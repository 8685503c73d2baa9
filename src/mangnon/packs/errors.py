"""What stops a pack from being applied."""

from collections.abc import Sequence

from mangnon.packfile import Mistake
from mangnon.text.sentence import DomainError, Sentence


class BadPack(DomainError):
    """A pack with mistakes; nothing of it was written."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        listed_vi = "\n".join(one.shown("vi") for one in self.mistakes)
        listed_en = "\n".join(one.shown("en") for one in self.mistakes)
        super().__init__(
            Sentence(
                vi=f"Gói có {len(self.mistakes)} lỗi, chưa ghi gì:\n{listed_vi}\n",
                en=f"The pack has {len(self.mistakes)} mistakes; nothing was written:\n{listed_en}",
            )
        )


class OtherPack(DomainError):
    """This installation runs another pack."""

    def __init__(self, held: str, wanted: str) -> None:
        super().__init__(
            Sentence(
                vi=(
                    f"Bản cài đặt này đang dùng gói “{held}”, không nạp được gói “{wanted}”. "
                    "Hãy dùng một cơ sở dữ liệu khác cho gói mới."
                ),
                en=(
                    f"This installation runs the pack “{held}” and cannot take “{wanted}”. "
                    "Use another database for the new pack."
                ),
            )
        )
