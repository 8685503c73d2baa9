"""Which figures a release withholds, so that no count of persons under five can be derived.

A count of persons from 1 to 4 is withheld, in the numerator, in its complement and in the
denominator; 0 is shown. Then whatever else would reveal it: a total with one withheld part gives
the part away by difference. :func:`withhold` withholds more figures, those that lose least, until
every withheld small count could have another value, three where that is to be had without
withholding much. That is shown by exhibiting such values: in whole other tables, each checked
against all that is published.

The reader is taken to know: every published figure of this release and of the one before, all
sums between figures, that counts are whole and not negative, that a part is at most its whole,
and which counts the rule itself withheld (so that they are from 1 to 4, or their complements);
that last not where the rule would give counts away by itself, see :mod:`decoys`.
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
