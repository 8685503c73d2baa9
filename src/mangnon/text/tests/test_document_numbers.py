import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.document_numbers import document_key, read_document_number


@pytest.mark.parametrize(
    ("key", "ways"),
    [
        (
            "42-2022-ndcp",
            [
                "42/2022/NĐ-CP",
                "42/2022/nd-cp",
                "42 2022 nd cp",
                "Số: 42/2022/NĐ-CP",
                "42/2022/NĐCP",
            ],
        ),
        ("20-cttw", ["20-CT/TW", "20 ct tw", "số 20-CT/TW", "20 - CT / TW"]),
        ("86-khtu", ["86-KH/TU", "86/KH-TU", "86-KH-TU"]),
        ("102-2016-qh13", ["102/2016/QH13", "102 2016 qh13"]),
        ("5-2014-ttbyt", ["05/2014/TT-BYT", "5/2014/TT-BYT"]),
        ("12a-2020-qdubnd", ["12A/2020/QĐ-UBND", "12a 2020 qđ ubnd"]),
        ("29-2019-ttbldtbxh", ["29/2019/TT-BLĐTBXH", "29/2019/tt-bldtbxh"]),
    ],
)
def test_every_way_to_type_a_number_has_one_key(key: str, ways: list[str]) -> None:
    assert {document_key(way) for way in ways} == {key}


@pytest.mark.parametrize(
    ("text", "vi", "en", "line"),
    [
        ("42/2022/NĐ-CP", "nghị định", "decree", "state"),
        ("20-CT/TW", "chỉ thị", "directive", "party"),
        ("86-KH/TU", "kế hoạch", "plan", "party"),
        ("86/KH-UBND", "kế hoạch", "plan", "state"),
        ("15-HD/BTGTU", "hướng dẫn", "guidance", "party"),
        ("102/2016/QH13", "văn bản của Quốc hội", "act of the National Assembly", "state"),
        ("7/2004/PL-UBTVQH11", "pháp lệnh", "ordinance", "state"),
        ("23/2015/TTLT-BYT-BGDĐT", "thông tư liên tịch", "joint circular", "state"),
    ],
)
def test_the_tail_tells_kind_and_line(text: str, vi: str, en: str, line: str) -> None:
    number = read_document_number(text)
    assert number is not None
    assert number.kind is not None
    assert (number.kind.vi, number.kind.en, number.line) == (vi, en, line)


def test_a_tail_nobody_knows_tells_nothing_and_still_has_a_key() -> None:
    number = read_document_number("3/2020/XYZ-ABC")
    assert number is not None
    assert (number.key, number.kind, number.line) == ("3-2020-xyzabc", None, None)


def test_a_number_is_taken_apart() -> None:
    number = read_document_number("042/2022/NĐ-CP")
    assert number is not None
    assert (number.number, number.year, number.tail) == ("42", 2022, ("nd", "cp"))


@pytest.mark.parametrize("cut", ["42/2022", "42 2022 nd", "42/2022/NĐ"])
def test_a_number_cut_short_begins_the_whole_ones_key(cut: str) -> None:
    key = document_key(cut)
    assert key is not None
    assert "42-2022-ndcp".startswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "trẻ em",
        "42",
        "5 trẻ em",
        "3/4/2013",
        "2013-04-03",
        "quyết định",
        "123456/2022/NĐ-CP",
        "số",
    ],
)
def test_other_words_and_dates_are_no_document(text: str) -> None:
    assert document_key(text) is None


def test_different_documents_have_different_keys() -> None:
    texts = ["42/2022/NĐ-CP", "42/2021/NĐ-CP", "422/2022/NĐ-CP", "42/2022/QĐ-TTg", "42-NQ/TW"]
    assert len({document_key(text) for text in texts}) == len(texts)


@given(
    number=st.integers(min_value=1, max_value=99_999),
    year=st.integers(min_value=1900, max_value=2099),
    tail=st.sampled_from(["NĐ-CP", "QĐ-TTg", "TT-BYT", "QĐ-UBND", "NQ-HĐND"]),
    separator=st.sampled_from(["/", " ", "-", " / ", "."]),
)
def test_separators_never_matter(number: int, year: int, tail: str, separator: str) -> None:
    typed = separator.join([str(number), str(year), *tail.split("-")])
    assert document_key(typed) == document_key(f"{number}/{year}/{tail}")
    assert document_key(typed.lower()) == document_key(typed)


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    key = document_key(text)
    assert key is None or key.isascii()
