"""What a meeting is about and what it leaves: documents, speakers, minutes, photographs."""

from django.db import transaction
from django.db.models import Max

from mangnon.attachments.actions import Upload, keep
from mangnon.audit.warrants import Warrant
from mangnon.legislation.models import Document
from mangnon.meetings import errors
from mangnon.meetings.actions.notes import HOLD, changed, locked, note
from mangnon.meetings.details import Voice
from mangnon.meetings.judging import must_be_open
from mangnon.meetings.models import File, Meeting, Paper, Speaker


def add_speaker(meeting: Meeting, voice: Voice, *, warrant: Warrant) -> Speaker:
    """Add a speaker by post and office. Raises WrongPlace, WrongState."""
    if not voice.post_vi.strip():
        raise errors.words_wanted()
    with transaction.atomic():
        held = _own(meeting, warrant)
        if voice.office is not None:
            must_be_open(voice.office, held.day)
        last = held.speakers.aggregate(last=Max("order"))["last"] or 0
        added = Speaker(
            meeting=held, order=last + 1, office=voice.office, post_vi=voice.post_vi.strip(),
            post_en=voice.post_en, about_vi=voice.about_vi.strip(), about_en=voice.about_en,
        )  # fmt: skip
        added.full_clean()
        added.save()
        changed(held)
        note("meetings.add_speaker", held, warrant)
    return added


def add_document(meeting: Meeting, document: Document, *, warrant: Warrant) -> Paper:
    """Name a document that a meeting is about; naming it again changes nothing."""
    with transaction.atomic():
        held = _own(meeting, warrant)
        paper, is_new = Paper.objects.get_or_create(meeting=held, document=document)
        if is_new:
            changed(held)
            note("meetings.add_document", held, warrant, {"document": str(document)})
    return paper


def add_file(meeting: Meeting, upload: Upload, kind: str, *, warrant: Warrant) -> File:
    """Keep minutes or a photograph of a meeting. Raises WrongFile, WrongState."""
    with transaction.atomic():
        held = locked(meeting, warrant)
        kept = keep(upload, act=HOLD, warrant=warrant)
        file = File.objects.create(meeting=held, attachment=kept, kind=File.Kind(kind))
        note("meetings.add_file", held, warrant, {"file": file.kind})
    return file


def _own(meeting: Meeting, warrant: Warrant) -> Meeting:
    """Return the meeting locked; who speaks at one of the pack, and about what, the pack says."""
    held = locked(meeting, warrant)
    if held.code:
        raise errors.of_the_pack()
    return held
