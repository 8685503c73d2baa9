"""What a room declares about its tables in its ``retention.py``: what names a person, how long."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.module_loading import autodiscover_modules

from mangnon.lasting.terms import TERMS

Eraser = Callable[[Sequence[int]], None]


@dataclass(frozen=True, slots=True)
class Declared:
    """A table: the term of each personal field; the fields that say nothing of a person."""

    label: str
    terms: dict[str, str] = field(default_factory=dict)
    plain: frozenset[str] | None = None  # None: every other field


_declared: dict[str, Declared] = {}
_erasers: list[Eraser] = []


def plain(*labels: str) -> None:
    """Declare tables that hold nothing about a person."""
    for label in labels:
        _declared[label] = Declared(label)


def personal(label: str, *, plain: str = "", **terms: str) -> None:
    """Declare a table that does: each term with its fields, and the fields that are harmless.

    Fields are written in one string, with spaces between; its own number need not be named.
    """
    by_field = {name: term for term, names in terms.items() for name in names.split()}
    _declared[label] = Declared(label, by_field, frozenset(plain.split()))


def eraser(erase: Eraser) -> Eraser:
    """Have a room's own records of children (their numbers) cleared when files are erased."""
    if erase not in _erasers:
        _erasers.append(erase)
    return erase


def erasers() -> list[Eraser]:
    """Return what every room clears."""
    autodiscover_modules("retention")
    return list(_erasers)


def declared() -> dict[str, Declared]:
    """Return what every installed room declares, by table."""
    autodiscover_modules("retention")
    return dict(_declared)


def flaws() -> Iterator[str]:
    """Yield every field that nobody declared, and every declaration of what is not there."""
    known = declared()
    models_by_label = {
        model._meta.label: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    for label, model in sorted(models_by_label.items()):
        if label not in known:
            yield f"{label}: declared nowhere"
        else:
            yield from _wrong(known[label], model)
    yield from (f"{label}: no such table" for label in sorted(known.keys() - models_by_label))


def _wrong(one: Declared, model: type[models.Model]) -> Iterator[str]:
    fields: set[str] = {
        found.name for found in model._meta.local_concrete_fields if not _is_number(found)
    }
    for name, term in one.terms.items():
        if term not in TERMS:
            yield f"{one.label}.{name}: no term “{term}”"
    if one.plain is None:
        if sealed := sorted(name for name in fields if name.endswith("_sealed")):
            yield f"{one.label}: {', '.join(sealed)} is sealed, so it names a person"
        return
    said = one.terms.keys() | one.plain
    yield from (f"{one.label}.{name}: declared nowhere" for name in sorted(fields - said))
    yield from (f"{one.label}.{name}: no such field" for name in sorted(said - fields))


def _is_number(found: "models.Field[Any, Any]") -> bool:
    return found.primary_key and isinstance(found, models.AutoField)
