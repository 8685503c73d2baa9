"""What is kept of a photograph: its points the right way up, not where and how it was taken."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin
from wagtail.models import Collection

from mangnon.pages.models import Picture

MAKE, ORIENTATION, GPS = 271, 274, 34853
SECRET = b"Dien Thoai Mau"


def taken(kind: str) -> bytes:
    """A photograph taken on its side, by a telephone that writes down where."""
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = SECRET.decode(), 6
    exif.get_ifd(GPS)[2] = (20.0, 56.0, 15.0)
    words = {"exif": exif.tobytes(), "comment": SECRET}
    if kind == "PNG":
        words["pnginfo"] = PngImagePlugin.PngInfo()
        words["pnginfo"].add_text("Comment", SECRET.decode())
    file = BytesIO()
    Image.new("RGB", (600, 300), "seagreen").save(file, kind, **words)
    assert Image.open(file).getexif().get_ifd(GPS)
    return file.getvalue() + (SECRET if kind == "JPEG" else b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_every_file_is_kept_without_its_particulars(
    kind, db, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    file = ImageFile(BytesIO(taken(kind)), name=f"anh.{kind.lower()}")
    with django_capture_on_commit_callbacks(execute=True):
        picture = Picture(title="Ảnh", file=file)
        picture.save()
    assert (picture.width, picture.height) == (300, 600)
    assert picture.file_size == default_storage.size(picture.file.name)
    names = [picture.file.name, *picture.renditions.values_list("file", flat=True)]
    for name in names:
        content = default_storage.open(name).read()
        assert SECRET not in content, name
        assert not dict(Image.open(BytesIO(content)).getexif()), name


def test_what_an_editor_sends_is_cleaned(desk, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile("anh.jpg", taken("JPEG"), "image/jpeg")
    root = Collection.get_first_root_node().pk
    said = {"title": "Ảnh", "file": file, "collection": root}
    assert desk("phuc").post("/desk/cms/images/add/", said).status_code == 302
    kept = Picture.objects.get()
    assert SECRET not in default_storage.open(kept.file.name).read()
    assert (kept.width, kept.height) == (300, 600)
