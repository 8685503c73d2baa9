import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.slugs import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đăng ký khai sinh", "dang-ky-khai-sinh"),
        ("Trẻ em có hoàn cảnh đặc biệt (TEHCĐB)", "tre-em-co-hoan-canh-dac-biet-tehcdb"),
        ("42/2022/NĐ-CP", "42-2022-nd-cp"),
        ("  — Ý kiến!  ", "y-kien"),
        ("snake_case", "snake-case"),
        ("漢字", ""),
        ("Trường 漢 số 1", "truong-so-1"),
    ],
)
def test_a_title_becomes_an_address(title: str, slug: str) -> None:
    assert slugify(title) == slug


@pytest.mark.parametrize(
    ("longest", "slug"),
    [
        (17, "dang-ky-khai-sinh"),
        (16, "dang-ky-khai"),
        (12, "dang-ky-khai"),
        (11, "dang-ky"),
        (3, "dan"),
    ],
)
def test_a_long_title_loses_whole_words(longest: int, slug: str) -> None:
    assert slugify("Đăng ký khai sinh", max_length=longest) == slug


@given(st.text(), st.integers(min_value=1, max_value=20))
def test_a_slug_is_always_an_address(title: str, longest: int) -> None:
    for slug in (slugify(title), slugify(title, max_length=longest)):
        assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
        assert slugify(slug) == slug
    assert len(slugify(title, max_length=longest)) <= longest
