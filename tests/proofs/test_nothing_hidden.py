"""Every character of a document is on its page, also what could not be put in its place.

Word files, PDFs and pasted texts are read as officers read them; what the page shows is held
against the text letter by letter. A bomb, a scan, a broken file give a sentence and nothing else.
"""

import html
import io
import re
import zipfile
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions import put_text
from mangnon.legislation.errors import UnreadableFile
from mangnon.legislation.models import Clause, Document
from mangnon.legislation.reading.files import pasted, read_file
from mangnon.legislation.reading.parting import parted

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAW = """QUỐC HỘI
Căn cứ Hiến pháp <năm 2013> & các luật;
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Trẻ em
Trẻ em là người dưới 16 tuổi.
Điều 2. Nhiệm vụ
1. Theo Luật Trẻ em;
a) một;
đ) nhảy chữ;
3. nhảy số;
Điều 2. Lặp lại
“Điều 9. Trích nguyên văn”
Nơi nhận: như trên."""
LINES = st.sampled_from(
    ["Điều 1. A", "Điều 3. B", "Điều 2.", "1. x", "2. y", "a) z", "đ) t", "Chương II", "Mục 1",
     "Phần thứ hai", "I. M", "chữ thường", "", "  ", "“Điều 7. q", "r”", "Điều 1a. <b>&amp;"]
)  # fmt: skip


def docx(*paragraphs, extra=b""):
    body = "".join(f"<w:p><w:r><w:t>{html.escape(one)}</w:t></w:r></w:p>" for one in paragraphs)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        head = f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
        file.writestr("word/document.xml", head.encode() + extra)
        note = f'<w:footnotes xmlns:w="{SPACE}"><w:p><w:t>Chú thích</w:t></w:p></w:footnotes>'
        file.writestr("word/footnotes.xml", note)
    return packed.getvalue()


def pdf(words):
    """Write a PDF of one page by hand; without words it is a page without letters."""
    stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode() if words else b""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made = b"%PDF-1.4\n"
    for number, part in enumerate(parts, 1):
        made += b"%d 0 obj%s endobj\n" % (number, part)
    return made + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


def letters(text):
    return Counter(re.sub(r"\s", "", text))


def shown(client, code):
    answer = client.get(f"/van-ban/{code}/").content.decode()
    found = re.findall(r'<blockquote class="prose" lang="vi">(.*?)</blockquote>', answer, re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", "".join(found)))


@pytest.fixture
def law(db):
    return Document.objects.create(code="law", kind="law", title_vi="Luật", title_en="Law")


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=30).map("\n".join))
def test_the_parts_are_the_text_and_no_anchor_stands_twice(text):
    pieces = parted(text)
    assert "\n".join(one.text for one in pieces) == text
    anchors = [one.anchor for one in pieces]
    assert len(anchors) == len(set(anchors))


def test_every_letter_is_on_the_page(law, client):
    lost = put_text(law, pasted(LAW), warrant=system_warrant("test"))
    assert lost == 3
    assert letters(shown(client, "law")) == letters(LAW)
    assert "Chưa xếp được" in client.get("/van-ban/law/").content.decode()


def test_a_word_file_is_on_the_page_with_its_notes(law, client):
    text = read_file("luat.docx", docx(*LAW.split("\n")))
    put_text(law, text, warrant=system_warrant("test"))
    assert letters(shown(client, "law")) == letters(LAW + "Chú thích")


def test_a_pdf_is_on_the_page(law, client):
    put_text(law, read_file("a.pdf", pdf("Article 1. Words")), warrant=system_warrant("test"))
    assert letters(shown(client, "law")) == letters("Article 1. Words")


def test_read_again_a_clause_keeps_its_row(law):
    put_text(law, pasted(LAW), warrant=system_warrant("test"))
    before = dict(Clause.objects.values_list("anchor", "pk"))
    put_text(law, pasted(LAW.replace("dưới 16", "dưới 18")), warrant=system_warrant("test"))
    assert dict(Clause.objects.values_list("anchor", "pk")) == before
    assert "dưới 18" in Clause.objects.get(anchor="dieu-1").text


BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'>]><x/>"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.exe", b"MZ", "kind"),
        ("a.pdf", b"no pdf", "broken"),
        ("a.pdf", b"%PDF-1.4 and then nothing", "broken"),
        ("a.pdf", pdf(""), "pictures"),
        ("a.docx", b"PK\x03\x04 broken", "broken"),
        ("a.docx", docx("x", extra=BOMB), "broken"),
        ("a.docx", docx("x" * 70_000_000), "too_large"),
        ("a.txt", b"\xff\xfe\x00", "broken"),
    ],
)
def test_a_bad_file_is_a_sentence_and_nothing_half_read(name, content, fault):
    with pytest.raises(UnreadableFile) as told:
        read_file(name, content)
    assert told.value.fault == fault and name in told.value.sentence.vi
