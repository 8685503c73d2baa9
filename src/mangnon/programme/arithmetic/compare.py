"""Comparing a figure with what was promised, unrounded, and how to print it honestly."""

from fractions import Fraction

from mangnon.programme.arithmetic.inputs import Better, Comparator, Point, exact_number

# Beyond this the reader would see noise; the sentence beside the figure tells the verdict.
MOST_DECIMALS = 6


def meets(value: Fraction, comparator: Comparator, promised: Fraction) -> bool:
    """Whether the value keeps the promise. Both unrounded: = 100 is met at exactly 100."""
    if comparator == "<":
        return value < promised
    if comparator == "<=":
        return value <= promised
    if comparator == ">":
        return value > promised
    if comparator == ">=":
        return value >= promised
    return value == promised


def direction(comparator: Comparator, better: Better) -> int:
    """Return +1 where more is better and -1 where less is; "=" goes the indicator's way."""
    if comparator == "=":
        return 1 if better == "higher" else -1
    return 1 if comparator in (">", ">=") else -1


def bound(way: int) -> Comparator:
    """Return the comparator that asks for at least as good, going the better way."""
    return ">=" if way > 0 else "<="


def at_bound(comparator: Comparator, way: int) -> Comparator:
    """Return the comparator itself, and for "=" the one that reaches it going the better way."""
    return bound(way) if comparator == "=" else comparator


def at_least_as_good(value: Fraction, other: Fraction, way: int) -> bool:
    """Whether the value stands at or beyond the other, going the better way."""
    return (value - other) * way >= 0


def interval_holds(point: Point, threshold: Fraction) -> bool:
    """Whether the point has an interval and the threshold lies in it, ends included."""
    if point.lower is None or point.upper is None:
        return False
    return exact_number(point.lower) <= threshold <= exact_number(point.upper)


def decimals_needed(
    value: Fraction, comparator: Comparator, threshold: Fraction, fewest: int
) -> int:
    """Return how many decimals show both numbers without turning the verdict round."""
    verdict = meets(value, comparator, threshold)
    for decimals in range(fewest, MOST_DECIMALS):
        shown, against = rounded(value, decimals), rounded(threshold, decimals)
        if meets(shown, comparator, against) == verdict:
            return decimals
    return MOST_DECIMALS


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Round halves away from zero, as people and the pages do."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**decimals)
