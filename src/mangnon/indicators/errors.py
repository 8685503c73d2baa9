"""What goes wrong with figures."""

from mangnon.text.sentence import DomainError, Sentence


class UnknownDataset(DomainError):
    """No subject offers this dataset."""

    def __init__(self, code: str, known: list[str]) -> None:
        names = ", ".join(known) or "—"
        super().__init__(
            Sentence(
                vi=f"Không có tập dữ kiện “{code}”. Các tập đang có: {names}.",
                en=f"There is no dataset “{code}”. Known datasets: {names}.",
            )
        )


class UnknownIndicator(DomainError):
    """No pack declares this indicator."""

    def __init__(self, code: str, known: list[str]) -> None:
        names = ", ".join(known) or "—"
        super().__init__(
            Sentence(
                vi=f"Không có chỉ số “{code}”. Các chỉ số đang có: {names}.",
                en=f"There is no indicator “{code}”. Known indicators: {names}.",
            )
        )


class NotReported(DomainError):
    """A reported total cannot be taken; the sentence says why."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(Sentence(vi=vi[0].upper() + vi[1:] + ".", en=en[0].upper() + en[1:] + "."))
