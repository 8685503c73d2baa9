"""The sentence of the verdict, in both languages, without a database."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from mangnon.portal.verdict import in_words, now_verdict, verdict
from mangnon.programme.status import STATUS_WORDS, Status, assess
from mangnon.programme.tests import promises
from mangnon.ui import statuses

EIGHT = [getattr(promises, f"T{number}") for number in range(1, 9)]


@pytest.mark.parametrize(
    ("language", "said", "now"),
    [
        (
            "vi",
            "Đến hết năm 2020: bốn điều đã giữ (trong đó hai trong sai số), bốn điều chưa giữ.",
            "Nay: sáu điều đạt mức đề ra, một điều chưa đạt, một điều chưa đến kỳ đánh giá.",
        ),
        (
            "en",
            "By the end of 2020: four kept (two of them within the margin of error), four not "
            "kept.",
            "Now: six at the promised level, one not there yet, one not yet assessed.",
        ),
    ],
)
def test_the_province_of_the_facts(language, said, now):
    assessments = [assess(question) for question in EIGHT]
    with override(language):
        assert verdict(assessments, language) == said
        assert now_verdict(assessments, language) == now


def test_before_the_due_date_it_speaks_of_the_way():
    early = [assess(replace(question, on=date(2016, 6, 30))) for question in EIGHT[:2]]
    with override("vi"):
        assert verdict(early, "vi").startswith("Đến nay: ")
        assert now_verdict(early, "vi") == ""


def test_nothing_judged_is_nothing_said():
    assert verdict([], "vi") == ""


@pytest.mark.parametrize(("count", "word"), [(0, "không"), (8, "tám"), (10, "mười"), (11, "11")])
def test_numbers_in_words(count, word):
    assert in_words(count, "vi") == word


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_pictures_and_arithmetic_use_one_word_a_status(status, language):
    with override(language):
        assert str(statuses.word_of(status).word) == STATUS_WORDS[status].in_language(language)
