"""On which line each key of a TOML file stands. Reads only what :mod:`tomllib` accepted."""

import re
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_HEAD = re.compile(r"\s*(\[\[?)([^\]]+)\]\]?")
_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(\.|=|$)""")
_OPENERS = ('"""', "'''", '"', "'")


def lines_of(text: str) -> dict[Path, int]:
    """Return {path of keys and list positions: line, from 1}; the file itself is ``()``."""
    found: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    here: Path = ()
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        head = _HEAD.match(line)
        start = number
        if head:
            here = _section(_keys(head[2]), head[1] == "[[", counts)
            found.setdefault(here, number + 1)
        elif line.strip() and not line.lstrip().startswith("#"):
            path = (*here, *_keys(line))
            for depth in range(len(here) + 1, len(path) + 1):
                found.setdefault(path[:depth], start + 1)
            number = _end_of_value(lines, number)
        number += 1
    return found


def _keys(text: str) -> tuple[str, ...]:
    """Read a dotted key up to its ``=`` or its end."""
    keys: list[str] = []
    at = 0
    while part := _PART.match(text, at):
        keys.append(next(group for group in part.groups()[:3] if group is not None))
        at = part.end()
        if part[4] != ".":
            break
    return tuple(keys)


def _section(keys: tuple[str, ...], repeated: bool, counts: dict[Path, int]) -> Path:
    """Turn a header into a path: a list's tables are numbered, and the last one is meant."""
    path: Path = ()
    for key in keys[:-1]:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, *keys[-1:])
    if repeated:
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _end_of_value(lines: list[str], number: int) -> int:
    """Return the line on which the value that begins on line ``number`` ends."""
    depth, quote = 0, ""
    column = lines[number].index("=") + 1 if "=" in lines[number] else 0
    while True:
        depth, quote = _scan(lines[number][column:], depth, quote)
        if (depth <= 0 and not quote) or number + 1 >= len(lines):
            return number
        number, column = number + 1, 0


def _scan(text: str, depth: int, quote: str) -> tuple[int, str]:
    """Follow brackets and quotes to the end of a line; a one-line quote ends with it."""
    at = 0
    while at < len(text):
        if quote:
            at, quote = _in_quote(text, at, quote)
            continue
        opener = next((o for o in _OPENERS if text.startswith(o, at)), "")
        if opener:
            at, quote = at + len(opener), opener
            continue
        if text[at] == "#":
            break
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(text[at], 0)
        at += 1
    return depth, quote if len(quote) == 3 else ""


def _in_quote(text: str, at: int, quote: str) -> tuple[int, str]:
    if text[at] == "\\" and quote[0] == '"':
        return at + 2, quote
    if text.startswith(quote, at):
        return at + len(quote), ""
    return at + 1, quote
