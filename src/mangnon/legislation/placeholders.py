"""A document that is named and not in the library: known by its number alone, and said to be."""

from mangnon.audit.warrants import Warrant
from mangnon.legislation.actions.editing import put_document
from mangnon.legislation.errors import NoSuchDocument, WrongRelation
from mangnon.legislation.models import Document
from mangnon.legislation.queries import document_named
from mangnon.text.document_numbers import read_document_number

_KINDS = {
    "bc": "report", "ct": "directive", "cv": "letter", "hd": "guidance", "kh": "plan",
    "kl": "conclusion", "nd": "decree", "nq": "resolution", "pl": "ordinance", "qd": "decision",
    "tb": "notice", "tt": "circular", "ttlt": "circular",
}  # fmt: skip
NOTE = ("Chỉ biết số, ký hiệu; cần bổ sung bản gốc.",
        "Known by its number alone; the original is wanted.")  # fmt: skip


def kind_of(number: str) -> str:
    """Return the kind that a number tells, "" where it tells none."""
    read = read_document_number(number)
    if read is None:
        return ""
    told = next((_KINDS[token] for token in read.tail if token in _KINDS), "")
    is_assembly = any(token.startswith(("qh", "ubtvqh")) for token in read.tail)
    return told or ("law" if is_assembly else "")


def by_number(number: str) -> dict[str, str]:
    """Return the attributes of a document of which the number is all that is known."""
    return {
        "number": number, "kind": kind_of(number), "title_vi": f"Văn bản số {number}",
        "title_en": f"Document {number}", "note_vi": NOTE[0], "note_en": NOTE[1],
    }  # fmt: skip


def document_or_number(said: str, *, warrant: Warrant) -> Document:
    """Return the document of a code or number; one that is not held is written by its number.

    Raises WrongRelation where several have the number, or where what is said is none.
    """
    said = " ".join(said.split())
    try:
        return document_named(said)
    except NoSuchDocument:
        if Document.objects.filter(number__iexact=said).count() > 1:
            raise _several(said) from None
        if not kind_of(said):
            raise _neither(said) from None
    return put_document(by_number(said), warrant=warrant)


def _several(said: str) -> WrongRelation:
    return WrongRelation(
        "other",
        f"Có nhiều văn bản số {said[:40]}. Hãy viết mã của văn bản (phần cuối địa chỉ trang).",
        f"Several documents have the number {said[:40]}. Write the code (the end of its address).",
    )


def _neither(said: str) -> WrongRelation:
    return WrongRelation(
        "other",
        f"Danh mục không có “{said[:60]}”, và số này không cho biết loại văn bản. Hãy thêm văn bản "
        "ấy trước.",
        f"The library has no “{said[:60]}”, and the number does not tell its kind. Add that "
        "document first.",
    )
