"""Tables that turn text letter by letter, quick for Latin letters and right for all others."""

from collections.abc import Callable

_LATIN = (*range(0x0000, 0x0250), *range(0x1E00, 0x1F00))


class LetterTable(dict[int, str]):
    """A table for `str.translate` made of a function of one character.

    Latin letters are made ready; others are worked out each time, so that no reader's text can
    make the table grow.
    """

    def __init__(self, turn: Callable[[str], str]) -> None:
        super().__init__({code: turn(chr(code)) for code in _LATIN})
        self._turn = turn

    def __missing__(self, code: int) -> str:
        return self._turn(chr(code))
