"""Statuses and remarks: closed lists, told apart without colour."""

from typing import get_args

import pytest

from mangnon.ui import markers, statuses
from mangnon.ui.tests.markup import read


def test_the_list_is_closed_and_each_has_word_and_mark() -> None:
    assert set(statuses.WORDS) == set(statuses.MARKS) == set(get_args(statuses.Status))
    assert len(statuses.WORDS) == 10


def test_no_two_share_a_word_or_a_mark() -> None:
    assert len({str(word.word) for word in statuses.WORDS.values()}) == 10
    assert len({statuses.mark_svg(status) for status in statuses.WORDS}) == 10


@pytest.mark.parametrize("status", statuses.WORDS)
def test_a_mark_is_hidden_from_screen_readers(status: str) -> None:
    assert next(read(statuses.mark_svg(status)).iter("svg")).get("aria-hidden") == "true"


@pytest.mark.parametrize("give", [statuses.tone_of, statuses.mark_svg, markers.marker_of])
def test_a_word_outside_the_list_is_refused(give) -> None:
    with pytest.raises(ValueError, match="'fine' is not one of"):
        give("fine")


def test_red_and_ochre_only_where_late_or_near() -> None:
    tones = {status: statuses.tone_of(status) for status in statuses.WORDS}
    assert {s for s, tone in tones.items() if tone == "late"} == {"missed", "behind"}
    assert {s for s, tone in tones.items() if tone == "near"} == {"too_close"}
