"""An editor's act is whole: what she changes, Wagtail's log and the trail stand or fall as one."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver

from mangnon.pages.unlogged import logged_by

_READS = ("GET", "HEAD", "OPTIONS")


def whole(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Have every page that is sent something act in one transaction."""
    found = list(patterns)
    for pattern in found:
        if isinstance(pattern, URLResolver):
            whole(pattern.url_patterns)
        else:
            pattern.callback = _in_one_transaction(pattern.callback)
    return found


def _in_one_transaction(view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method in _READS:
            return view(request, *args, **kwargs)
        with transaction.atomic(), logged_by(request.user):
            return view(request, *args, **kwargs)

    return page
