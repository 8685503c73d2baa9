"""What follows when a picture is kept or its consent ends."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from mangnon.attachments.cleaning import cleaned
from mangnon.finding.actions import refresh
from mangnon.pages.announcing import page_changed
from mangnon.pages.finding import NEWS, PAGES, page_found_anew
from mangnon.pages.models import Consent, Picture, Rendition
from mangnon.pages.models.kept import KeptPage
from mangnon.pages.pictures import PUBLIC
from mangnon.pages.showing import bring_in_line
from mangnon.snapshots.actions import changed
from mangnon.snapshots.export.withdrawing import withdraw_once_committed
from mangnon.snapshots.tags import row

for _signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
    _signal.connect(page_changed, dispatch_uid="pages")
    _signal.connect(page_found_anew, dispatch_uid="pages.finding")


@receiver(pre_delete)
def page_deleted(sender: type[Any], instance: Any, **_: Any) -> None:
    """A page that is deleted leaves the menu and its other languages."""
    if isinstance(instance, KeptPage):
        page_changed(instance)


@receiver(post_delete, sender=Page)
def page_gone(instance: Page, **_: Any) -> None:
    """A page that was deleted, last of all its plain row, is found no more."""
    for kind in (PAGES, NEWS):
        refresh(kind, [str(instance.pk)])


@receiver(pre_save, sender=Picture)
def picture_sent(instance: Picture, **_: Any) -> None:
    """Keep of a file that was just sent what it shows and nothing else."""
    if instance.file and not instance.file._committed:
        content, name = cleaned(instance.file.file), instance.file.name
        instance.file = ContentFile(content, name=name)
        instance.file_size = len(content)


@receiver(post_save, sender=Picture)
def picture_kept(instance: Picture, **_: Any) -> None:
    """Make its sizes ready, or take them away, as soon as what was kept stands."""
    changed(row("pages.picture", instance.pk))
    transaction.on_commit(lambda: bring_in_line(instance.pk))


@receiver(pre_delete, sender=Rendition)
def size_gone(instance: Rendition, **_: Any) -> None:
    """Take a public size that is deleted or replaced out of the static copy and the pages kept."""
    if instance.filter_spec in PUBLIC:
        changed(row("pages.picture", instance.image_id))
        withdraw_once_committed(instance.file.name)


@receiver(pre_save, sender=Document)
def file_replaced(instance: Document, **_: Any) -> None:
    """Take a file in whose place another was sent out of the static copy."""
    if instance.pk and not instance.file._committed:
        for before in Document.objects.filter(pk=instance.pk):
            file_gone(before)


@receiver(pre_delete, sender=Document)
def file_gone(instance: Document, **_: Any) -> None:
    """Take a file that is deleted out of the static copy."""
    withdraw_once_committed(f"tai-lieu/{instance.pk}/{instance.filename}")


@receiver(post_save, sender=Consent)
@receiver(post_delete, sender=Consent)
def consent_changed(instance: Consent, **_: Any) -> None:
    """Show or hide the picture of whom the consent speaks, and draw its pages anew."""
    changed(row("pages.picture", instance.picture_id))
    transaction.on_commit(lambda: bring_in_line(instance.picture_id))
