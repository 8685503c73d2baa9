"""Every sentence of the program has its English, and the compiled catalogue is current."""

from datetime import UTC, datetime

import pytest


def test_every_sentence_has_its_english(messages):
    assert messages.missing(messages.updated()) == [], "run: make messages, then translate"


def test_the_catalogue_holds_what_the_code_says(messages):
    assert {one.id for one in messages.held() if one.id} == messages.collected()


def test_the_compiled_catalogue_is_current(messages):
    assert messages.COMPILED.read_bytes() == messages.compiled(messages.held())


@pytest.mark.parametrize("name", ["held", "for_libraries"])
def test_a_catalogue_compiles_to_the_same_bytes_on_any_day(messages, name):
    today, later = getattr(messages, name)(), getattr(messages, name)()
    later.creation_date = later.revision_date = datetime(2031, 5, 4, tzinfo=UTC)
    assert messages.compiled(today) == messages.compiled(later)


def test_placeholders_are_the_same_in_english(messages):
    for one in messages.held():
        if one.id:
            asked = set(messages.PLACEHOLDER.findall(messages.first(one.id)))
            for english in messages.forms(one.string):
                assert set(messages.PLACEHOLDER.findall(english)) == asked, one.id


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('{% translate "Một" %}', ["Một"]),
        ("{% translate 'Một' as label %}", ["Một"]),
        ("{{ title|default:_(\"Một\") }}", ["Một"]),
        (
            "{% blocktranslate trimmed with n=x %}\n  Đợt {{ n }},\n  100% {% endblocktranslate %}",
            ["Đợt %(n)s, 100%%"],
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} em{% plural %}{{ n }} em{% endblocktranslate %}",
            [("%(n)s em", "%(n)s em")],
        ),
    ],
)  # fmt: skip
def test_sentences_are_found_in_templates(messages, template, found):
    assert list(messages.in_template(template)) == found


def test_sentences_are_found_in_python(messages):
    text = 'from x import gettext as _\na = _("Một") + lazy.gettext("Hai") + other("Ba")\n'
    assert sorted(messages.in_python(text)) == ["Hai", "Một"]
