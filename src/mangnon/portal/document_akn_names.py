"""A document's names in Akoma Ntoso: the work, the words held of it, and this file of them.

The words held are those of its issue: their name ends in ``@`` alone, or in the day that an
address names. Nobody is their authority but the original.
"""

from datetime import date
from xml.etree.ElementTree import Element, SubElement

from mangnon.legislation.models import Document
from mangnon.text.document_numbers import read_document_number
from mangnon.text.in_xml import in_xml

_PLAIN = ("report", "letter")  # no acts
_SOURCE, _ISSUER = "mangnon", "issuer"


def is_plain(one: Document) -> bool:
    """Whether it is a paper that orders nothing."""
    return one.kind in _PLAIN


def identify(act: Element, one: Document, url: str, of_day: date | None, today: date) -> None:
    """Write what a document is called at each level, and who is behind it."""
    meta = SubElement(act, "meta")
    known = SubElement(meta, "identification", source=f"#{_SOURCE}")
    work, language = _work(one), "vie" if one.language == "vi" else "eng"
    words = f"{work}/{language}@{of_day or ''}"
    begun = _begun(one, today)
    level = _level(known, "FRBRWork", f"{work}/!main", work, begun, url)
    SubElement(level, "FRBRcountry", value="vn")
    SubElement(level, "FRBRsubtype", value=one.kind)
    if one.number:
        SubElement(level, "FRBRnumber", value=in_xml(one.number))
    read = (of_day, "asked") if of_day else begun
    level = _level(known, "FRBRExpression", f"{words}/!main", words, read)
    SubElement(level, "FRBRauthoritative", value="false")
    SubElement(level, "FRBRlanguage", language=language)
    made = (today, "generation")
    _level(known, "FRBRManifestation", f"{words}/!main.xml", f"{words}.xml", made)
    _behind(meta, one)


def _work(one: Document) -> str:
    kind, year = "doc" if is_plain(one) else "act", _year(one)
    dated = [str(year)] if year else []
    return "/".join(("/akn/vn", kind, one.kind, *dated, one.number_key or one.code))


def _year(one: Document) -> date | int | None:
    """Return the day of issue, or else the year that its number tells."""
    read = read_document_number(one.number) if one.number else None
    return one.issued_on or (read.year if read else None)


def _begun(one: Document, today: date) -> tuple[date, str]:
    """Return the earliest day that is known of it, and which day that is."""
    if one.issued_on:
        return one.issued_on, "issue"
    return (one.in_force_from, "entryIntoForce") if one.in_force_from else (today, "generation")


def _level(
    known: Element, name: str, this: str, uri: str, day: tuple[date, str], url: str = ""
) -> Element:
    held = SubElement(known, name)
    SubElement(held, "FRBRthis", value=this)
    SubElement(held, "FRBRuri", value=uri)
    if url:
        SubElement(held, "FRBRalias", value=url, name="page")
    SubElement(held, "FRBRdate", date=day[0].isoformat(), name=day[1])
    by = _SOURCE if name == "FRBRManifestation" else _ISSUER
    SubElement(held, "FRBRauthor", href=f"#{by}")
    return held


def _behind(meta: Element, one: Document) -> None:
    """Write who the file and the document are from."""
    held = SubElement(meta, "references", source=f"#{_SOURCE}")
    for key, shown in ((_SOURCE, "Măng Non"), (_ISSUER, in_xml(one.issuer_vi) or "?")):
        where = f"/akn/ontology/organization/vn/{key}"
        SubElement(held, "TLCOrganization", eId=key, href=where, showAs=shown)
