"""The templates: the frame of a page, every part, and what a strict content policy refuses."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils.translation import override

from mangnon.ui.views import parts_context, parts_page

# Templates without the context of the public site, which stands on a higher floor.
PLAIN = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
EMPTY_TAGS = {"meta", "link", "br", "hr", "img", "input"}


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
        assert tag not in ("script", "style", "iframe", "form")
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


@override_settings(TEMPLATES=PLAIN)
def test_the_page_of_parts_is_served_without_a_cookie(rf) -> None:
    answer = parts_page(rf.get("/"))
    assert answer.status_code == 200
    assert not answer.cookies
