"""Names of Word's XML (ECMA-376, part 1: WordprocessingML)."""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NUMBERED = ("numbering", "styles")  # the parts that say how paragraphs are numbered


def value(element: Element | None, *path: str) -> str:
    """Return the value of what stands below an element by its names; empty where it does not."""
    for name in path:
        element = None if element is None else element.find(f"{W}{name}")
    return "" if element is None else element.get(f"{W}val", "")
