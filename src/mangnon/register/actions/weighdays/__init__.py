"""A weigh day: opened with its children, typed row by row, recorded as one act, closed."""

from mangnon.register.actions.weighdays.judging import Judgement, Known, judge
from mangnon.register.actions.weighdays.knowing import known_of, standing
from mangnon.register.actions.weighdays.opening import (
    MOST_ROWS,
    add_to_weighday,
    close_weighday,
    open_weighday,
)
from mangnon.register.actions.weighdays.reading import BLANK, TypedValues
from mangnon.register.actions.weighdays.recording import (
    kept_elsewhere,
    record_weighday,
    rows_elsewhere,
)
from mangnon.register.actions.weighdays.typing import Outcome, settle_row, type_row

__all__ = [
    "BLANK",
    "MOST_ROWS",
    "Judgement",
    "Known",
    "Outcome",
    "TypedValues",
    "add_to_weighday",
    "close_weighday",
    "judge",
    "kept_elsewhere",
    "known_of",
    "open_weighday",
    "record_weighday",
    "rows_elsewhere",
    "settle_row",
    "standing",
    "type_row",
]
