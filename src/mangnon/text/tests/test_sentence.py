import pickle
from dataclasses import FrozenInstanceError

import pytest

from mangnon.text.sentence import DomainError, Sentence

GREETING = Sentence(vi="Không tìm thấy xã.", en="The commune was not found.")


class NotFoundError(DomainError):
    """A domain error as a subject would declare it."""


def test_a_sentence_prints_vietnamese_first() -> None:
    assert str(GREETING) == "Không tìm thấy xã. / The commune was not found."


def test_a_sentence_is_given_in_either_language() -> None:
    assert GREETING.in_language("vi") == "Không tìm thấy xã."
    assert GREETING.in_language("en") == "The commune was not found."


def test_a_sentence_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        GREETING.vi = "Khác"  # type: ignore[misc]  # the assignment is what is refused


def test_an_error_carries_its_sentence() -> None:
    error = NotFoundError(GREETING)
    assert error.sentence is GREETING
    assert str(error) == str(GREETING)


def test_an_error_crosses_a_process_boundary_whole() -> None:
    copy = pickle.loads(pickle.dumps(NotFoundError(GREETING)))
    assert type(copy) is NotFoundError
    assert copy.sentence == GREETING
