"""What the editors' house announces: a page published, withdrawn, moved, renamed, deleted.

A page's rows are written with every draft; only these acts change what the public reads.
"""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.signals import pre_delete

from mangnon.snapshots import watching
from mangnon.snapshots.actions import changed
from mangnon.snapshots.tags import children, every, row


def begin() -> None:
    """Listen, where Wagtail is installed."""
    if not apps.is_installed("wagtail"):
        return
    from wagtail import signals
    from wagtail.models import Page

    kinds = [model for model in apps.get_models() if issubclass(model, Page)]
    watching.leave_to_signals(*(model._meta.db_table for model in kinds))
    for signal in (signals.page_published, signals.page_unpublished):
        signal.connect(_page, dispatch_uid="snapshots")
    signals.page_slug_changed.connect(_branch, dispatch_uid="snapshots")
    signals.post_page_move.connect(_moved, dispatch_uid="snapshots")
    for model in kinds:
        pre_delete.connect(_page, sender=model, dispatch_uid="snapshots")


def tags_of(page: models.Model) -> list[str]:
    """Return what a page is known by: its row and its lists, of each kind that it is; the
    list of its parent's children."""
    from wagtail.models import Page

    kinds: list[Any] = [one for one in type(page).__mro__ if issubclass(one, Page)]
    labels = [one._meta.label_lower for one in kinds if not one._meta.abstract]
    found = [tag for label in labels for tag in (row(label, page.pk), every(label))]
    parent = page.get_parent()  # type: ignore[attr-defined]
    return [*found, *([children(parent.pk)] if parent is not None else [])]


def _page(sender: type[models.Model], instance: models.Model, **_rest: object) -> None:
    changed(*tags_of(instance))


def _branch(instance: models.Model, **_rest: object) -> None:
    """A page that has another address takes all below it along."""
    below = instance.get_descendants(inclusive=True)  # type: ignore[attr-defined]
    changed(*(tag for page in below.specific() for tag in tags_of(page)))


def _moved(instance: models.Model, parent_page_before: models.Model, **rest: object) -> None:
    changed(children(parent_page_before.pk))
    _branch(instance)
