"""What goes wrong with releases."""

from datetime import date

from mangnon.text.sentence import DomainError, Sentence


class UnknownRelease(DomainError):
    """There is no finished release of this number."""

    def __init__(self, number: int, last: int | None) -> None:
        newest = last if last is not None else "—"
        super().__init__(
            Sentence(
                vi=f"Không có đợt công bố số {number}. Đợt mới nhất là số {newest}.",
                en=f"There is no release {number}. The latest is {newest}.",
            )
        )


class TooSoon(DomainError):
    """The last release is too recent: two close ones give by difference what each withholds."""

    def __init__(self, last: date, next_day: date) -> None:
        super().__init__(
            Sentence(
                vi=f"Đợt trước công bố ngày {last:%d/%m/%Y}; hai đợt quá gần nhau để lộ số của "
                f"từng trẻ. Hãy công bố từ ngày {next_day:%d/%m/%Y}.",
                en=f"The last release was made on {last}; two releases too close together give "
                f"single children away. Release from {next_day} on.",
            )
        )


class NothingToRelease(DomainError):
    """There are no counted figures."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi="Chưa có số liệu nào để công bố. Hãy chạy: mangnon indicators compute",
                en="There are no figures to release. Run: mangnon indicators compute",
            )
        )
