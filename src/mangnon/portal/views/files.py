"""Pictures and files that editors have put on pages: what no public page shows is not there."""

from django.http import FileResponse, Http404, HttpRequest
from wagtail.documents import get_document_model

from mangnon import clock
from mangnon.pages.in_use import is_in_use
from mangnon.pages.models import Rendition
from mangnon.pages.pictures import PUBLIC
from mangnon.pages.views.files import handed_out

_KEPT = "public, max-age=300, s-maxage=1"


def picture(request: HttpRequest, name: str) -> FileResponse:
    """Hand out a picture in one of the public sizes, while it may be shown and something does."""
    sizes = Rendition.objects.filter(filter_spec__in=PUBLIC).select_related("image")
    found = sizes.filter(file=f"images/{name}").first()
    if found is None or not found.image.may_be_shown(clock.today()) or not is_in_use(found.image):
        raise Http404
    answer = handed_out(found.file)
    answer.headers["Cache-Control"] = _KEPT
    answer.headers["Content-Security-Policy"] = "default-src 'none'"
    return answer


def document(request: HttpRequest, number: int, name: str) -> FileResponse:
    """Hand out a file to keep; never shown inside the site."""
    found = get_document_model().objects.filter(pk=number).first()
    if found is None or found.filename != name or not is_in_use(found):
        raise Http404
    answer = handed_out(found.file, as_attachment=True)
    answer.headers["Cache-Control"] = _KEPT
    return answer
