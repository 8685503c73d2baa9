"""Broken workbooks, by the thousand: each is read or refused with a sentence, nothing else."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mangnon.attachments.errors import WrongFile
from mangnon.imports import headings
from mangnon.imports.reading import Kind, judged, tables
from mangnon.imports.sheets import Row, sheet_of
from mangnon.imports.tests.conftest import book

WHOLE = book([(1, "Lê Thị Na", "1/2/2020", "Nữ", 30320000456, "Kinh"), (2, "=A1", 3.5, None)])
PARTS = {name: zipfile.ZipFile(BytesIO(WHOLE)).read(name) for name in zipfile.ZipFile(
    BytesIO(WHOLE)).namelist()}  # fmt: skip
READ = [name for name in PARTS if name.startswith("xl/") and "theme" not in name]
HOSTILE = [
    b"<", b"&x;", b"</row>", b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b'r="ZZZZ9"', b'r="-1"', b't="s"',
    b"<v>99999</v>", b"1e999", b"1e-999999999", b"1e999999999", b"1e1000000",
    b"NaN", b"\x00",
    b"<c><f>1</f></c>",
]  # fmt: skip


def tried(name: str, content: bytes) -> None:
    """Read a file to its end and judge its cells, or meet a sentence."""
    sheet = sheet_of("children")
    try:
        _, kind = judged(name, content)
        opened = tables(kind, content)
        found = headings.found(sheet, opened)
        for number, cells in opened[found.table].rows():
            texts = {code: cells[at] for at, code in found.columns.items() if at < len(cells)}
            sheet.read(Row(number, texts))
    except WrongFile as error:
        assert error.sentence.vi.endswith(".")
        assert error.sentence.en.endswith(".")


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", how) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """Spoil the parts of a whole workbook: cut, overwrite, insert; or spoil the archive itself."""
    parts = dict(PARTS)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(READ))
        body = parts[name]
        at = draw(st.integers(0, len(body)))
        gone = draw(st.integers(0, 40))
        put = draw(st.one_of(st.binary(max_size=12), st.sampled_from(HOSTILE), st.just(b"")))
        parts[name] = body[:at] + put + body[at + gone :]
    if draw(st.booleans()) and draw(st.booleans()):
        parts.pop(draw(st.sampled_from(sorted(parts))))
    made = packed(parts)
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(made)))
        made = made[:at] + draw(st.binary(max_size=20)) + made[at + draw(st.integers(0, 60)) :]
    return made


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_all_at_once_is_refused_before_it_is_read(how):
    with pytest.raises(WrongFile, match="bung ra quá lớn"):
        tables(Kind.XLSX, packed(PARTS, how))


@pytest.mark.parametrize("number", ["1e1000000", "1e999999999999999999999", "-1e-1000000"])
def test_a_number_beyond_all_bounds_is_read_or_refused(number):
    sheet = "xl/worksheets/sheet1.xml"
    tried("tre.xlsx", packed(PARTS | {sheet: PARTS[sheet].replace(b"3.5", number.encode())}))


CALM = [HealthCheck.too_slow]


@settings(max_examples=150, deadline=None, suppress_health_check=CALM)
@given(mangled())
def test_a_mangled_workbook_is_read_or_refused(content):
    tried("tre.xlsx", content)


@settings(max_examples=100, deadline=None, suppress_health_check=CALM)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_a_mangled_list_is_read_or_refused(content):
    tried("tre.csv", content)
    tried("tre.csv", "Họ và tên;Ngày sinh;Giới tính\n".encode() + content)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None, suppress_health_check=CALM)
@given(mangled())
def test_a_mangled_workbook_is_read_or_refused_for_minutes(content):
    tried("tre.xlsx", content)
