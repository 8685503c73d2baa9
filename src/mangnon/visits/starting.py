"""The number that the old site had reached: told by the pack, which stands above this room."""

from collections.abc import Callable

_ASKED: list[Callable[[], int]] = []


def offer(before: Callable[[], int]) -> None:
    """Say who knows the number; once, from an app's ``ready``."""
    _ASKED[:] = [before]


def visits_before() -> int:
    """Return the views that were counted before the first of ours."""
    return _ASKED[0]() if _ASKED else 0
