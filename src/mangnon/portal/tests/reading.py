"""Reading a page as a person does."""

import re


def plain(markup: str) -> str:
    """The words of a page without its tags; every space is a plain one."""
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())
