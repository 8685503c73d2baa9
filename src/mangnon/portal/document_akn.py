"""A document as Akoma Ntoso: what holds what, each with its anchor; nothing out of its order."""

from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from mangnon.legislation.models import Clause, Document
from mangnon.portal.document_akn_names import identify, is_plain
from mangnon.text.in_xml import in_xml

_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# From what holds most to what holds least.
_CONTAINERS = {
    "phan": "part", "chuong": "chapter", "muc": "section", "dieu": "article",
    "khoan": "paragraph", "diem": "point",
}  # fmt: skip
_DEPTHS = {level: depth for depth, level in enumerate(_CONTAINERS)}


def written_out(one: Document, url: str, of_day: date | None, today: date) -> Element:
    """Return a document; ``of_day``: the day that its address names."""
    root = Element("akomaNtoso", {"xmlns": _AKN})
    kind, body = ("doc", "mainBody") if is_plain(one) else ("act", "body")
    act = SubElement(root, kind, name=one.kind)
    identify(act, one, url, of_day, today)
    SubElement(SubElement(SubElement(act, "preface"), "p"), "docTitle").text = in_xml(one.title_vi)
    clauses = list(one.clauses.all())
    if clauses:
        _put(SubElement(act, body), clauses)
    else:
        _missing(SubElement(act, body))
    return root


def _put(body: Element, clauses: list[Clause]) -> None:
    above: list[tuple[int, Element]] = []
    for one, holds in zip(clauses, _holders(clauses), strict=True):
        depth = _depth(one)
        while above and above[-1][0] >= depth:
            above.pop()
        inside = above[-1][1] if above else body
        made = _container(inside, one)
        SubElement(made, "num").text = in_xml(one.label_vi)
        _words(made, "intro" if holds else "content", one.anchor, one.text.split("\n"))
        if one.level in _DEPTHS:
            above.append((depth, made))


def _missing(body: Element) -> None:
    """Say that the words are not held: no body may be empty."""
    held = SubElement(body, "hcontainer", eId="text", name="text", status="incomplete")
    _words(held, "content", "text", [""])


def _depth(one: Clause) -> int:
    """Return how deep it lies; what could not be placed stays in the part where it stands."""
    if one.level in _DEPTHS:
        return _DEPTHS[one.level]
    return len(_DEPTHS) if one.unplaced else 0


def _holders(clauses: list[Clause]) -> Iterable[bool]:
    """Say of each whether the one that comes next lies in it."""
    for one, later in zip(clauses, [*clauses[1:], None], strict=True):
        yield one.level in _DEPTHS and later is not None and _depth(later) > _depth(one)


def _container(inside: Element, one: Clause) -> Element:
    if one.level in _CONTAINERS:
        return SubElement(inside, _CONTAINERS[one.level], eId=one.anchor)
    name = "unplaced" if one.unplaced else "other"
    return SubElement(inside, "hcontainer", eId=one.anchor, name=name)


def _words(inside: Element, name: str, anchor: str, lines: list[str]) -> None:
    held = SubElement(inside, name, eId=f"{anchor}__{name}")
    for line in lines:
        SubElement(held, "p").text = in_xml(line)
