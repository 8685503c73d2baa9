"""Bad input gives a sentence and nothing half-done: bombs, circles, twins, what is not there."""

import zlib
from datetime import date

import pytest

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions import put_text
from mangnon.legislation.errors import ClauseInUse, NoSuchDocument, UnreadableFile
from mangnon.legislation.faults import faults
from mangnon.legislation.models import Clause, Document, Relation, number_key
from mangnon.legislation.queries import document_named
from mangnon.legislation.reading.files import pasted, read_file

TODAY = date(2026, 1, 15)


def pdf(pages: int, stream: bytes = b"") -> bytes:
    """Write a PDF by hand: so many pages, all of one content."""
    kids = " ".join(f"{n + 4} 0 R" for n in range(pages))
    packed = zlib.compress(stream, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        *[page] * pages,
    ]
    body = b"".join(b"%d 0 obj%s\nendobj\n" % (n, one) for n, one in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(parts) + 1)


def paper(code, number="", **more):
    return Document.objects.create(
        code=code, number=number, number_key=number_key(number), kind="law", title_vi=code, **more
    )


def kinds():
    return {(one.kind, one.code) for one in faults(TODAY)}


def test_a_pdf_that_unpacks_beyond_measure_is_refused():
    bomb = pdf(1, b"0 0 m " * (1 << 26))
    assert len(bomb) < 1 << 20
    with pytest.raises(UnreadableFile) as refused:
        read_file("bom.pdf", bomb)
    assert refused.value.fault in ("too_large", "broken")
    assert "bom.pdf" in refused.value.sentence.vi


def test_five_thousand_pages_are_refused_and_two_thousand_are_read_as_what_they_are():
    with pytest.raises(UnreadableFile) as refused:
        read_file("day.pdf", pdf(5000))
    assert refused.value.fault == "too_long"
    assert "2.000 trang" in refused.value.sentence.vi and "2,000 pages" in refused.value.sentence.en
    with pytest.raises(UnreadableFile) as scanned:
        read_file("chup.pdf", pdf(2000))
    assert scanned.value.fault == "pictures"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.exe", b"MZ", "kind"),
        ("a.pdf", b"PK\x03\x04", "broken"),
        ("a.docx", b"PK\x03\x04 nothing", "broken"),
        ("a.pdf", b"%PDF-1.4 nothing", "broken"),
        ("a.txt", b"\xff\xfe\xff", "broken"),
        ("a.pdf", b"%PDF-" + bytes(41 << 20), "too_large"),
    ],
)
def test_what_is_no_document_is_a_sentence(name, content, fault):
    with pytest.raises(UnreadableFile) as refused:
        read_file(name, content)
    assert refused.value.fault == fault
    assert refused.value.sentence.vi.startswith(f"Tệp “{name}”")


@pytest.mark.django_db
def test_a_circle_of_replacements_is_named_and_its_pages_still_stand(client):
    one, two = paper("a", issued_on=TODAY), paper("b", issued_on=TODAY)
    for source, target in ((one, two), (two, one)):
        Relation.objects.create(source=source, target=target, kind="replaces")
    assert ("circle", "a") in kinds()
    assert client.get("/van-ban/a/").status_code == 200


@pytest.mark.django_db
def test_two_documents_with_one_number_are_told_apart_or_named():
    for day in (date(2020, 1, 1), date(2021, 1, 1)):
        paper(f"d{day.year}", "1/QĐ-UBND", issued_on=day)
    assert ("one_number", "d2021") in kinds()
    with pytest.raises(NoSuchDocument):
        document_named("1 qd ubnd")
    assert document_named("d2020").issued_on.year == 2020


@pytest.mark.django_db
def test_a_clause_that_does_not_exist_is_named():
    one, two = paper("a"), paper("b")
    Clause.objects.create(document=two, anchor="dieu-1", label_vi="Điều 1", text="x")
    Relation.objects.create(source=one, target=two, kind="amends", target_clause="dieu-9")
    assert ("no_clause", "b") in kinds()


@pytest.mark.django_db
def test_an_expiry_before_the_issue_is_named():
    paper("a", issued_on=date(2020, 1, 1), expired_on=date(2019, 1, 1))
    assert ("ends_first", "a") in kinds()


def test_a_text_that_lacks_a_clause_in_use_changes_nothing(applied_nowhere):
    charter = Document.objects.get(code="charter")
    before = list(charter.clauses.values_list("pk", "anchor", "text"))
    with pytest.raises(ClauseInUse) as refused:
        put_text(charter, pasted("Điều 1. a\nĐiều 2. b"), warrant=system_warrant("test"))
    assert "2" in refused.value.sentence.vi
    assert list(charter.clauses.values_list("pk", "anchor", "text")) == before


@pytest.mark.django_db
def test_the_same_text_again_keeps_every_row():
    one = paper("a")
    seen = []
    for _ in range(2):
        put_text(one, pasted("Điều 1. a\nĐiều 2. b"), warrant=system_warrant("test"))
        seen.append(list(one.clauses.values_list("pk", "anchor", "text")))
    assert seen[0] == seen[1] and len(seen[0]) == 2
