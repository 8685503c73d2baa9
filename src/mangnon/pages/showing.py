"""Which pictures stand ready for the public: their sizes are made, or go with their files."""

from django.core.files.storage import default_storage

from mangnon import clock
from mangnon.pages.models import Picture, Rendition
from mangnon.pages.pictures import PUBLIC
from mangnon.snapshots.actions import changed
from mangnon.snapshots.tags import row


def bring_in_line(number: int) -> None:
    """Have every size of a picture ready, or none where it may not be seen today."""
    picture = Picture.objects.filter(pk=number).first()
    if picture is None:
        return
    if picture.may_be_shown(clock.today()):
        picture.get_renditions(*PUBLIC)
    else:
        hide(picture)


def hide(picture: Picture) -> None:
    """Take away every size of a picture, rows first: no reader finds a file without its row.

    The static copy is seen to where a size is deleted, whoever deletes it (``receivers``).
    """
    found = list(picture.renditions.all())
    Rendition.objects.filter(pk__in=[one.pk for one in found]).delete()
    for one in found:
        default_storage.delete(one.file.name)
    changed(row("pages.picture", picture.pk))


def hide_ended() -> int:
    """Take away the sizes of pictures whose consent has ended; return of how many."""
    today = clock.today()
    ready = Rendition.objects.filter(filter_spec__in=PUBLIC).values("image")
    ended = [
        one
        for one in Picture.objects.filter(shows_child=True, pk__in=ready)
        if not one.may_be_shown(today)
    ]
    for one in ended:
        hide(one)
    return len(ended)
