"""What kept libraries say is said in Vietnamese: once, with all its parts, and from our files."""

import re

import pytest
from django.utils.translation import gettext, ngettext, override
from django.views.i18n import JavaScriptCatalog

DOMAINS = ("django", "djangojs")
# What a sentence must carry over: names filled in, tags, the marks for letters of markup.
CARRIED = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|</?\w[^>]*>|&\w+;")
# Left out on purpose: the value is a key that nobody who fills in a form has seen.
UNNAMED = {"Select a valid choice. %(value)s is not one of the available choices."}


def carried(words: str) -> list[str]:
    return sorted(CARRIED.findall(words))


@pytest.fixture(scope="module", params=DOMAINS)
def written(messages, request):
    """Every sentence of one domain, as our files have it."""
    return list(messages.written_for_libraries(request.param))


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_words_are_current(messages, domain):
    kept = messages.compiled_for_libraries(domain).read_bytes()
    assert kept == messages.compiled(messages.for_libraries(domain)), "run: make messages"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_libraries_say_nothing_that_has_no_vietnamese(messages, domain):
    assert messages.unsaid(domain) == set(), "say it in locale/vi/parts"


def test_no_sentence_has_two_translations(messages, written):
    said: dict[tuple[str, str | None], object] = {}
    for one in written:
        assert said.setdefault(messages.key(one), one.string) == one.string, one.id


def test_every_sentence_is_translated_and_none_in_doubt(messages, written):
    assert [one.id for one in written if one.fuzzy or not all(messages.forms(one.string))] == []


def test_a_translation_carries_what_is_filled_in(messages, written):
    for one in (other for other in written if other.id not in UNNAMED):
        # "1 page" and "%(counter)s pages" are one sentence in Vietnamese: the one that counts.
        asked = [carried(form) for form in messages.forms(one.id)]
        asked = [form for form in asked if form] or [[]]
        for said in messages.forms(one.string):
            assert carried(said) in asked, one.id


def test_a_translation_keeps_the_spaces_around_it(messages, written):
    for one in written:
        asked = messages.first(one.id)
        for said in messages.forms(one.string):
            assert said[:1].isspace() == asked[:1].isspace(), one.id
            assert said[-1:].isspace() == asked[-1:].isspace(), one.id


def test_sentences_of_our_own_stay_as_they_are(messages, written):
    own = {messages.first(one) for one in messages.collected()}
    assert own & {messages.first(one.id) for one in written} == set()


def test_our_words_are_those_that_are_said():
    with override("vi"):
        assert gettext("Choose a page") == "Chọn trang"
        assert ngettext("Delete 1 page", "Delete %(counter)s pages", 1) == "Xóa %(counter)s trang"


def test_our_words_are_those_that_are_said_in_the_browser(rf):
    with override("vi"):
        answer = JavaScriptCatalog.as_view()(rf.get("/")).content.decode()
    assert r'"A network error occurred.": "L\u1ed7i m\u1ea1ng."' in answer
