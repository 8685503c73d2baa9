"""What is taken and what is refused: by content, size and name."""

from io import BytesIO

import pytest
from PIL import Image

from mangnon.attachments import judging
from mangnon.attachments.errors import WrongFile
from mangnon.attachments.judging import judged, plain_name
from mangnon.attachments.tests.conftest import PDF, office, picture

TAKEN = {
    "Ảnh hội nghị.JPG": picture(),
    "anh.png": picture("PNG"),
    "anh.webp": picture("WEBP"),
    "kế hoạch.pdf": PDF,
    "bien ban.docx": office("word/document.xml"),
    "so lieu.xlsx": office("xl/workbook.xml"),
}
REFUSED = {
    "rỗng.pdf": (b"", "không có nội dung"),
    "anh.jpg": (PDF, "không khớp"),
    "anh.png": (picture(), "không khớp"),
    "anh.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải là loại tệp"),
    "trang.pdf": (b"<html><script>1</script></html>", "không phải là loại tệp"),
    "chay.pdf": (b"MZ\x90\x00" * 20, "không phải là loại tệp"),
    "cụt.pdf": (PDF[:40], "bị hỏng"),
    "cụt.jpg": (picture(size=(900, 700))[:-2_000], "bị hỏng"),
    "mã.pdf": (PDF.replace(b"/Type", b"/OpenAction <</S /JavaScript>> /Type"), "mã lệnh"),
    "nén.docx": (office("word/document.xml")[:-30], "bị hỏng"),
    "nén.zip": (office("readme.txt"), "không phải là loại tệp"),
    "hai.docx": (office("word/document.xml", "xl/workbook.xml"), "không phải là loại tệp"),
    "macro.docx": (office("word/document.xml", "word/vbaProject.bin"), "macro"),
    "bom.xlsx": (office("xl/workbook.xml", size=120 * 1024 * 1024), "bung ra quá lớn"),
    "bzip2.xlsx": (office("xl/workbook.xml", packed=12), "bung ra quá lớn"),
    "lzma.docx": (office("word/document.xml", packed=14), "bung ra quá lớn"),
    "bom.png": (picture("PNG", (8_000, 7_000)), "bung ra quá lớn"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_is_taken_by_its_content(name):
    assert judged(name, TAKEN[name]).name == name


@pytest.mark.parametrize("name", REFUSED)
def test_whatever_is_not_what_it_claims_is_refused_with_a_sentence(name):
    content, said = REFUSED[name]
    with pytest.raises(WrongFile, match=said) as refused:
        judged(name, content)
    assert name in refused.value.sentence.vi and name in refused.value.sentence.en


def test_what_is_too_large_is_refused_before_it_is_looked_into(monkeypatch):
    monkeypatch.setattr(judging, "MOST_BYTES", 100)
    with pytest.raises(WrongFile, match="lớn hơn"):
        judged("anh.jpg", b"x" * 101)


def test_a_photograph_does_not_say_where_it_was_taken():
    told = Image.Exif()
    told[0x8825] = {1: "N", 2: (20.9, 0, 0)}
    told[0x010F] = "Máy ảnh"
    kept = judged("anh.jpg", picture(exif=told)).content
    assert not Image.open(BytesIO(kept)).getexif()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Anh\\ảnh.jpg", "ảnh.jpg"),
        ("a\r\nX: 1\x00.pdf", "a X: 1 .pdf"),
        ("d" * 300 + ".docx", "d" * 115 + ".docx"),
        ("", "tep"),
    ],
)
def test_a_name_is_a_name_and_no_path(typed, kept):
    assert plain_name(typed) == kept
