"""The file that a document was brought as, to keep."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest

from mangnon.legislation import answering, public

_KEPT = "public, max-age=300, s-maxage=1"


def original(request: HttpRequest, code: str, uuid: UUID, name: str) -> FileResponse:
    """Hand out a kept original; never shown inside the site."""
    found = public.original(code, uuid, name)
    if found is None:
        raise Http404
    answer = answering.sent(found)
    answer["Cache-Control"] = _KEPT
    return answer
