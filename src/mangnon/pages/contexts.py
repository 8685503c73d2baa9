"""What a written page shows besides its own words: each kind's part is offered from above.

The pages lie below the public site, which knows figures, procedures, services and search; it
registers here what a kind of page takes from them, for readers and for an editor's preview alike.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Context = dict[str, Any]
Offer = Callable[[Any, Any], Context]
_OFFERED: dict[str, Offer] = {}


def offer(kind: str, context: Offer) -> None:
    """Say what pages of a kind (the model's name) show; once, from an app's ``ready``."""
    _OFFERED[kind] = context


def context_of(page: Any, request: HttpRequest | None = None) -> Context:
    """Return what is offered for a page; nothing where nobody offers anything."""
    found = _OFFERED.get(type(page).__name__)
    return {} if found is None else found(page, request)
