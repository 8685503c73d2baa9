"""Handing an original to a browser: as a download, run by nobody."""

from io import BytesIO

from django.http import FileResponse

from mangnon.attachments import errors
from mangnon.attachments.kinds import CONTENT_TYPES, Kind
from mangnon.legislation import keeping
from mangnon.legislation.models import Original


def sent(one: Original) -> FileResponse:
    """Return the answer that hands the file out; raises FileGone."""
    content = keeping.read(one.uuid)
    if content is None:
        raise errors.gone()
    kind = CONTENT_TYPES[Kind(one.kind)] if one.kind != "txt" else "text/plain; charset=utf-8"
    answer = FileResponse(
        BytesIO(content), as_attachment=True, filename=one.name, content_type=kind
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
