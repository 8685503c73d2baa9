"""Promise: everybody can use every public page: by eye or by ear, at any width and size of text, in
light or dark, by keyboard alone, without scripts. WCAG 2.2 AA, as far as it can be measured.

``make test`` looks at every template once in one browser; the whole matrix is long.
"""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import override_settings
from django.test.signals import template_rendered
from django.urls import get_resolver, resolve

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.duties.actions import hand_down, put_duty
from mangnon.duties.deadlines import Deadline
from mangnon.legislation.models import Clause, Document, Original
from mangnon.pages.models import SectionPage
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree
from mangnon.portal.written.frame import EXIT
from tests.support import every_block, looking, walking
from tests.support.firefox import Firefox
from tests.support.public_house import routes, templates
from tests.support.public_pages import FILES, PAGES, REFUSED, TEMPLATES

pytestmark = [pytest.mark.browser, pytest.mark.screen, pytest.mark.django_db]
WORDS = {
    "law-102-2016": "Trẻ em là người dưới 16 tuổi.",
    "law-25-2004": "Trẻ em là công dân Việt Nam dưới 16 tuổi.",
}
WIDTHS = (320, 768, 1280)
BARE = ("services", "offices", "reports")  # whose lists stand by themselves in English
WITH_A_WAY_OUT = PAGES["situation with a way out"]
# What is walked through each time: the longest frame, a map with its table, a bar that stays.
WALKED = [(PAGES["first page"], 320), (PAGES["scorecard"], 1280), (WITH_A_WAY_OUT, 320)]


@pytest.fixture(scope="module")
def house(site, chromium, django_db_blocker):
    """The public house of a demonstration, with a page of every block and a list by itself."""
    with django_db_blocker.unblock():
        english = SectionPage.objects.filter(locale__language_code="en")
        english.filter(kind__in=BARE).update(live=False)
        every_block.write()
        for code, text in WORDS.items():
            Clause.objects.create(
                document=Document.objects.get(code=code), anchor="dieu-1", level="dieu",
                label_vi="Điều 1", label_en="Article 1", text=text,
            )  # fmt: skip
        Original.objects.create(
            document=Document.objects.get(code="law-102-2016"), name="luat.pdf", kind="pdf",
            size=20_000, digest="0" * 64, pages=2, pictures=2, brought_on=date(2026, 1, 1),
            kept_on=date(2026, 1, 1),
        )  # fmt: skip
        _hand_down(Clause.objects.get(document__code="law-102-2016", anchor="dieu-1"))
        if connection.vendor == "sqlite":
            # The transaction round each test only reads: the site need not wait for its end.
            connection.transaction_mode = "DEFERRED"
    with override_settings(DEMO=True):
        yield site


def _hand_down(clause):
    """Have a clause set a duty of every commune."""
    warrant = demonstration_warrant()
    lead = Office.objects.filter(valid_to=None)[0]
    duty = put_duty(
        "moi-xa", document=clause.document, clause=clause, lead=lead,
        title_vi="Quán triệt Luật", title_en="Bring the law down", warrant=warrant,
    )  # fmt: skip
    within = Place.objects.get(pk=Tree.on(clock.today()).root)
    until = Deadline("by", clock.today() + timedelta(days=60))
    hand_down(duty, within=within, rule="communes", deadline=until, warrant=warrant)


@pytest.fixture
def look(house, visit):
    """Open a page in Chromium that can be looked at, and shows one address after the other."""
    return lambda **options: looking.InChromium(visit("/", **options), house)


@contextmanager
def drawn():
    """Collect the names of the templates that are drawn."""
    names = set()

    def hear(template, **_rest):
        names.add(template.name)

    template_rendered.connect(hear)
    yield names
    template_rendered.disconnect(hear)


def nothing(wrong):
    """Tell that no page has anything wrong; fail with all of it otherwise."""
    lines = [f"{name}: {words}" for name, found in wrong.items() for words in found]
    assert not lines, "\n".join(lines)
    return True


def told(name, complaints):
    """Return what the console complained of, but for the refusal that was asked for."""
    refused = str(REFUSED.get(name, "never"))
    said = [words for words in complaints if refused not in words]
    complaints.clear()
    return said


def test_every_template_is_fit_for_everybody(look):
    """On a telephone, and with text of twice the size; nothing complains and nothing is missing."""
    shown, wrong = look(), {}
    with drawn() as names:
        for name, path in TEMPLATES.items():
            shown.narrow(320)
            shown.to(path)
            found = looking.complaints(shown)
            shown.narrow(1280)
            looking.enlarge(shown)
            found += [f"twice as large: {words}" for words in looking.measured(shown)]
            wrong[name] = found + told(name, shown.page.complaints)
    assert nothing(wrong)
    assert templates() - names == set(), "no page in tests/support/public_pages.py shows these"


def test_every_route_has_its_page():
    known = {name.partition(":")[2] or name for name, _ in routes(get_resolver().url_patterns)}
    shown = {resolve(path.partition("?")[0]).url_name for path in PAGES.values()}
    files = {name for name in known if name.endswith("-figures")} | FILES
    assert known - files - shown - {"parts-en"} == set()


@pytest.mark.parametrize(("path", "width"), WALKED)
def test_the_keyboard_reaches_everything_in_order(path, width, look):
    shown = look(width=width)
    shown.to(path)
    assert walking.complaints(shown.page) == []


def test_the_first_stop_leads_to_the_content(house, visit):
    page = visit("/", 320)
    page.keyboard.press("Tab")
    assert page.locator(".skip").first.is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


def pressed_until(page, selector, most):
    """Press Tab until something is reached, and return after how many times."""
    for times in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.locator(":focus").and_(page.locator(selector)).count():
            return times
    raise AssertionError(f"{selector} was not reached")


def test_the_menu_opens_closes_and_leads_on_without_scripts_or_mouse(house, visit):
    page = visit("/", 320, java_script_enabled=False)
    menu = page.locator(".sections nav")
    pressed_until(page, "summary", 9)
    for shown in (True, False, True):
        page.keyboard.press("Enter")
        assert menu.is_visible() == shown
    pressed_until(page, ".sections li:nth-child(2) a", 2)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("[aria-current]").count() > 0


def test_from_the_search_box_to_the_first_answer_without_scripts_or_mouse(house, visit):
    page = visit("/", java_script_enabled=False)
    pressed_until(page, "input[name=q]", 6)
    page.keyboard.type("hoi nghi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/**")
    for skipping in (".skip", ".skip.here"):  # to the content, and past the filters
        pressed_until(page, skipping, 3)
        page.keyboard.press("Enter")
    pressed_until(page, ".results h2 a", 1)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "tim-kiem" not in page.url


def test_the_other_language_and_the_way_out_without_scripts(house, visit):
    page = visit(WITH_A_WAY_OUT, 320, java_script_enabled=False)
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    asked = []
    page.context.route(f"{EXIT}**", lambda one: (asked.append(one.request), one.fulfill(body="")))
    page.evaluate("scrollTo(0, 2000)")
    page.locator(".exit a").click()
    assert [one.url for one in asked] == [EXIT]
    assert "referer" not in asked[0].headers


@pytest.mark.long
def test_scripts_make_no_difference(house, visit):
    with_them, without = (visit("/", java_script_enabled=one) for one in (True, False))
    for path in PAGES.values():
        read = []
        for page in (with_them, without):
            page.goto(f"{house}{path}")
            read.append(page.locator("body").inner_text())
        assert read[0] == read[1], path


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_walked(width, look):
    shown, wrong = look(width=width), {}
    for name, path in PAGES.items():
        shown.to(path)
        wrong[name] = walking.complaints(shown.page)
    assert nothing(wrong)


def both_languages(shown):
    """Open every page, and then the same in English; yield what it is."""
    for name, path in PAGES.items():
        shown.to(path)
        yield name
        other = shown.run("document.querySelector('link[hreflang]').getAttribute('href')")
        shown.to(other)
        yield f"{name} in English"


def everything_wrong(shown):
    wrong = {}
    for name in both_languages(shown):
        for width in WIDTHS:
            shown.narrow(width)
            wrong[f"{name} at {width}"] = looking.complaints(shown)
    return wrong


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_every_width_in_both_languages_in_chromium(scheme, look):
    assert nothing(everything_wrong(look(color_scheme=scheme)))


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_every_width_in_both_languages_in_firefox(scheme, house, tmp_path):
    firefox = Firefox(tmp_path, dark=scheme == "dark")
    try:
        assert nothing(everything_wrong(looking.InFirefox(firefox, house)))
    finally:
        firefox.close()
