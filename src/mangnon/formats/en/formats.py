"""English of this house: days are written as in Vietnamese, so nobody reads one for another."""

from mangnon.formats.vi.formats import *  # noqa: F403

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
