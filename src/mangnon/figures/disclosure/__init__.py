"""Which figures a release withholds, so that no count of persons under five can be derived.

A count of persons from 1 to 4 is withheld, in the numerator, in its complement and in the
denominator; 0 is shown. Then whatever else would reveal it: a total with one withheld part gives
the part away by difference. :func:`withhold` withholds more figures, those that lose least, until
for every withheld count at least three values agree with all that is published (and with the
rule itself). That is shown by exhibiting them: whole alternative tables, each checked.

The reader is taken to know: every published figure of this release and of the one before, all
sums between figures, that counts are whole and not negative, that a part is at most its whole,
and of each count that the rule withheld, that it is from 1 to 4 (or its complement).
"""

from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Plan, Shown
from mangnon.figures.disclosure.errors import CannotProtect, SumsDisagree
from mangnon.figures.disclosure.planning import withhold
from mangnon.figures.disclosure.rules import SMALL, is_small

__all__ = [
    "SMALL",
    "CannotProtect",
    "Cell",
    "Cover",
    "Equation",
    "Key",
    "Plan",
    "Shown",
    "SumsDisagree",
    "is_small",
    "withhold",
]
