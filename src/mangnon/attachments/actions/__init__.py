"""Keeping a file that somebody brings, and handing it out."""

import json
from base64 import b64decode, b64encode
from typing import NamedTuple, Protocol

from django.db import transaction

from mangnon import clock
from mangnon.access.worded import worded
from mangnon.attachments import errors, keeping
from mangnon.attachments.judging import judged
from mangnon.attachments.models import Attachment
from mangnon.audit.actions import read, record
from mangnon.audit.warrants import Warrant
from mangnon.vault import new_data_key


class Upload(Protocol):
    """What a browser sends: Django's ``UploadedFile`` is one."""

    name: str | None

    def read(self) -> bytes: ...


class Opened(NamedTuple):
    """A file as it is handed out."""

    name: str
    kind: str
    content: bytes


def keep(upload: Upload, *, act: str, warrant: Warrant) -> Attachment:
    """Look into a file and keep it, in the transaction of the act that it belongs to.

    ``act``: the right of the warrant by which the file is brought. Raises WrongFile.
    """
    warrant.demand(act)
    file = judged(upload.name or "", upload.read())
    key = new_data_key()
    words = json.dumps({"name": file.name, "key": b64encode(key).decode()}, ensure_ascii=False)
    kept = worded(
        Attachment, words, kind=file.kind, size=len(file.content), kept_on=clock.today(),
        by=warrant.actor,
    )  # fmt: skip
    with transaction.atomic():
        keeping.write(kept.uuid, file.content, key)
        kept.save()
        data = {"kind": file.kind, "size": kept.size}
        record(warrant, "attachments.keep", subject=kept.subject, data=data)
    return kept


def name_of(kept: Attachment) -> str:
    """Return what a file is called."""
    return str(json.loads(kept.words)["name"])


def open_file(kept: Attachment, *, warrant: Warrant, place_code: str = "") -> Opened:
    """Leave the entry of the reading and return the file; raises FileGone.

    The caller has asked whether this person may: an attachment is its owner's.
    """
    words = json.loads(kept.words)
    content = keeping.read(kept.uuid, b64decode(words["key"]))
    if content is None:
        raise errors.gone()
    read(warrant, "attachments.open", subjects=[kept.subject], place_code=place_code)
    return Opened(words["name"], kept.kind, content)
