"""Writes SVG as text: elements with escaped attributes, colours only by class."""

from collections.abc import Sequence
from html import escape

Attribute = str | int | float | None
XY = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate with one decimal at most (a tenth of a pixel is never seen)."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(name: str, attributes: dict[str, Attribute], *children: str) -> str:
    """Write one element; ``children`` are markup already, attributes are escaped here."""
    written = "".join(
        f' {key}="{number(value) if isinstance(value, float) else escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def group(class_name: str, *children: str) -> str:
    """Write a group with a class, or nothing where it would be empty."""
    return element("g", {"class": class_name}, *children) if any(children) else ""


def text(x: float, y: float, content: str, class_name: str = "t") -> str:
    """Write one line of text."""
    place: dict[str, Attribute] = {"x": float(x), "y": float(y), "class": class_name}
    return element("text", place, escape(content, quote=False))


def lines(x: float, y: float, rows: Sequence[str], leading: float, class_name: str = "t") -> str:
    """Write several lines of text, the first on ``y``."""
    return "".join(text(x, y + leading * i, row, class_name) for i, row in enumerate(rows))


def line(start: XY, end: XY, class_name: str) -> str:
    """Write a straight line."""
    (x1, y1), (x2, y2) = start, end
    ends: dict[str, Attribute] = {
        "x1": float(x1),
        "y1": float(y1),
        "x2": float(x2),
        "y2": float(y2),
        "class": class_name,
    }
    return element("line", ends)


def polyline(points: Sequence[XY], class_name: str) -> str:
    """Write a line through points; one point alone draws nothing."""
    if len(points) < 2:
        return ""
    written = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("polyline", {"points": written, "class": class_name})


def circle(centre: XY, radius: float, class_name: str) -> str:
    """Write a circle."""
    x, y = centre
    return element(
        "circle", {"cx": float(x), "cy": float(y), "r": float(radius), "class": class_name}
    )


def link(href: str, label: str, *children: str) -> str:
    """Write a linked shape with its words; without an address only the words."""
    inside = (element("title", {}, escape(label, quote=False)), *children)
    if not href:
        return element("g", {}, *inside)
    return element("a", {"href": href, "aria-label": label}, *inside)


def picture(
    size: tuple[float, float],
    class_name: str,
    title: str,
    description: str,
    *children: str,
    role: str = "img",
) -> str:
    """Write the whole drawing with what it shows in words.

    A drawing whose shapes are links needs ``role="group"``: under ``img`` a screen reader would
    not find the links.
    """
    width, height = size
    attributes: dict[str, Attribute] = {
        "class": class_name,
        "viewBox": f"0 0 {number(float(width))} {number(float(height))}",
        "width": float(width),
        "height": float(height),
        "role": role,
        "aria-label": title,
    }
    words = element("title", {}, escape(title, quote=False))
    if description:
        words += element("desc", {}, escape(description, quote=False))
    return element("svg", attributes, words, *children)
