import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.dates import KnownDate, NotADateError, format_date, parse_date

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
THIRD_OF_APRIL = KnownDate(date(2013, 4, 3), "day")


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2013",
        "03/04/2013",
        "03-04-2013",
        "3.4.2013",
        "3 / 4 / 2013",
        "3 /4/ 2013",
        "ngày 3 tháng 4 năm 2013",
        "Ngày 03 tháng 04 năm 2013",
        "ngay 3 thang 4 nam 2013",
        "NGÀY 3 THÁNG 4 NĂM 2013",
        unicodedata.normalize("NFD", "ngày 3 tháng 4 năm 2013"),
        "3 tháng 4 năm 2013",
        "3 tháng 4, 2013",
        "ngày 3 tháng tư năm 2013",
        "ngày 3 tháng 4/2013",
        "ngày 3/4/2013",
        "  3/4/2013\n",
        "ngày  3   tháng 4 năm 2013",
        "2013-04-03",
        "2013-4-3",
        "2013/04/03",
        "2013-04-03 00:00:00",
        "2013-04-03T00:00",
    ],
)
def test_a_day_is_read_day_first(text: str) -> None:
    assert parse_date(text) == THIRD_OF_APRIL


@pytest.mark.parametrize(
    "text",
    [
        "4/2013",
        "04-2013",
        "04.2013",
        "tháng 4 năm 2013",
        "Tháng 4/2013",
        "tháng tư, 2013",
        "2013-04",
    ],
)
def test_a_month_alone_stays_a_month(text: str) -> None:
    month = parse_date(text)
    assert month == KnownDate(date(2013, 4, 1), "month")
    assert month.last == date(2013, 4, 30)


@pytest.mark.parametrize("text", ["2013", "năm 2013", " Năm 2013 "])
def test_a_year_alone_stays_a_year(text: str) -> None:
    year = parse_date(text)
    assert year == KnownDate(date(2013, 1, 1), "year")
    assert year.last == date(2013, 12, 31)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("một", 1), ("hai", 2), ("ba", 3), ("tư", 4), ("bốn", 4), ("năm", 5), ("sáu", 6),
        ("bảy", 7), ("tám", 8), ("chín", 9), ("mười", 10), ("mười một", 11), ("mười hai", 12),
    ],
)  # fmt: skip
def test_months_are_read_in_words(word: str, month: int) -> None:
    assert parse_date(f"ngày 5 tháng {word} năm 2020").first == date(2020, month, 5)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        (
            "30/2/2013",
            "tháng 2 năm 2013 có các ngày từ 1 đến 28",
            "February 2013 has the days 1 to 28",
        ),
        ("29/02/2100", "từ 1 đến 28", "1 to 28"),
        ("0/4/2013", "từ 1 đến 30", "1 to 30"),
        ("31 tháng 4 năm 2013", "từ 1 đến 30", "1 to 30"),
        ("2013-02-29", "từ 1 đến 28", "1 to 28"),
        ("12/25/2013", "không có tháng 25; ngày viết trước", "no month 25; the day comes first"),
        ("13/2013", "không có tháng 13", "no month 13"),
        ("0/2013", "không có tháng 0", "no month 0"),
        ("3/4/13", "bốn chữ số", "all four digits"),
        ("3/4/1013", "từ 1900 đến 2199", "from 1900 to 2199"),
        ("0000", "từ 1900 đến 2199", "from 1900 to 2199"),
        ("", "không đọc được", "cannot be read"),
        ("hôm qua", "không đọc được", "cannot be read"),
        ("03042013", "không đọc được", "cannot be read"),
        ("3/4-2013", "không đọc được", "cannot be read"),
        ("2013-04-03 13:45", "không đọc được", "cannot be read"),
        ("٣/٤/٢٠١٣", "không đọc được", "cannot be read"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, vi: str, en: str) -> None:
    with pytest.raises(NotADateError) as caught:
        parse_date(text)
    assert f"“{text}”" in caught.value.sentence.vi
    assert vi in caught.value.sentence.vi
    assert en in caught.value.sentence.en


@pytest.mark.parametrize("text", ["31/02/2024", "2/2024", "2024", "hôm qua"])
def test_where_only_a_day_will_do_no_month_or_year_is_offered(text: str) -> None:
    with pytest.raises(NotADateError) as caught:
        parse_date(text, whole=True)
    sentence = caught.value.sentence
    assert "31/12/2020." in sentence.vi
    assert "chỉ biết" not in sentence.vi
    assert "only the month" not in sentence.en
    assert parse_date("29/2/2024", whole=True) == KnownDate(date(2024, 2, 29), "day")


@given(days)
def test_every_form_of_every_day_is_read(day: date) -> None:
    forms = [
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}.{day.month:02}.{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        day.isoformat(),
        format_date(day, "vi"),
    ]
    assert {parse_date(form) for form in forms} == {KnownDate(day, "day")}


@given(day=days, precision=st.sampled_from(["month", "year"]))
def test_what_we_write_reads_back_as_precisely(day: date, precision: str) -> None:
    known = parse_date(f"{day.month}/{day.year}" if precision == "month" else str(day.year))
    assert known.precision == precision
    assert parse_date(format_date(known, "vi")) == known
    assert known.first <= day <= known.last
    next_day = known.last + timedelta(days=1)
    assert (next_day.day, next_day.month) == (1, 1 if precision == "year" else day.month % 12 + 1)


@given(st.text(alphabet="0123456789/-. ngàythángnăm", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        known = parse_date(text)
    except NotADateError as error:
        assert error.sentence.vi
    else:
        assert known.first <= known.last
        assert str(known.first.year) in text


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2020, 12, 31), "31/12/2020", "31 December 2020"),
        (date(2013, 4, 3), "03/04/2013", "3 April 2013"),
        (THIRD_OF_APRIL, "03/04/2013", "3 April 2013"),
        (KnownDate(date(2013, 4, 1), "month"), "04/2013", "April 2013"),
        (KnownDate(date(2013, 1, 1), "year"), "2013", "2013"),
    ],
)
def test_a_date_is_written_in_both_languages(day: date | KnownDate, vi: str, en: str) -> None:
    assert format_date(day, "vi") == vi
    assert format_date(day, "en") == en
