"""Acts on what a pack brings beside the pages: pictures, offices, figures, website links."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from django.core.files.images import ImageFile
from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.packsync import Difference, Key, Sheet, Table, Values, compare
from mangnon.packsync.actions import put, remove
from mangnon.packsync.wholes import digest
from mangnon.pages.models import Picture
from mangnon.pages.showing import hide


def put_kept(sheet: Sheet, *, warrant: Warrant) -> Difference:
    """Make what is missing; change what nobody edited here."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = put(sheet)
        if not done.is_empty:
            _told(done, warrant)
    return done


def put_pictures(sheet: Sheet, files: Mapping[str, Path], *, warrant: Warrant) -> Difference:
    """Keep the pictures that are missing; change those that nobody edited here.

    Their sizes are made once the transaction stands (``receivers``).
    """
    warrant.demand("packs.apply")
    done = compare(sheet)
    if done.is_empty:
        return done
    with transaction.atomic():
        for key in (*done.added, *done.changed):
            _put_picture(sheet.table, str(key[0]), sheet.rows[key], files[str(key[0])])
        _told(done, warrant)
    return done


def withdraw_kept(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove what a pack no longer brings; raises StillInUse where a page shows it."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        data = {"table": table.kind, "rows": len(listed)}
        record(warrant, "pages.withdraw_kept", data=data)


def _put_picture(table: Table, code: str, values: Values, path: Path) -> None:
    picture = Picture.objects.filter(code=code).first() or Picture(code=code)
    other_file = picture.file_hash != dict(zip(table.fields, values, strict=True))["file_hash"]
    if other_file:
        content = path.read_bytes()
        if picture.pk:
            hide(picture)
        picture.file = ImageFile(BytesIO(content), name=path.name)
        picture.file_size = len(content)
    for name, value in zip(table.fields, values, strict=True):
        setattr(picture, name, value)
    picture.made_as = digest(values)
    picture.save()


def _told(done: Difference, warrant: Warrant) -> None:
    counts = {"added": len(done.added), "changed": len(done.changed)}
    record(warrant, "pages.put_kept", data={"table": done.table.kind, **counts})
