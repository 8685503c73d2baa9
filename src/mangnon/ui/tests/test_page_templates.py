"""The templates of the pages that editors write, filled with plain values."""

import re
from itertools import pairwise
from types import SimpleNamespace as Plain

import pytest

from mangnon.ui.tests.test_templates import read
from mangnon.ui.tests.written_pages import BODY, NAMES, PAGE, PICTURE, ROOMS, Block, page


@pytest.mark.parametrize("name", NAMES)
def test_a_page_closes_its_tags_and_keeps_to_a_strict_policy(name: str) -> None:
    for tag, attributes in read(page(name)).found:
        assert tag not in ("script", "style", "iframe")
        assert not any(key == "style" or key.startswith("on") for key in attributes)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_one_main_heading_and_skips_no_level(name: str) -> None:
    found = read(page(name)).found
    levels = [int(tag[1]) for tag, _ in found if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_used_once(name: str) -> None:
    ids = [a["id"] for _, a in read(page(name, search_url="/tim-kiem/")).found if "id" in a]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_which_little_is_known_still_stands(name: str) -> None:
    bare = dict.fromkeys(PAGE, "") | {"title": "Trang", "office": None, "review_by": None}
    shown = ROOMS.get_template(f"pages/{name}.html").render({"page": Plain(**bare), "title": "Tìm"})
    read(shown)
    assert "None" not in shown


def test_what_editors_write_is_escaped() -> None:
    assert "Khám &lt;b&gt;sức khỏe" in page("section")


def test_the_foot_says_whose_page_it_is_and_until_when() -> None:
    shown = page("text")
    assert "Sở Chồi Non" in shown
    assert 'href="mailto:a@example.vn"' in shown
    assert '<time datetime="2026-07-01">01/07/2026</time>' in shown


def test_a_page_on_protection_begins_with_the_hotline() -> None:
    assert 'class="hotline"' not in page("situation")
    shown = page("situation", {"protects": True})
    assert shown.index('class="hotline"') < shown.index("Đăng ký ở đâu")


def test_children_are_spoken_to_as_em() -> None:
    shown = page("text", {"for_children": True})
    assert "Em thấy sợ, hay có người làm em đau?" in shown


def test_a_long_page_says_what_it_holds() -> None:
    assert '<a href="#dang-ky-o-dau">Đăng ký ở đâu</a>' in page("text")
    assert 'class="contents"' not in page("text", {"body": BODY[:2]})


def test_a_picture_offers_its_kinds_and_says_what_is_seen() -> None:
    shown = page("news", head_picture=PICTURE)
    assert '<source type="image/avif" srcset="/m/1.avif 800w"' in shown
    assert 'alt="Thư viện"' in shown
    value = Plain(image=PICTURE, alt="Thư viện", caption="", credit="", decorative=True)
    assert 'alt=""' in str(Block("picture", value))


def test_a_download_says_what_it_is_and_how_large() -> None:
    assert re.search(r">Mẫu</a> <small>DOCX, 46,9.KB</small>", str(BODY[6]))


def test_a_promise_on_the_first_page_gives_its_verdict_in_words() -> None:
    shown = page("home")
    assert "95,6" in shown
    assert "Thiếu 2,4 điểm" in shown


def test_a_search_that_finds_nothing_says_what_to_try() -> None:
    shown = page("search", search_words="xyz", search_url="/tim-kiem/", total=0, title="Tìm")
    assert "Thử ít từ hơn" in shown
