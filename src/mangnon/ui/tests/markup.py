"""Reads drawings back: what is in them, by class."""

from xml.etree import ElementTree


def read(markup: str) -> ElementTree.Element:
    """Parse a drawing or a fragment; fails on markup that is not well formed."""
    return ElementTree.fromstring(f"<div>{markup}</div>")


def all_of(markup: str, class_name: str) -> list[ElementTree.Element]:
    """Find every element that carries a class."""
    return [e for e in read(markup).iter() if class_name in e.get("class", "").split()]


def texts(markup: str) -> list[str]:
    """List every line of text drawn."""
    return [element.text or "" for element in read(markup).iter("text")]
