from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.numbers import (
    AmbiguousNumberError,
    NotANumberError,
    format_number,
    format_per_mille,
    format_percent,
    parse_number,
)


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
        (1234, 0, "1.234", "1,234"),
        (999, 0, "999", "999"),
        (0, 1, "0,0", "0.0"),
        (-1234.5, 1, "-1.234,5", "-1,234.5"),
        (-0.04, 1, "0,0", "0.0"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "-3", "-3"),
        (1.005, 2, "1,01", "1.01"),
        (12.45, 1, "12,5", "12.5"),
        (1e22, 0, "10.000.000.000.000.000.000.000", "10,000,000,000,000,000,000,000"),
        (10**40, 0, "10." + ".".join(["000"] * 13), "10," + ",".join(["000"] * 13)),
        (Decimal("2.675"), 2, "2,68", "2.68"),
        (np.float64(2.5), 1, "2,5", "2.5"),
        (np.int64(1200), 0, "1.200", "1,200"),
    ],
)
def test_a_number_is_written_in_both_languages(
    value: float, decimals: int, vi: str, en: str
) -> None:
    assert format_number(value, decimals, "vi") == vi
    assert format_number(value, decimals, "en") == en


def test_per_cent_and_per_mille_are_written_close() -> None:
    assert format_percent(2.5, 1, "vi") == "2,5%"
    assert format_percent(100, 0, "en") == "100%"
    assert format_per_mille(3.5, 1, "vi") == "3,5‰"
    assert format_per_mille(3.5, 1, "en") == "3.5‰"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_not_finite_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(value, 1, "vi")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("42", "42"),
        ("007", "7"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (" 12,50 ", "12.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        (",5", "0.5"),
        ("1234,567", "1234.567"),
        ("1234.567", "1234.567"),
        ("12,3456", "12.3456"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1 234 567,8", "1234567.8"),
        ("1\u00a0234", "1234"),
        ("1\u202f234,5", "1234.5"),
        ("-12,5", "-12.5"),
        ("−12,5", "-12.5"),
        ("+3", "3"),
    ],
)
def test_a_number_with_one_reading_is_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "thousands", "decimal"),
    [
        ("1.234", "1234", "1,2340"),
        ("1,234", "1234", "1,2340"),
        ("-12.500", "12500", "12,5000"),
        ("999,999", "999999", "999,9990"),
    ],
)
def test_a_number_with_two_readings_is_refused_with_both(
    text: str, thousands: str, decimal: str
) -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number(text)
    for said in (caught.value.sentence.vi, caught.value.sentence.en):
        assert f"“{text}”" in said
        assert thousands in said
        assert decimal in said
    assert parse_number(thousands) == 1000 * parse_number(decimal)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "abc", "12kg", "12%", "1e5", "5,", "1.23.456", "1,23,456", "1.234.56",
        "0.123.456", "1.234,567,8", "1'234", "12 5", "--1", "١٢", "NaN", "1.234 567",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotANumberError) as caught:
        parse_number(text)
    assert f"“{text.strip()}” không phải là số" in caught.value.sentence.vi
    assert "is no number" in caught.value.sentence.en


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from([2, 4]),
)
def test_what_we_write_in_vietnamese_reads_back(value: Decimal, decimals: int) -> None:
    assert parse_number(format_number(value, decimals, "vi")) == value


def test_decimals_are_kept_as_typed_and_long_numbers_whole() -> None:
    assert str(parse_number("12,50")) == "12.50"
    assert str(parse_number("1200")) == "1200"
    assert str(parse_number("-" + "9" * 60 + ",5")) == "-" + "9" * 60 + ".5"


@given(st.text(alphabet="0123456789.,- +", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = parse_number(text)
    except NotANumberError as error:
        assert error.sentence.vi
    else:
        typed = "".join(c for c in text if c.isdigit())
        read = "".join(c for c in f"{value:f}" if c.isdigit())
        assert read.lstrip("0") == typed.lstrip("0")
        assert value.is_signed() == text.strip().startswith("-")
