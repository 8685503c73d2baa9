"""The PDF and the Word file: layout, tags, the draft's mark, and the same figures as the page."""

import io
from datetime import date

import pypdfium2
import pytest
from docx import Document as WordFile
from docx.oxml.ns import qn

from mangnon.audit.models import Entry
from mangnon.places.models import Office
from mangnon.reports import actions
from mangnon.reports.content import content
from mangnon.reports.models import Report
from mangnon.reports.printing.pdf import day_line, pdf
from mangnon.reports.printing.word import word
from mangnon.reports.tests.conftest import desk

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def printed(made: bytes) -> str:
    """Return the text of a PDF, its lines joined."""
    pages = pypdfium2.PdfDocument(made)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def typed(made: bytes) -> str:
    """Return the text of a Word file, its tables' and headers' included."""
    file = WordFile(io.BytesIO(made))
    parts = [file.element.body, *(part._element for part in _headers(file))]
    return " ".join(node.text or "" for part in parts for node in part.iter(qn("w:t")))


def _headers(file):
    section = file.sections[0]
    return section.header, section.first_page_header


@pytest.fixture
def signed(report, handing, warrant) -> Report:
    return actions.sign(report, post="Giám đốc", authority="", warrant=warrant)


def test_the_pdf_is_tagged_and_made_twice_the_same(signed):
    made = pdf(content(signed), draft=False)
    assert pypdfium2.PdfDocument(made).is_tagged()
    assert b"pdfuaid:part" in made
    assert made == pdf(content(Report.objects.get()), draft=False)


@pytest.mark.parametrize("read", [printed, typed], ids=["pdf", "word"])
def test_head_sections_and_foot_stand_as_administrative_documents_have_them(signed, read):
    make = pdf if read is printed else word
    text = read(make(content(signed), draft=False))
    order = [
        "ỦY BAN NHÂN DÂN TỈNH", "SỞ Y TẾ TỈNH", "BÁO CÁO",
        "Kết quả thực hiện công tác chăm sóc", "6 tháng đầu năm 2015", "Sở báo cáo như sau.",
        "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "II. THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO",
        "Nhiều xã chậm.", "Quá hạn (ngày)", "III. PHƯƠNG HƯỚNG", "Nơi nhận:", "Lưu: VT",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    for words in (MOTTO, "Độc lập - Tự do - Hạnh phúc", "12/BC-SYT", "GIÁM ĐỐC", "(Đã ký)",
                  "Hải Dương, ngày 03 tháng 8 năm 2015"):  # fmt: skip
        assert words in text
    assert "DỰ THẢO" not in text


@pytest.mark.parametrize("read", [printed, typed], ids=["pdf", "word"])
def test_a_draft_says_so_on_paper_and_is_not_dated(report, handing, read):
    make = pdf if read is printed else word
    text = read(make(content(report), draft=True))
    assert "DỰ THẢO" in text
    assert "(Đã ký)" not in text
    assert "ngày … tháng … năm 2015" in text


def test_the_word_file_keeps_to_the_paper_and_margins_of_the_decree(signed):
    file = WordFile(io.BytesIO(word(content(signed), draft=False)))
    section = file.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == 30
    assert round(section.right_margin.mm) == 15
    assert (round(section.top_margin.mm), round(section.bottom_margin.mm)) == (20, 20)
    assert file.styles["Normal"].font.name == "Times New Roman"
    assert file.styles["Normal"].font.size.pt == 13
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    pictures = list(file.element.body.iter(qn("wp:docPr")))
    assert pictures
    assert all(one.get("descr") for one in pictures)


def test_pages_are_numbered_from_the_second_on(report, handing, warrant):
    actions.write_words(report, words={"next": "\n".join(["Việc cần làm."] * 80)}, warrant=warrant)
    report.refresh_from_db()
    pages = pypdfium2.PdfDocument(pdf(content(report), draft=True))
    assert len(pages) >= 3
    tops = [page.get_textpage().get_text_bounded(bottom=page.get_height() - 46) for page in pages]
    assert [top.strip() for top in tops][:3] == ["", "2", "3"]


def test_the_party_has_its_own_head(area, warrant):
    board = Office.objects.create(
        code="btg", line="party", name_vi="Ban Tuyên giáo", name_en="B", place=area
    )
    days = (date(2015, 1, 1), date(2015, 6, 30))
    made = actions.begin(area, kind="half_year", days=days, issuer=board, warrant=warrant)
    made = actions.write_words(made, words={}, number="3-BC/BTG", warrant=warrant)
    for text in (printed(pdf(content(made), draft=True)), typed(word(content(made), draft=True))):
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
        assert "Số 3-BC/BTG" in text
        assert MOTTO not in text


def test_nothing_typed_is_read_as_markup(report, warrant):
    sharp = '#panic("x") *đậm* <b>& {{ 7 }} \\ $x$ @nhan'
    report = actions.write_words(report, words={"opening": sharp}, warrant=warrant)
    assert sharp in printed(pdf(content(report), draft=True))
    assert sharp in typed(word(content(report), draft=True))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-01-05", "ngày 05 tháng 01 năm 2026"),
        ("2026-03-05", "ngày 05 tháng 3 năm 2026"),
        ("2026-12-31", "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_the_day_is_written_as_the_decree_wants_it(day, said):
    assert day_line({"head": {"day": day, "issued_at": "Hà Nội"}}) == f"Hà Nội, {said}"


def test_every_file_taken_away_is_in_the_trail(signed):
    browser = desk("mai", "leader", "area")
    for kind in ("pdf", "docx"):
        answer = browser.get(f"/desk/bao-cao/{signed.uuid}/tep.{kind}")
        assert answer.status_code == 200
        assert "attachment" in answer["Content-Disposition"]
        entry = Entry.objects.filter(act="reports.take_away").latest("id")
        assert entry.subject == signed.subject
        assert entry.data == {"file": kind, "digest": signed.digest}
    assert browser.get(f"/desk/bao-cao/{signed.uuid}/tep.exe").status_code == 404
    stranger = desk("na", "leader", "s4")
    assert stranger.get(f"/desk/bao-cao/{signed.uuid}/tep.pdf").status_code == 404
    assert Entry.objects.filter(act="reports.take_away").count() == 2
