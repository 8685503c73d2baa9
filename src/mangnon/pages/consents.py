"""Which pictures of a page show a child who may not be shown."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mangnon.pages.models.pictures import Picture


def pictures_in(body: Iterable[Any] | None) -> Iterator[Picture]:
    """Yield the pictures of a body of blocks."""
    for block in body or ():
        if block.block_type == "picture" and block.value.get("image"):
            yield block.value["image"]


def unseen_children(lead: Picture | None, body: Iterable[Any] | None, on: date) -> list[str]:
    """Return the titles of the pictures that the public may not see on the day."""
    found = [*([lead] if lead else []), *pictures_in(body)]
    return [one.title for one in found if not one.may_be_shown(on)]
