"""Handing a file to a browser: as a download, of its own kind, run and kept by nobody."""

from io import BytesIO

from django.http import FileResponse

from mangnon.attachments.actions import Opened
from mangnon.attachments.kinds import CONTENT_TYPES, PICTURES, Kind


def sent(file: Opened, *, shown: bool = False) -> FileResponse:
    """Return the answer that hands a file out; ``shown``: a picture may stand in a page."""
    kind = Kind(file.kind)
    answer = FileResponse(
        BytesIO(file.content),
        as_attachment=not (shown and kind in PICTURES),
        filename=file.name,
        content_type=CONTENT_TYPES[kind],
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "no-store"
    return answer
