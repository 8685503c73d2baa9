"""Pictures and files as editors see them: in any size, drafts too, whatever the public may see."""

from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest
from wagtail.documents import get_document_model

from mangnon.pages.models import Rendition


def picture(request: HttpRequest, name: str) -> FileResponse:
    """Hand an editor a picture in one of its sizes."""
    found = Rendition.objects.filter(file=f"images/{name}").first()
    return handed_out(found and found.file)


def document(request: HttpRequest, number: int, name: str) -> FileResponse:
    """Hand an editor a file to keep."""
    found = get_document_model().objects.filter(pk=number).first()
    there = found is not None and found.filename == name
    return handed_out(found.file if there else None, as_attachment=True)


def handed_out(file: FieldFile | None, *, as_attachment: bool = False) -> FileResponse:
    """Return a file that is there; raises Http404 where none is."""
    if file is None or not default_storage.exists(file.name):
        raise Http404
    name = file.name.rpartition("/")[2]
    return FileResponse(file.open("rb"), as_attachment=as_attachment, filename=name)
