"""Collects the mistakes of a file, so that the reader learns of all of them at once."""

from collections.abc import Callable
from typing import TypeVar

from mangnon.growth.survey.cells import UnreadableError, text_of
from mangnon.growth.survey.errors import SurveyError
from mangnon.growth.survey.sheet import Cell
from mangnon.text.sentence import Sentence

SHOWN = 10
"""Mistakes told one by one; of the others the number."""

Value = TypeVar("Value")


class Mistakes:
    """What is wrong in single cells, each with its row and column."""

    def __init__(self) -> None:
        self._told: list[Sentence] = []
        self._count = 0

    def add(self, row: int, column: str, vi: str, en: str) -> None:
        """Note what is wrong in one cell."""
        self._count += 1
        if self._count <= SHOWN:
            vi_where, en_where = f"Dòng {row}, cột '{column}'", f"Row {row}, column '{column}'"
            self._told.append(Sentence(vi=f"{vi_where}: {vi}.", en=f"{en_where}: {en}."))

    def read(
        self, parse: Callable[[Cell], Value], cell: Cell, row: int, column: str, instead: Value
    ) -> Value:
        """Read a cell; where it is not what it should be, note that and give `instead`."""
        try:
            return parse(cell)
        except UnreadableError as problem:
            shown, wanted = text_of(cell)[:40], problem.wanted
            self.add(row, column, f"'{shown}' {wanted.vi}", f"'{shown}' {wanted.en}")
            return instead

    def refuse(self) -> None:
        """Raise SurveyError if there was any mistake."""
        if not self._told:
            return
        left = self._count - len(self._told)
        if left:
            self._told.append(Sentence(vi=f"Và {left} lỗi khác.", en=f"And {left} more mistakes."))
        raise SurveyError(self._told)
