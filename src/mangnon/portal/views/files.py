"""Pictures and files that editors have put on pages: what is no longer shown is not there."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from wagtail.documents import get_document_model

from mangnon.pages.models import Rendition

_KEPT = "public, max-age=300, s-maxage=1"


def picture(request: HttpRequest, name: str) -> FileResponse:
    """Hand out a picture in one of its sizes; none of which consent has ended."""
    found = Rendition.objects.filter(file=f"images/{name}").select_related("image").first()
    if found is None or not default_storage.exists(found.file.name):
        raise Http404
    answer = FileResponse(found.file.open("rb"))
    answer.headers["Cache-Control"] = _KEPT
    answer.headers["Content-Security-Policy"] = "default-src 'none'"
    return answer


def document(request: HttpRequest, number: int, name: str) -> FileResponse:
    """Hand out a file to keep; never shown inside the site."""
    found = get_document_model().objects.filter(pk=number).first()
    if found is None or found.filename != name or not default_storage.exists(found.file.name):
        raise Http404
    answer = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.filename)
    answer.headers["Cache-Control"] = _KEPT
    return answer
