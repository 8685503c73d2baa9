"""Files read: Word's own numbers, boxes once, one process for many that outlives a bad one."""

import io
import subprocess
import sys
import zipfile

import pytest

from mangnon.legislation.errors import UnreadableFile
from mangnon.legislation.reading.files import Reading, read_file
from tests.support.library import word_file

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_LEVEL = (
    '<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    '<w:lvlText w:val="{text}"/></w:lvl>'
)
_LEVELS = "".join(
    _LEVEL.format(at=at, kind=kind, text=text)
    for at, (kind, text) in enumerate(
        [("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "")]
    )
)
LISTS = (
    f'<w:numbering {_NAMES}><w:abstractNum w:abstractNumId="7">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles {_NAMES}><w:style w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:styleId="DieuDam"><w:basedOn w:val="Dieu"/></w:style></w:styles>'
)


def made(body: str, **parts: str) -> bytes:
    """Write a Word file with parts of one's own."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        document = f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"
        for name, content in {"document": document, **parts}.items():
            packed.writestr(f"word/{name}.xml", content)
    return held.getvalue()


def line(words: str, level: int | None = None, *, of: int = 1, style: str = "") -> str:
    """Write a paragraph, at a level of a list or in a style."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    look += "" if level is None else numbered
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_numbers_that_word_keeps_outside_the_words_are_read():
    body = "".join([
        line("Phạm vi", 0), line("Một", 1), line("Hai", 1), line("điểm một", 2),
        line("điểm hai", 2), line("gạch", 3), line("Đối tượng", style="DieuDam"), line("Một", 1),
        line("không đánh số"), line("Hiệu lực", 0, of=2), line("Thi hành", 0, of=2),
    ])  # fmt: skip
    text = read_file("a.docx", made(body, numbering=LISTS, styles=STYLES))
    assert text.words.split("\n") == [
        "Điều 1. Phạm vi", "1. Một", "2. Hai", "a) điểm một", "b) điểm hai", "- gạch",
        "Điều 2. Đối tượng", "1. Một", "không đánh số", "Điều 9. Hiệu lực", "Điều 10. Thi hành",
    ]  # fmt: skip


def test_words_in_a_box_stand_once_after_their_paragraph():
    box = f"<w:txbxContent>{line('trong khung')}</w:txbxContent>"
    drawn = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>trước </w:t></w:r><w:r>{drawn}</w:r><w:r><w:t>sau</w:t></w:r></w:p>"
    assert read_file("a.docx", made(body)).words == "trước sau\ntrong khung"


def test_one_process_reads_many_and_outlives_one_that_dies():
    bomb = made("<w:p>" * 2_000_000)
    with Reading() as reading:
        for name, content in (("bom.docx", bomb), ("hong.docx", b"PK\x03\x04")):
            with pytest.raises(UnreadableFile):
                read_file(name, content, reading)
            told = read_file("lanh.docx", word_file("Điều 1. Trẻ em"), reading)
            assert told.words == "Điều 1. Trẻ em"


def test_a_process_that_was_killed_is_begun_again_and_no_file_is_blamed():
    with Reading() as reading:
        reading._process.kill()
        reading._process.wait()
        assert read_file("a.docx", word_file("Một"), reading).words == "Một"


@pytest.mark.parametrize(("does", "fault"), [
    ("os.kill(os.getpid(), 9)", b"too_large"), ("os._exit(1)", b"broken"),
    ("time.sleep(60)", b"too_large"),
])  # fmt: skip
def test_a_fork_that_dies_or_dawdles_is_a_fault(does, fault):
    lines = (
        "import os, time; from mangnon.legislation.reading import child",
        "child.SECONDS = 1",
        f"child._reader = lambda kind: lambda content: {does}",
        "print(child.apart('docx', b'').decode())",
    )
    told = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, check=True, timeout=30
    )
    assert fault in told.stdout


def test_an_empty_paragraph_of_a_list_is_counted_and_a_list_that_starts_anew_starts_there():
    again = LISTS.replace(
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>',
        "".join(f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for n, start in ((0, 4), (1, 5))),
    )  # fmt: skip
    body = "".join([
        line("A", 0), line("", 0), line("B", 0), line("C", 0, of=2), line("D", 1, of=2),
        line("E", 1, of=2), line("F", 0, of=2), line("G", 1, of=2),
    ])  # fmt: skip
    assert read_file("a.docx", made(body, numbering=again)).words.split("\n") == [
        "Điều 1. A", "", "Điều 3. B", "Điều 4. C", "5. D", "6. E", "Điều 5. F", "5. G",
    ]  # fmt: skip
