"""What editors keep is theirs until something public shows it, and only as the public sees it."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents.models import Document
from wagtail.rich_text import RichText

from mangnon.pages.models import NewsPage, Picture, StatisticalReport
from mangnon.pages.pictures import PUBLIC
from mangnon.snapshots.models import Change
from mangnon.snapshots.tests.stage import kept_in

HOUSE = "/desk/cms/"


@pytest.fixture
def stage(written, desk, settings, tmp_path):
    """The tiny pack's pages, and an editor at her desk."""
    settings.MEDIA_ROOT, settings.EXPORT_DIR = tmp_path / "media", tmp_path / "export"
    return desk("phuc")


def photograph(kind="JPEG", **words) -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (1200, 600), "seagreen").save(file, kind, **words)
    return BytesIO(file.getvalue())


def keep(commits, **words) -> Picture:
    """A picture as it stands once it is kept."""
    with commits(execute=True):
        one = Picture(title="Sân", alt="Sân", file=ImageFile(photograph(), name="san.jpg"), **words)
        one.save()
    return one


def article(picture: Picture) -> NewsPage:
    """The pack's piece of news, which shows the picture from now on."""
    page = NewsPage.objects.get(slug="mo-trang")
    page.picture = picture
    page.save_revision().publish()
    return page


def offered() -> Document:
    """A file that an editor has sent."""
    paper = Document(title="Tờ khai", file=ContentFile(b"%PDF-1.4", name="to-khai.pdf"))
    paper.save()
    return paper


def public(picture: Picture) -> list[str]:
    return [one.url for one in picture.renditions.filter(filter_spec__in=PUBLIC)]


def test_what_an_editors_screen_makes_of_a_hidden_child_is_nobody_elses(
    stage, client, django_capture_on_commit_callbacks
):
    child = keep(django_capture_on_commit_callbacks, shows_child=True)
    article(child)
    shown = stage.get(f"{HOUSE}images/{child.pk}/").content.decode()
    made = list(child.renditions.all())
    assert {one.filter_spec for one in made} == {"max-800x600", "original"}
    for one in made:
        name = one.file.name.removeprefix("images/")
        assert f'="{HOUSE}tep/images/{name}"' in shown
        assert b"".join(stage.get(f"{HOUSE}tep/images/{name}").streaming_content)
        assert client.get(f"/tep/images/{name}").status_code == 404
        assert client.get(f"{HOUSE}tep/images/{name}").status_code == 302


def test_a_public_size_left_over_is_not_shown_either(
    stage, client, django_capture_on_commit_callbacks
):
    child = keep(django_capture_on_commit_callbacks, shows_child=True)
    article(child)
    child.get_renditions(*PUBLIC)
    assert {client.get(at).status_code for at in public(child)} == {404}


def test_a_draft_that_is_looked_at_shows_its_picture_to_its_editor_and_is_kept_nowhere(
    stage, client, django_capture_on_commit_callbacks, tmp_path
):
    page = article(keep(django_capture_on_commit_callbacks))
    page.title = "Bản nháp"
    page.save_revision()
    with kept_in(tmp_path / "snapshots"):
        looked = stage.get(f"{HOUSE}pages/{page.pk}/view_draft/").content.decode()
        assert "Bản nháp" in looked
        assert f'src="{HOUSE}tep/images/san' in looked
        assert not [*(tmp_path / "snapshots").rglob("index.html*")]
        seen = client.get("/tin-tuc/mo-trang/").content.decode()
        assert "Bản nháp" not in seen
        assert 'src="/tep/images/san' in seen
        again = stage.get(f"{HOUSE}pages/{page.pk}/view_draft/").content.decode()
    assert "Bản nháp" in again


def saved(settings, *addresses: str) -> list:
    """Files and a page of the static copy, as the last night wrote them."""
    copy = settings.EXPORT_DIR / "current"
    page = copy / "tin-tuc" / "index.html"
    for at in addresses:
        (copy / at[1:]).parent.mkdir(parents=True, exist_ok=True)
        (copy / at[1:]).write_bytes(b"x")
    page.parent.mkdir(parents=True)
    page.write_text(" ".join(addresses))
    return [*(copy / at[1:] for at in addresses), page]


@pytest.mark.parametrize("how", ["delete", "replace"])
def test_a_picture_deleted_or_replaced_leaves_the_static_copy_and_the_pages_kept(
    how, stage, settings, django_capture_on_commit_callbacks, tmp_path
):
    one = keep(django_capture_on_commit_callbacks)
    files = saved(settings, *public(one))
    said = {"title": "Sân", "collection": one.collection_id}
    if how == "replace":
        said["file"] = SimpleUploadedFile("moi.jpg", photograph().getvalue(), "image/jpeg")
    where = f"{HOUSE}images/{one.pk}/{'delete/' if how == 'delete' else ''}"
    with kept_in(tmp_path / "snapshots"), django_capture_on_commit_callbacks(execute=True):
        assert stage.post(where, said).status_code == 302
        told = {tag for note in Change.objects.all() for tag in note.tags}
    assert f"pages.picture:{one.pk}" in told or "pages.picture" in told
    assert not any(file.exists() for file in files)


@pytest.mark.parametrize("how", ["delete", "replace"])
def test_a_file_deleted_or_replaced_leaves_the_static_copy(
    how, stage, settings, django_capture_on_commit_callbacks
):
    paper = offered()
    files = saved(settings, paper.url)
    said = {"title": "Tờ khai", "collection": paper.collection_id}
    if how == "replace":
        said["file"] = SimpleUploadedFile("moi.pdf", b"%PDF-1.5", "application/pdf")
    where = f"{HOUSE}documents/{'delete' if how == 'delete' else 'edit'}/{paper.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        assert stage.post(where, said).status_code == 302
    assert not any(file.exists() for file in files)


@pytest.mark.parametrize("where", ["above", "inside"])
def test_a_picture_is_public_while_a_public_page_shows_it(
    where, stage, client, django_capture_on_commit_callbacks
):
    other, one = (keep(django_capture_on_commit_callbacks) for _ in range(2))
    at = public(one)[0]
    page = NewsPage.objects.get(slug="mo-trang")
    assert client.get(at).status_code == 404
    if where == "above":
        page.picture = one
    else:
        told = {"caption": "Sân", "credit": "", "alt": "Sân", "decorative": False}
        page.body = [("picture", {"image": one, **told})]
    page.save_revision()
    assert client.get(at).status_code == 404  # a draft shows it, nobody else
    page.get_latest_revision().publish()
    assert client.get(at).status_code == 200
    assert client.get(public(other)[0]).status_code == 404
    NewsPage.objects.get(pk=page.pk).unpublish()
    assert client.get(at).status_code == 404


@pytest.mark.parametrize("block", ["paragraph", "download"])
def test_a_file_is_public_while_a_public_page_offers_it(block, stage, client):
    other, paper = offered(), offered()
    page = NewsPage.objects.get(slug="mo-trang")
    link = f'<p><a id="{paper.pk}" linktype="document">Tờ khai</a></p>'
    given = {"document": paper, "title": "Tờ khai", "about": ""}
    page.body = [(block, RichText(link) if block == "paragraph" else given)]
    page.save_revision()
    assert client.get(paper.url).status_code == 404
    assert stage.get(f"{HOUSE}tep/tai-lieu/{paper.pk}/{paper.filename}").status_code == 200
    page.get_latest_revision().publish()
    assert client.get(paper.url).status_code == 200
    assert client.get(other.url).status_code == 404


def test_a_file_of_a_report_is_public_once_the_report_is(stage, client):
    paper = offered()
    report = StatisticalReport(title_vi="Niên giám", year=2014, period_vi="Năm 2014", live=False,
                               issued_on=date(2015, 3, 1), document=paper)  # fmt: skip
    report.save()
    assert client.get(paper.url).status_code == 404
    report.save_revision().publish()
    assert client.get(paper.url).status_code == 200
