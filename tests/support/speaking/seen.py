"""What a page of the editors' house says, seen or read aloud: text, labels, what scripts show.

The scripts there draw what they are given as JSON in attributes and script elements, so that is
read, too, and markup that stands inside it.
"""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

_SAID = frozenset(
    {"aria-description", "aria-label", "aria-roledescription", "alt", "label", "placeholder",
     "title", "data-w-tooltip-content-value", "summary"}
)  # fmt: skip
# What somebody wrote is no word of the house's; code says nothing.
_SILENT = frozenset({"script", "style", "textarea", "code", "svg", "pre"})
_COUNTS = "data-side-panel-toggle-counter"  # holds a number, and is hidden without one
_BUTTONS = frozenset({"button", "reset", "submit"})
# Under which names scripts find words.
_SHOWN = frozenset(
    {"action", "blockLabel", "description", "error", "heading", "help", "helpText", "label",
     "message", "messages", "name", "placeholder", "singular", "strings", "text", "title",
     "typeName", "verboseName"}
)  # fmt: skip
# What is of the house's code, and under "value" what somebody wrote.
_IDENTIFIES = frozenset({"classnames", "classname", "className", "icon", "iconName", "id", "url",
                         "href", "type", "src", "value"})  # fmt: skip


class Said(NamedTuple):
    """A text, and where in the page it stands."""

    where: str
    text: str


def said(page: str) -> list[Said]:
    """Return every text of a page or of a piece of one; a piece may come inside JSON."""
    if page.lstrip()[:1] in ("{", "["):
        return list(_in_json(page, "json"))
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Said] = []
        self._open: list[str] = []
        self._json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        words = {name: value or "" for name, value in attrs}
        for name, value in words.items():
            if name in _SAID:
                self._add(f"{tag}[{name}]", value)
            elif value[:1] in ("{", "["):
                self.found += _in_json(value, f"{tag}[{name}]")
            elif name.startswith("data-") and "<" in value:
                self.found += said(value)
        if tag == "input" and words.get("type") in _BUTTONS:
            self._add("input[value]", words.get("value", ""))
        if tag in _SILENT or _COUNTS in words:
            self._open.append(tag)
            self._json = tag == "script" and "json" in words.get("type", "")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
            self._json = False

    def handle_data(self, data: str) -> None:
        if self._json:
            self.found += _in_json(data, "script")
        elif not self._open:
            self._add("text", data)

    def _add(self, where: str, text: str) -> None:
        if text.strip():
            self.found.append(Said(where, " ".join(text.split())))


def _in_json(text: str, where: str) -> Iterator[Said]:
    try:
        found = json.loads(text)
    except ValueError:
        return
    yield from _walk(found, where, shown=False)


def _walk(value: Any, where: str, *, shown: bool) -> Iterator[Said]:
    """Yield the texts of a value; a plain string counts where its name says that it is shown."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in _IDENTIFIES:
                yield from _walk(one, f"{where}.{name}", shown=name in _SHOWN or shown)
    elif isinstance(value, list):
        for one in value:
            yield from _walk(one, where, shown=shown)
    elif isinstance(value, str):
        yield from _string(value, where, shown=shown)


def _string(value: str, where: str, *, shown: bool) -> Iterator[Said]:
    if value[:1] in ("{", "["):
        yield from _in_json(value, where)
    elif "<" in value:
        yield from said(value)
    elif shown and value.strip() and _is_sentence(value, where):
        yield Said(where, " ".join(value.split()))


def _is_sentence(value: str, where: str) -> bool:
    """Whether a string is said: "name" is a word in a menu and a key elsewhere."""
    return not where.endswith((".name", ".action")) or " " in value or value[:1].isupper()
