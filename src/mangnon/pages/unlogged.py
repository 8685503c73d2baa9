"""What Wagtail does to pictures, files and snippets without a word in its log: it is logged here.

It keeps silent about files sent many at once or from within a chooser, and about what is done to
many together. What an editor's request touches is noted; at its end, within its transaction, what
Wagtail has not logged by then is, and so comes into the trail.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import get_snippet_models

from mangnon.access.models import User

Key = tuple[int, str]  # the kind of a thing, and its number


@dataclass(frozen=True, slots=True)
class _Act:
    thing: Model
    title: str
    verb: str


@dataclass(frozen=True, slots=True)
class _Request:
    """What an editor's request has touched so far, and what Wagtail has logged of it."""

    touched: dict[Key, _Act] = field(default_factory=dict)
    logged: set[Key] = field(default_factory=set)

    def touch(self, thing: Model, verb: str) -> None:
        """Note an act on a thing; one that is made, or deleted, is not merely edited."""
        key = (ContentType.objects.get_for_model(thing, for_concrete_model=False).pk, str(thing.pk))
        if key not in self.touched or verb == "delete":
            # A copy keeps its number when the thing is deleted.
            self.touched[key] = _Act(copy(thing), str(thing), verb)


_under_way: ContextVar[_Request | None] = ContextVar("editors_request", default=None)


@contextmanager
def logged_by(user: User | AnonymousUser) -> Iterator[None]:
    """Log at the end what somebody has done within and Wagtail has not logged."""
    request = _Request()
    token = _under_way.set(request)
    try:
        yield
    finally:
        _under_way.reset(token)
    for key, act in request.touched.items():
        if key not in request.logged:
            log(act.thing, f"wagtail.{act.verb}", user=user, title=act.title)


@receiver(post_save)
def kept(sender: type[Model], instance: Model, created: bool, **_: Any) -> None:
    """Note what is kept while an editor's request is under way."""
    request = _under_way.get()
    if request is None:
        return
    if isinstance(instance, ModelLogEntry):
        request.logged.add((instance.content_type_id, str(instance.object_id)))
    elif sender in _kinds():
        request.touch(instance, "create" if created else "edit")


@receiver(post_delete)
def gone(sender: type[Model], instance: Model, **_: Any) -> None:
    """Note what is deleted while an editor's request is under way."""
    request = _under_way.get()
    if request is not None and sender in _kinds():
        request.touch(instance, "delete")


def done_to_many(_request: Any, verb: str, things: Iterable[Model], _act: Any) -> None:
    """Note what changes without being kept one by one: what many are tagged, where they lie."""
    request = _under_way.get()
    if request is None or verb == "delete":
        return
    for thing in things:
        if type(thing) in _kinds():
            request.touch(thing, "edit")


hooks.register("after_bulk_action", done_to_many)


def _kinds() -> tuple[type[Model], ...]:
    return get_image_model(), get_document_model(), *get_snippet_models()
