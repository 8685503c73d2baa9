"""The main public pages in a second engine: Firefox."""

import pytest

from tests.e2e.test_portal import TEMPLATES
from tests.support.firefox import Firefox

pytestmark = [pytest.mark.browser, pytest.mark.screen, pytest.mark.long, pytest.mark.django_db]

WIDTHS = (390, 1280)
# What a page that came out whole has: its one heading, its language, its own style.
LOOK = """
const style = getComputedStyle(document.body);
return {
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    sideways: document.documentElement.scrollWidth - window.innerWidth,
    styled: document.styleSheets.length,
    font: style.fontFamily,
    pictures: [...document.querySelectorAll("main svg")].filter(
        one => !one.closest("[hidden]") && one.getBoundingClientRect().width === 0).length,
    cookie: document.cookie,
};
"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    browser = Firefox(tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES)
def test_a_page_comes_out_whole(path, site, firefox):
    firefox.open(f"{site}{path}")
    for width in WIDTHS:
        firefox.narrow(width)
        seen = firefox.run(LOOK)
        assert seen["headings"] == 1
        assert seen["language"] == ("en" if path.startswith("/en/") else "vi")
        assert seen["sideways"] <= 0
        assert seen["styled"] > 0
        assert seen["cookie"] == ""


def test_a_promise_is_reached_by_its_link(site, firefox):
    firefox.open(f"{site}/")
    firefox.open(firefox.run("return document.querySelector('#T2 h2 a').href"))
    assert "/loi-hua/T2/" in firefox.run("return location.href")
