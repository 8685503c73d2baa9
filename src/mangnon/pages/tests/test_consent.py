"""A child is shown only while a consent is in force; withdrawn, every size is gone."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from PIL import Image
from wagtail.models import Page

from mangnon import clock
from mangnon.pages.models import Consent, Picture, TextPage
from mangnon.pages.pictures import PUBLIC, shown
from mangnon.pages.showing import hide_ended


def picture(*, shows_child: bool = False) -> Picture:
    file = BytesIO()
    Image.new("RGB", (2000, 1000), "seagreen").save(file, "JPEG")
    one = Picture(
        title="Sân trường", alt="Sân trường", shows_child=shows_child,
        file=ImageFile(BytesIO(file.getvalue()), name="san-truong.jpg"),
    )  # fmt: skip
    one.save()
    return one


def consent(one: Picture, **changed) -> Consent:
    values = {
        "picture": one, "purpose": "Bài về trường học", "paper": "12/ĐY", "child_age": 9,
        "child_agreed": True, "guardian_agreed": True, "given_on": date(2015, 1, 1),
        "expires_on": date(2016, 1, 1), **changed,
    }  # fmt: skip
    made = Consent(**values)
    made.full_clean()
    made.save()
    return made


@pytest.fixture(autouse=True)
def _today(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with clock.pinned(date(2015, 6, 1)):
        yield


def kept(commits, **words) -> Picture:
    with commits(execute=True):
        return picture(**words)


def test_every_size_stands_ready(django_capture_on_commit_callbacks):
    one = kept(django_capture_on_commit_callbacks)
    assert {r.filter_spec for r in one.renditions.all()} == set(PUBLIC)
    found = shown(one)
    assert [kind for kind, _ in found.sources] == ["image/avif", "image/webp"]
    assert "480w" in found.sources[0][1]


def test_no_child_without_consent(django_capture_on_commit_callbacks):
    one = kept(django_capture_on_commit_callbacks, shows_child=True)
    assert not one.renditions.exists()
    assert shown(one) is None


def test_consent_shows_and_its_end_hides(django_capture_on_commit_callbacks, client):
    one = kept(django_capture_on_commit_callbacks, shows_child=True)
    with django_capture_on_commit_callbacks(execute=True):
        given = consent(one)
    report = TextPage(title="Bài về trường học", slug="bai", picture=one)
    Page.objects.get(depth=1).add_child(instance=report)
    addresses = [r.url for r in one.renditions.all()]
    files = [r.file.name for r in one.renditions.all()]
    assert len(addresses) == len(PUBLIC)
    assert all(client.get(where).status_code == 200 for where in addresses)
    with django_capture_on_commit_callbacks(execute=True):
        given.withdrawn_on = clock.today()
        given.save()
    assert all(client.get(where).status_code == 404 for where in addresses)
    assert not any(map(default_storage.exists, files))
    assert shown(one) is None


def test_a_consent_that_ends_by_itself_hides_too(django_capture_on_commit_callbacks):
    one = kept(django_capture_on_commit_callbacks, shows_child=True)
    with django_capture_on_commit_callbacks(execute=True):
        consent(one)
    with clock.pinned(date(2016, 1, 1)):
        assert shown(one) is None
        assert hide_ended() == 1
    assert not one.renditions.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"guardian_agreed": False}, "cha mẹ hoặc người giám hộ"),
        ({"child_agreed": False}, "từ 7 tuổi"),
        ({"child_age": 16}, "dưới 16 tuổi"),
        ({"expires_on": date(2015, 1, 1)}, "phải sau ngày đồng ý"),
    ],
)
def test_what_a_consent_lacks_is_said(changed, said):
    with pytest.raises(ValidationError, match=said):
        consent(picture(shows_child=True), **changed)


def test_a_small_child_need_not_be_asked():
    assert consent(picture(shows_child=True), child_age=6, child_agreed=False).pk


def test_a_consent_of_tomorrow_shows_nobody_today(django_capture_on_commit_callbacks):
    one = kept(django_capture_on_commit_callbacks, shows_child=True)
    consent(one, given_on=clock.today() + timedelta(days=1))
    assert shown(one) is None
