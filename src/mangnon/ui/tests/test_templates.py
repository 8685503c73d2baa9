"""The templates: the frame of a page, every part, and what a strict content policy refuses."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils.translation import override

from mangnon.ui.parts import Stretch
from mangnon.ui.views import parts_context, parts_page

# Templates without the context of the public site, which stands on a higher floor.
PLAIN = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
EMPTY_TAGS = {"meta", "link", "br", "hr", "img", "input", "source"}


class Reader(HTMLParser):
    """Collects tags and attributes, and refuses tags that do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY_TAGS:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(name: str = "ui/parts_page.html", **changes: object) -> str:
    """Render a page with the sample context."""
    return render_to_string(name, parts_context() | changes)


def read(markup: str) -> Reader:
    """Parse a page; every tag must close where it should."""
    reader = Reader()
    reader.feed(markup)
    assert reader.open == []
    return reader


def fragment(source: str, **context: object) -> str:
    """Render a line of template."""
    return engines["django"].from_string("{% load mangnon_ui %}" + source).render(context)


def test_a_strict_content_policy_holds() -> None:
    for tag, attributes in read(page()).found:
        assert tag not in ("script", "style", "iframe")
        assert tag != "form" or attributes["method"] == "get"
        assert not any(name == "style" or name.startswith("on") for name in attributes)
        assert not (attributes.get("href") or "").startswith(("http", "//", "data:", "javascript:"))


def test_one_main_heading_and_no_level_skipped() -> None:
    levels = [int(tag[1]) for tag, _ in read(page()).found if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_used_once() -> None:
    ids = [a["id"] for _, a in read(page()).found if "id" in a]
    assert len(ids) == len(set(ids))


def test_skip_link_comes_first_and_leads_to_main() -> None:
    found = read(page()).found
    first_link = next(attributes for tag, attributes in found if tag == "a")
    assert first_link["href"] == "#main"
    assert ("main", {"id": "main", "tabindex": "-1"}) in found


@pytest.mark.parametrize(("lang", "other"), [("vi", "English"), ("en", "Tiếng Việt")])
def test_the_other_language_is_one_link_away(lang: str, other: str) -> None:
    shown = page(lang=lang, alternate_url="/other")
    assert f'<html lang="{lang}">' in shown
    assert re.search(rf'<a href="/other" lang="\w\w" hreflang="\w\w">{other}</a>', shown)


def test_the_banner_says_in_both_languages_that_all_is_simulated() -> None:
    shown = page(demo=True)
    assert "đều là mô phỏng" in shown
    assert '<p lang="en">Demonstration: all children and figures are simulated.' in shown
    assert "mô phỏng" not in page(demo=False)


def test_the_current_section_is_marked() -> None:
    shown = page(nav=[("Lời hứa", "/", True), ("Văn bản", "/van-ban", False)])
    assert '<a href="/" aria-current="page">Lời hứa</a>' in shown
    assert '<a href="/van-ban">Văn bản</a>' in shown


def test_the_hotline_can_be_called_from_every_page() -> None:
    assert 'href="tel:111"' in page("ui/error.html")


def test_an_error_page_stands_without_any_context() -> None:
    shown = render_to_string("ui/error.html", {})
    read(shown)
    assert "Về trang đầu" in shown
    assert '<html lang="vi">' in shown


def test_an_error_page_says_what_and_where_to_go() -> None:
    shown = page("ui/error.html", code=404, title="Không có trang này", explanation="Đã dời.")
    assert "<h1>Không có trang này</h1>" in shown
    assert "Đã dời." in shown


def test_a_sorted_column_says_so() -> None:
    shown = page()
    assert 'aria-sort="descending"><a href="?sort=-value">' in shown
    assert 'role="region" aria-labelledby="table-caption" tabindex="0"' in shown


def test_rows_are_named_by_their_first_cell() -> None:
    assert '<th scope="row"><a href="#d0">Huyện Chồi Bắc</a></th>' in page()


def test_a_clause_whose_original_is_not_held_says_so() -> None:
    assert "Bản tin hội nghị, 3-12-2013 · văn bản gốc chưa có" in page()


@pytest.mark.parametrize(("language", "written"), [("vi", "1.234,5"), ("en", "1,234.5")])
def test_numbers_follow_the_page(language: str, written: str) -> None:
    with override(language):
        assert fragment("{% number 1234.5 1 %}") == written


def test_a_figure_carries_its_unit() -> None:
    assert fragment("{% figure 1.94 'percent' 2 %}") == (
        '<strong class="figure">1,94<small>%</small></strong>'
    )
    assert fragment("{% amount 3.4 'per_mille' 1 %}") == "3,4‰"
    assert fragment("{% amount 4222 'count' %}") == "4.222"


@pytest.mark.parametrize("tag", ["% figure v %", "% number v %", "% amount v %", "{ v|day }"])
def test_what_is_missing_is_a_dash(tag: str) -> None:
    assert "–" in fragment("{" + tag + "}", v=None)


def test_a_status_says_more_where_it_can() -> None:
    shown = fragment("{% status 'behind' 'Chậm 4,9 điểm' %}")
    assert "tone-late" in shown
    assert "<span>Chậm 4,9 điểm</span>" in shown


def test_details_of_a_status_are_escaped() -> None:
    assert "<b>" not in fragment("{% status 'met' v %}", v="<b>")


def test_a_page_without_any_frame_has_neither_search_nor_menu() -> None:
    shown = render_to_string("ui/error.html", {})
    for part in ("find", "exit", "menu", "last"):
        assert f'class="{part}"' not in shown


def test_the_search_box_asks_by_its_address_and_keeps_what_was_typed() -> None:
    shown = page(search_url="/tim-kiem/", search_words='"hội nghị')
    assert '<form class="find" role="search" action="/tim-kiem/" method="get">' in shown
    assert 'name="q" type="search" value="&quot;hội nghị"' in shown


def test_every_field_has_a_label() -> None:
    found = read(page()).found
    labels = {attributes.get("for") for tag, attributes in found if tag == "label"}
    fields = [a for tag, a in found if tag in ("input", "select") and a.get("type") != "hidden"]
    assert len(fields) > 4
    assert [a["id"] for a in fields if a["id"] not in labels] == []


def test_one_leaves_a_page_on_protection_at_once_and_without_a_trace_to_follow() -> None:
    links = [a for tag, a in read(page(exit_url="https://example.vn/")).found if tag == "a"]
    leave = next(a for a in links if a["href"] == "https://example.vn/")
    assert links.index(leave) == 1  # only the skip link stands before it
    assert "noreferrer" in (leave["rel"] or "")


def test_the_counter_keeps_its_place_and_says_what_it_is() -> None:
    shown = page(footer_counter="visits/counter.html")
    image = next(a for t, a in read(shown).found if t == "img" and a["src"] == "/luot-xem.svg")
    assert image["width"]
    assert image["height"]
    assert image["alt"] == "đọc số lượt xem"


def test_pictures_have_a_size_and_words() -> None:
    for tag, attributes in read(page()).found:
        if tag == "img":
            assert {"width", "height", "alt"} <= set(attributes)


def test_what_was_sought_is_marked_and_escaped() -> None:
    include = "{% include 'ui/parts/pieces.html' %}"
    shown = fragment(include, pieces=[Stretch("a<b "), Stretch("hội", hit=True)])
    assert shown == "a&lt;b <mark>hội</mark>"


def test_the_page_of_parts_is_read_in_english_too() -> None:
    with override("en"):
        shown = page()
    assert '<html lang="en">' in shown
    assert "The parts of the design" in shown


def test_a_heading_can_be_linked_to() -> None:
    assert fragment("{{ v|anchor }}", v="Đăng ký ở đâu?") == "dang-ky-o-dau"


@override_settings(TEMPLATES=PLAIN)
def test_the_page_of_parts_is_served_without_a_cookie(rf) -> None:
    answer = parts_page(rf.get("/"))
    assert answer.status_code == 200
    assert not answer.cookies
