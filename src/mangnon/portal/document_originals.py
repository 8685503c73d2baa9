"""The files that a document was brought as: what each is, how large, by which digest known."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat

from mangnon.legislation import public
from mangnon.legislation.models import Document
from mangnon.portal.addresses import address
from mangnon.portal.voices import Voice
from mangnon.ui.parts import Link


@dataclass(frozen=True, slots=True)
class ShownOriginal:
    """A file to keep; ``scan``: it is pictures alone."""

    link: Link
    size: str
    pages: int
    scan: bool
    kept: str
    digest: str


def originals_of(voice: Voice, document: Document) -> list[ShownOriginal]:
    """Return the files, the newest first."""
    return [
        ShownOriginal(
            Link(one.name, address("document-original", voice.language, code=document.code,
                                   uuid=str(one.uuid), name=one.name)),
            filesizeformat(one.size), one.pages, one.is_scan,
            voice.written(one.kept_on) if one.kept_on else "", one.digest,
        )
        for one in public.originals_of(document.pk)
    ]  # fmt: skip
