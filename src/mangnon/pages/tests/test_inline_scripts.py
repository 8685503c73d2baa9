"""Only the lines with which Wagtail starts its own fields run inside a page."""

import re

import pytest

from mangnon.pages.inline_scripts import digests

DATE = 'initDateChooser("id_date", {"dayOfWeekStart": 1, "format": "d/m/Y"});'
PANEL = """
    (function() {
        var panel = new InlinePanel(JSON.parse("\\u007B\\u0022a\\u0022: 1\\u007D"));
    })();
"""


@pytest.mark.parametrize("line", [DATE, PANEL, 'new ImageChooser("id_x", {"modalUrl": "/a/"});'])
def test_a_starting_line_is_named(line):
    assert len(digests(f"<p>x</p><script>{line}</script>")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "alert(1)",
        f"{DATE} alert(1)",
        'initDateChooser("id_date", {"a": alert(1)});',
        'initDateChooser("x", {"a": location="//x"});',
        "new ImageChooser(\"x\", {[document.title=1]: 'b'});",
        'initDateChooser("x", {"a": `${name}`});',
        'initDateChooser("x", {a: 1});',
        'initDateChooser("x", {}); fetch("/desk/tre-em/")',
        '(function() { var panel = new InlinePanel(JSON.parse("x")); alert(1); })();',
    ],
)
def test_what_is_smuggled_in_is_not(line):
    assert digests(f"<script>{line}</script>") == []


def test_every_script_of_an_editors_form_is_named(desk, written):
    answer = desk("phuc").get("/desk/cms/snippets/pages/consent/add/")
    policy = answer["Content-Security-Policy"]
    page = answer.content.decode()
    inside = re.findall(r"<script>.*?</script>", page, re.DOTALL)
    assert len(inside) >= 4
    assert len(digests(page)) == len(set(inside))
    assert all(one in policy for one in digests(page))


def test_a_day_is_read_day_first(desk, written):
    editor = desk("phuc")
    where = "/desk/cms/pages/add/pages/newspage/"
    from mangnon.pages.models import NewsIndexPage, NewsPage

    index = NewsIndexPage.objects.get(slug="tin-tuc")
    answer = editor.post(
        f"{where}{index.pk}/",
        {
            "title": "Ngày mười", "slug": "", "date": "03/04/2013", "date_note": "", "lead": "",
            "signature": "", "signed_by": "", "picture": "", "body-count": "0", "office": "",
            "contact": "", "review_by": "", "seo_title": "", "search_description": "",
            "related-TOTAL_FORMS": "0", "related-INITIAL_FORMS": "0", "related-MIN_NUM_FORMS": "0",
            "related-MAX_NUM_FORMS": "5", "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0", "comments-MIN_NUM_FORMS": "0",
            "comments-MAX_NUM_FORMS": "1000",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[:2000]
    page = NewsPage.objects.get(title="Ngày mười")
    assert (page.date.isoformat(), page.slug, page.live) == ("2013-04-03", "ngay-muoi", False)
