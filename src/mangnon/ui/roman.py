"""Roman numerals, by which sections of a document are counted."""

_SIGNS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Write a number up to 39."""
    written = ""
    for value, sign in _SIGNS:
        while number >= value:
            written, number = written + sign, number - value
    return written
