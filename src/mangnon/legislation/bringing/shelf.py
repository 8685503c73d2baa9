"""Which document a row means: by number, issuer and day, or by title where there is no number."""

from typing import Any

from mangnon.legislation.bringing.rows import WrongRow
from mangnon.legislation.models import Document, number_key
from mangnon.text.dates import format_date
from mangnon.text.sentence import Sentence

_SHOWN = 3


class Shelf:
    """Documents that stand and those of the file: by number, and without one by title."""

    def __init__(self) -> None:
        self.of_key: dict[str, list[Document]] = {}
        self._of_title: dict[tuple[Any, ...], Document] = {}
        self.codes: set[str] = set()
        for one in Document.objects.iterator(chunk_size=2000):
            self.add(one)

    def add(self, one: Document) -> None:
        """Put a document beside the others."""
        self.codes.add(one.code)
        if one.number_key:
            self.of_key.setdefault(one.number_key, []).append(one)
        elif not one.number:
            self._of_title.setdefault((one.title_vi, one.issuer_vi, one.issued_on), one)

    def met_by(self, told: dict[str, Any]) -> Document | None:
        """Return the document that a row means: the one that it does not contradict.

        None for a new one. Raises WrongRow where a row does not say enough to tell.
        """
        issuer, issued = told.get("issuer_vi", ""), told.get("issued_on")
        if not told.get("number"):
            return self._of_title.get((told["title_vi"], issuer, issued))
        found = self.of_key.get(number_key(told["number"]), [])
        for one in found:
            if (one.issuer_vi, one.issued_on) == (issuer, issued):
                return one
        may = [one for one in found if _agree(one.issuer_vi, issuer)
               and _agree(one.issued_on, issued)]  # fmt: skip
        if len(may) == 1:
            return may[0]
        if may or (found and not issuer):
            raise WrongRow("number", _which(told["number"], may or found))
        return None


def _agree(one: object, other: object) -> bool:
    """Whether two do not contradict each other: what is not told contradicts nothing."""
    return not one or not other or one == other


def _which(number: str, found: list[Document]) -> Sentence:
    vi, en = (
        "; ".join(_told(one, language) for one in found[:_SHOWN]) for language in ("vi", "en")
    )
    return Sentence(
        f"Số {number[:40]} đã có: {vi}. Hãy ghi cơ quan và ngày ban hành để biết dòng này là văn "
        "bản nào.",
        f"The number {number[:40]} stands already: {en}. Give issuer and day, to tell which "
        "document the row is.",
    )


def _told(one: Document, language: str) -> str:
    day = format_date(one.issued_on, "vi" if language == "vi" else "en") if one.issued_on else ""
    return ", ".join(filter(None, (one.code, one.issuer_vi, day)))
