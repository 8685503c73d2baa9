"""Walks through a page with the Tab key, and says what is wrong with the way."""

from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

_MORE = 5  # stops that are the browser's own: frames that can be scrolled
Stop = dict[str, Any]


def _walk(page: Page) -> list[Stop]:
    """Press Tab from the top of the page until the page is left; return where the focus was."""
    most = page.evaluate("measure.ready()") + _MORE
    stops: list[Stop] = []
    while len(stops) <= most:
        page.keyboard.press("Tab")
        stop = page.evaluate("measure.stop()")
        if stop is None or (stops and stop["number"] == stops[0]["number"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"the focus never leaves: {[one['name'] for one in stops[-5:]]}")


def complaints(page: Page) -> list[str]:
    """Say which stops are not seen, which are out of order, and what was never reached."""
    stops = _walk(page)
    numbers = [one["number"] for one in stops if one["number"] >= 0]
    return [
        *(f"no focus to be seen on {one['name']}" for one in stops if not one["marked"]),
        *(f"under something else: {one['name']}" for one in stops if one["hidden"]),
        *(f"goes back up from {a['name']} to {b['name']}" for a, b in pairwise(stops) if _up(a, b)),
        *(f"never reached: {name}" for name in page.evaluate(f"measure.unreached({numbers})")),
        *(f"out of turn: {name}" for name in page.evaluate("measure.odd()")),
    ]


def _up(one: Stop, other: Stop) -> bool:
    """Tell whether the focus goes from a place up to another of the same column."""
    if one["drawn"] or other["drawn"]:
        return False  # the shapes of a map stand where they lie
    left, _, right, _ = one["box"]
    beside = other["box"][0] >= right or other["box"][2] <= left
    return not beside and other["box"][3] <= one["box"][1] + 1
