"""Whether something that the public may read shows a picture or offers a file.

Wagtail's own index of references follows what was saved last, drafts among it; here the live rows
themselves are asked, so that the answer is true at once.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin

_HELD = ("pages.Picture", "wagtaildocs.Document")


def is_in_use(thing: models.Model) -> bool:
    """Whether a live page or record refers to a picture or a file."""
    return any(_refers(one, thing) for kind in _kinds() for one in _maybe(kind, thing))


@cache
def _kinds() -> tuple[Any, ...]:
    """Return the kinds of drafted things that may hold a picture or a file."""
    kinds = (one for one in apps.get_models() if issubclass(one, DraftStateMixin))
    return tuple(one for one in kinds if _texts(one) or _keys(one))


def _texts(kind: type[models.Model]) -> list[Any]:
    fields = kind._meta.get_fields()
    return [one for one in fields if isinstance(one, RichTextField | StreamField)]


def _keys(kind: type[models.Model]) -> list[Any]:
    keys = [one for one in kind._meta.get_fields() if isinstance(one, models.ForeignKey)]
    return [one for one in keys if one.related_model._meta.label in _HELD]


def _maybe(kind: Any, thing: models.Model) -> models.QuerySet[Any]:
    """Ask for the live rows of a kind that name the thing's number where a thing is named."""
    found = Q(pk__in=[])
    for key in _keys(kind):
        found |= Q(**{key.attname: thing.pk})
    rows = kind.objects.filter(live=True)
    for text in _texts(kind):
        rows = rows.annotate(**{f"{text.name}_as_text": Cast(text.name, models.TextField())})
        for written in _as_written(thing.pk):
            found |= Q(**{f"{text.name}_as_text__contains": written})
    return rows.filter(found)


def _as_written(number: int) -> tuple[str, ...]:
    """Return how a block names a number, and a link in a text, which a block writes with marks."""
    return (f": {number},", f": {number}}}", f'id="{number}"', f'id=\\"{number}\\"')


def _refers(one: models.Model, thing: models.Model) -> bool:
    """Whether a row refers to the thing itself, and not to another of its number."""
    kind = type(thing)
    if any(key.related_model is kind and _value(key, one) == thing.pk for key in _keys(type(one))):
        return True
    named = (found for text in _texts(type(one)) for found in _named(text, one))
    return any(model is kind and str(number) == str(thing.pk) for model, number in named)


def _value(field: Any, one: models.Model) -> Any:
    return field.value_from_object(one)


def _named(text: Any, one: models.Model) -> list[tuple[type[models.Model], str]]:
    return [(model, number) for model, number, *_ in text.extract_references(_value(text, one))]
