"""Looks at a page as people do who read it large or narrow: axe, and measures of our own.

The same in both browsers: each only has to open an address, become narrow, and run an expression.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.support.firefox import Firefox

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SCRIPT = AXE_SCRIPT + Path(__file__).with_name("measuring.js").read_text(encoding="utf-8")
_AXE = f"axe.run(document, {json.dumps({'runOnly': TAGS, 'resultTypes': ['violations']})})"
_MEASURES = ("sideways", "cut", "overlapping", "small")
_READY = "document.fonts.ready.then(() => true)"


class Shown(Protocol):
    """A browser that shows a page of the public house."""

    def to(self, path: str) -> None:
        """Open an address of the house."""

    def narrow(self, width: int) -> None:
        """Make the page this wide."""

    def run(self, expression: str) -> Any:
        """Return what an expression is on the page."""


@dataclass(frozen=True)
class InChromium:
    """A page of Chromium."""

    page: Page
    house: str

    def __post_init__(self) -> None:
        self.page.add_init_script(_SCRIPT)

    def to(self, path: str) -> None:
        self.page.goto(f"{self.house}{path}")
        self.run(_READY)

    def narrow(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def run(self, expression: str) -> Any:
        return self.page.evaluate(expression)


@dataclass(frozen=True)
class InFirefox:
    """The window of a Firefox."""

    firefox: Firefox
    house: str

    def to(self, path: str) -> None:
        self.firefox.open(f"{self.house}{path}")
        self.firefox.run(_SCRIPT)
        self.run(_READY)

    def narrow(self, width: int) -> None:
        self.firefox.narrow(width)
        assert self.run("innerWidth") == width

    def run(self, expression: str) -> Any:
        return self.firefox.run(f"return {expression}")


def complaints(shown: Shown) -> list[str]:
    """Return what axe finds, what sticks out, is cut, lies on other text, or is small to hit."""
    return [*_by_axe(shown), *measured(shown)]


def _by_axe(shown: Shown) -> list[str]:
    return [
        f"{rule['id']}: {node['target']} {' '.join(node['failureSummary'].split())}"
        for rule in shown.run(_AXE)["violations"]
        for node in rule["nodes"]
    ]


def measured(shown: Shown) -> list[str]:
    """Return what our own measures find."""
    found = shown.run(f"({{{', '.join(f'{one}: measure.{one}()' for one in _MEASURES)}}})")
    return [f"{kind}: {words}" for kind, rows in found.items() for words in rows]


def enlarge(shown: Shown) -> None:
    """Have the text twice as large, as a reader's own setting would."""
    shown.run("document.documentElement.style.fontSize = '200%'")
