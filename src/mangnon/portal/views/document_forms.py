"""A document for programs: linked data in the words of ELI, Akoma Ntoso, plain text, a feed."""

import json
from datetime import datetime, time
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware

from mangnon.legislation.models import Document
from mangnon.portal.document_timeline import timeline
from mangnon.portal.document_words import STANDINGS
from mangnon.portal.resting import document_url
from mangnon.portal.views.documents import told_of
from mangnon.portal.voices import Voice, page_voice
from mangnon.text.in_xml import in_xml

_ELI = "http://data.europa.eu/eli/ontology#"
_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# ELI's words for the relations that it knows.
_RELATIONS = {
    "basis": "based_on", "details": "based_on", "guides": "based_on", "amends": "amends",
    "supplements": "amends", "replaces": "repeals", "abrogates": "repeals", "corrects": "corrects",
    "consolidates": "consolidates", "refers_to": "cites", "implements": "based_on",
    "publishes": "publishes",
}  # fmt: skip
# ELI has three words; where the day's standing is none of them, nothing is said.
_IN_FORCE = {
    "in_force": "InForce-inForce", "expired": "InForce-notInForce", "not_yet": "InForce-notInForce",
    "expired_part": "InForce-partiallyInForce",
}  # fmt: skip
_CONTAINERS = {"phan": "part", "chuong": "chapter", "muc": "section", "dieu": "article",
               "khoan": "paragraph", "diem": "point"}  # fmt: skip


def linked_data(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out a document as JSON-LD."""
    voice = page_voice()
    told, _day = told_of(code)
    one = told.document
    said: dict[str, object] = {
        "@context": {"eli": _ELI, "xsd": "http://www.w3.org/2001/XMLSchema#"},
        "@id": _absolute(request, voice, one),
        "@type": "eli:LegalResource",
        "eli:type_document": one.kind,
        "eli:title": {"@value": one.title_vi, "@language": "vi"},
    }
    plain = {
        "eli:id_local": one.number,
        "eli:passed_by": one.issuer_vi,
        "eli:date_document": one.issued_on,
        "eli:first_date_entry_in_force": one.in_force_from,
        "eli:date_no_longer_in_force": one.expired_on,
    }
    said |= {name: str(value) for name, value in plain.items() if value}
    if told.verdict.standing in _IN_FORCE:
        said["eli:in_force"] = {"@id": f"eli:{_IN_FORCE[told.verdict.standing]}"}
    for relation in told.does:
        word = _RELATIONS.get(relation.kind)
        if word == "repeals" and relation.part:
            word = "amends"  # a part that ends leaves the whole in force
        if word:
            ids = said.setdefault(f"eli:{word}", [])
            assert isinstance(ids, list)
            ids.append({"@id": _absolute(request, voice, relation.target)})
    body = json.dumps(said, ensure_ascii=False, indent=1)
    return HttpResponse(body, content_type="application/ld+json; charset=utf-8")


def akoma_ntoso(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out a document as Akoma Ntoso; a clause is a container with its anchor."""
    voice = page_voice()
    told, day = told_of(code)
    one = told.document
    root = Element("akomaNtoso", {"xmlns": _AKN})
    act = SubElement(root, "doc" if one.kind in ("report", "letter") else "act", name=one.kind)
    _meta(act, _absolute(request, voice, one), one, day.isoformat())
    SubElement(SubElement(SubElement(act, "preface"), "p"), "docTitle").text = in_xml(one.title_vi)
    body = SubElement(act, "body")
    for clause in one.clauses.all():
        name = _CONTAINERS.get(clause.level, "hcontainer")
        held = SubElement(body, name, eId=clause.anchor)
        SubElement(held, "num").text = in_xml(clause.label_vi)
        content = SubElement(held, "content")
        for line in clause.text.split("\n"):
            SubElement(content, "p").text = in_xml(line)
    return HttpResponse(
        ElementTree.tostring(root, encoding="utf-8", xml_declaration=True),
        content_type="application/akn+xml; charset=utf-8",
    )


def as_text(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out a document's own words, as they are held here."""
    told, _day = told_of(code)
    words = "\n".join(clause.text for clause in told.document.clauses.all())
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


def feed(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out what happened to a document as Atom, the newest first."""
    voice = page_voice()
    told, _day = told_of(code)
    one = told.document
    where = _absolute(request, voice, one)
    made = Atom1Feed(
        title=in_xml(voice.of(one, "title")), link=where, language=voice.language,
        description=str(STANDINGS[told.verdict.standing]),
        feed_url=request.build_absolute_uri(request.path),
    )  # fmt: skip
    for event in reversed(timeline(voice, told)):
        at = make_aware(datetime.combine(event.day, time(7)))
        words = in_xml(f"{event.words}: {event.by.label}" if event.by else event.words)
        made.add_item(
            words, where, words, updateddate=at, pubdate=at,
            unique_id=f"{where}#{event.day}-{event.by.url if event.by else event.words}",
        )  # fmt: skip
    return HttpResponse(
        made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def _absolute(request: HttpRequest, voice: Voice, one: Document) -> str:
    return request.build_absolute_uri(document_url(voice, one))


def _meta(act: Element, where: str, one: Document, day: str) -> None:
    known = SubElement(SubElement(act, "meta"), "identification", source="#mangnon")
    for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
        held = SubElement(known, level)
        SubElement(held, "FRBRthis", value=where)
        SubElement(held, "FRBRuri", value=where)
        issued = one.issued_on.isoformat() if one.issued_on else ""
        SubElement(held, "FRBRdate", date=issued if level == "FRBRWork" else day, name=level)
        SubElement(held, "FRBRauthor", href="#issuer", **{"as": in_xml(one.issuer_vi)})
        if level == "FRBRWork":
            SubElement(held, "FRBRcountry", value="vn")
        if level == "FRBRExpression":
            SubElement(held, "FRBRlanguage", language="vie" if one.language == "vi" else "eng")
