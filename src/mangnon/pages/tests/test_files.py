"""What editors keep is theirs until something public shows it, and only as the public sees it."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image

from mangnon.pages.models import NewsPage, Picture
from mangnon.pages.pictures import PUBLIC
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
