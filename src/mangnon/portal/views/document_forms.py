"""A document for programs: linked data in the words of ELI, Akoma Ntoso, plain text, a feed."""

import json
from datetime import date, datetime, time
from xml.etree import ElementTree

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware

from mangnon import clock
from mangnon.legislation.models import Document
from mangnon.portal.addresses import address
from mangnon.portal.document_akn import written_out
from mangnon.portal.document_timeline import timeline
from mangnon.portal.document_words import STANDINGS
from mangnon.portal.resting import document_url
from mangnon.portal.views.documents import told_of
from mangnon.portal.voices import Voice, page_voice
from mangnon.text.in_xml import in_xml

_ELI = "http://data.europa.eu/eli/ontology#"
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
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


def linked_data(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out a document as JSON-LD."""
    voice = page_voice()
    told, day = told_of(code)
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
    if _names_day(code):
        said |= _of_a_day(request, voice, one, day)
    if one.clauses.all():
        said["eli:is_realized_by"] = _words(request, voice, one)
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
    """Hand out a document as Akoma Ntoso; what a clause is called there is its anchor."""
    told, day = told_of(code)
    where = _absolute(request, page_voice(), told.document)
    root = written_out(told.document, where, day if _names_day(code) else None, clock.today())
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


def _names_day(code: str) -> bool:
    """Whether an address names a day."""
    return bool(code.partition("@")[2])


def _of_a_day(request: HttpRequest, voice: Voice, one: Document, day: date) -> dict[str, object]:
    """Return what makes it the document of that day: only of this one the day's standing is said,
    and it is a member of the document that an address without a day names."""
    dated = address("document", voice.language, code=f"{one.code}@{day}")
    return {
        "@id": request.build_absolute_uri(dated),
        "eli:version_date": {"@value": str(day), "@type": "xsd:date"},
        "eli:is_member_of": {"@id": _absolute(request, voice, one)},
    }


def _words(request: HttpRequest, voice: Voice, one: Document) -> dict[str, object]:
    """Return the words held: they are the same under every day, for no day's are put together."""
    file = address("document-akn", voice.language, code=one.code)
    return {
        "@id": f"{_absolute(request, voice, one)}#clauses",
        "@type": "eli:LegalExpression",
        "eli:language": {"@id": _LANGUAGES + ("VIE" if one.language == "vi" else "ENG")},
        "eli:is_embodied_by": {"@id": request.build_absolute_uri(file), "@type": "eli:Format"},
    }


def _absolute(request: HttpRequest, voice: Voice, one: Document) -> str:
    return request.build_absolute_uri(document_url(voice, one))
