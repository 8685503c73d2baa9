"""The file that a document is brought as: looked into, shown, then kept; or let go."""

import hashlib
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction

from mangnon import clock
from mangnon.attachments import errors as files
from mangnon.attachments.judging import judged, plain_name
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.legislation import keeping
from mangnon.legislation.actions.editing import EDIT
from mangnon.legislation.actions.holding import settle_held
from mangnon.legislation.actions.putting import put_text
from mangnon.legislation.errors import SettledMeanwhile, UnreadableFile
from mangnon.legislation.models import Document, Original
from mangnon.legislation.reading.files import Reading, Text, read_file

WAITS = timedelta(days=7)  # what nobody kept by then is let go


class Looked(NamedTuple):
    """A file that was looked into: its name, kind, SHA-256, and its text; None for a scan."""

    name: str
    kind: str
    digest: str
    text: Text | None
    pages: int


def looked_into(name: str, content: bytes, reading: Reading | None = None) -> Looked:
    """Look into a file and read it; raises WrongFile or UnreadableFile.

    A scan has no text and is a good original all the same. Whoever looks into many gives the
    process that reads them.
    """
    name = plain_name(name)
    kind = name.rpartition(".")[2].lower()
    if not content:
        raise files.empty(name)
    if kind in ("pdf", "docx"):
        judged(name, content)
    try:
        text = read_file(name, content, reading)
    except UnreadableFile as error:
        if error.fault != "pictures":
            raise
        return Looked(name, kind, digest_of(content), None, max(1, error.pages))
    return Looked(name, kind, digest_of(content), text, text.pages)


def digest_of(content: bytes) -> str:
    """Return by what a file is known again."""
    return hashlib.sha256(content).hexdigest()


def bring_file(document: Document, name: str, content: bytes, *, warrant: Warrant) -> Original:
    """Look into a file and lay it aside until somebody keeps it; what waited too long goes."""
    warrant.demand(EDIT)
    looked = looked_into(name, content)
    with transaction.atomic():
        _let_go_of_old()
        return lay_aside(document, looked, content)


def lay_aside(document: Document, looked: Looked, content: bytes) -> Original:
    """Write a file that was looked into, and its row; the caller's act records it."""
    one = Original(
        document=document, name=looked.name, kind=looked.kind, size=len(content),
        digest=looked.digest, brought_on=clock.today(),
        pages=looked.pages, pictures=looked.pages if looked.text is None else looked.text.pictures,
    )  # fmt: skip
    keeping.write(one.uuid, content)
    one.save()
    return one


def reading_of(original: Original) -> Text | None:
    """Read a file again that was laid aside; None for a scan. Raises FileGone."""
    content = keeping.read(original.uuid)
    if content is None:
        raise files.gone()
    return None if original.is_scan else read_file(original.name, content)


def keep_file(original: Original, *, as_text: bool, warrant: Warrant) -> None:
    """Keep a file that was looked at: for download and, ``as_text``, as the document's words.

    Pasted words are kept as words alone; a file that is kept already is kept once.
    """
    warrant.demand(EDIT)
    text = reading_of(original) if as_text else None
    with transaction.atomic():
        held = _held(original)
        original.kept_on = held.kept_on
        if held.kept_on is not None:
            return  # another kept it meanwhile
        document = original.document
        if text is not None:
            put_text(document, text, warrant=warrant)
        if original.kind == "txt" or _stands(original):
            _forget(original)
        else:
            _keep(original, document, warrant)
        refresh("document", {document.code})


def take_file(document: Document, name: str, content: bytes, *, warrant: Warrant) -> Original:
    """Bring a file and keep it at once, with its words where it has any; or nothing of it."""
    original = bring_file(document, name, content, warrant=warrant)
    try:
        keep_file(original, as_text=not original.is_scan, warrant=warrant)
    except BaseException:
        _forget(original)
        raise
    return original


def drop_file(original: Original, *, warrant: Warrant) -> None:
    """Let a file go; one that was kept is no longer offered."""
    warrant.demand(EDIT)
    was_waiting = original.kept_on is None
    with transaction.atomic():
        original = _held(original)
        if was_waiting and original.kept_on is not None:
            raise SettledMeanwhile
        document, was_kept = original.document, original.kept_on is not None
        _forget(original)
        if was_kept:
            settle_held(document)
            record(warrant, "legislation.drop_original",
                   subject=f"legislation.document:{document.code}",
                   data={"digest": original.digest})  # fmt: skip
            refresh("document", {document.code})


def _held(original: Original) -> Original:
    """Hold a file until the act ends; raises SettledMeanwhile where another let it go."""
    rows = Original.objects.select_for_update(of=("self",)).select_related("document")
    found = rows.filter(pk=original.pk).first()
    if found is None:
        raise SettledMeanwhile
    return found


def _keep(original: Original, document: Document, warrant: Warrant) -> None:
    original.kept_on = clock.today()
    original.save(update_fields=["kept_on"])
    settle_held(document)
    data = {"size": original.size, "digest": original.digest, "kind": original.kind}
    subject = f"legislation.document:{document.code}"
    record(warrant, "legislation.keep_original", subject=subject, data=data)


def _stands(original: Original) -> bool:
    """Whether the document has this file already."""
    same = Original.objects.filter(document=original.document, digest=original.digest)
    return same.filter(kept_on__isnull=False).exclude(pk=original.pk).exists()


def _forget(original: Original) -> None:
    uuid = original.uuid
    original.delete()
    transaction.on_commit(lambda: keeping.remove(uuid))


def _let_go_of_old() -> None:
    for one in Original.objects.filter(kept_on=None, brought_on__lt=clock.today() - WAITS):
        _forget(one)
