"""Offices: the list by level and place, each with what it keeps; refreshed, found, linked to."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mangnon import clock
from mangnon.pages.models import OfficeProfile
from mangnon.places.models import Office
from mangnon.portal.tests.province import TODAY
from mangnon.portal.tests.reading import plain

COUNCIL = "/gioi-thieu/co-quan/council/"


@pytest.fixture
def read(applied_nowhere, client):
    """Read a page of Nowhere in fifteen queries at most."""

    def reading(path: str, status: int = 200) -> str:
        with clock.pinned(TODAY), CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert answer.status_code == status, path
        assert len(asked) <= 15, "\n".join(one["sql"] for one in asked)
        return answer.content.decode()

    return reading


def test_the_list_stands_by_level_and_place(read):
    shown = read("/gioi-thieu/co-quan/")
    assert re.findall(r'<h4><a href="([^"]+)">', shown) == [
        COUNCIL, "/gioi-thieu/co-quan/health/",
    ]  # fmt: skip
    assert "Lo mọi việc của Không Đâu." in shown
    assert "Nowhere&#x27;s Health Office" in read("/en/about/offices/")


def test_an_office_tells_what_it_does_and_what_stands_below(read):
    shown = read(COUNCIL)
    words = plain(shown)
    assert "Chức danh phụ trách Chủ tịch Hội đồng" in words
    assert "Địa chỉ chưa có" in words
    assert '<a href="tel:000111">000 111</a>' in shown
    assert "Cơ quan cấp dưới Phòng Y tế Không Đâu" in words
    assert "Post in charge Chair of the Council" in plain(read("/en/about/offices/council/"))


def test_it_lists_what_it_decides_serves_issues_and_keeps(read):
    shown = read(COUNCIL)
    for url in ("/thu-tuc-hanh-chinh/name-a-child/", "/van-ban/act/"):
        assert f'href="{url}"' in shown, url
    assert "Trang do cơ quan này phụ trách" in shown
    assert 'href="/dich-vu-cong/well/"' in read("/gioi-thieu/co-quan/health/")


@pytest.mark.parametrize("path", ["/", "/thu-tuc-hanh-chinh/name-a-child/"])
def test_whoever_names_it_leads_to_it(path, read):
    assert f'<a href="{COUNCIL}">Hội đồng Không Đâu</a>' in read(path)


def test_an_office_without_a_page_of_its_own_says_what_is_missing(read):
    words = plain(read("/gioi-thieu/co-quan/health/"))
    assert "Chưa có trong gói dữ liệu." in words
    assert words.count("chưa có") >= 4


def test_a_draft_is_not_shown(read):
    profile = OfficeProfile.objects.get(office__code="council")
    profile.post_vi = "Người khác"
    profile.save_revision()
    assert "Người khác" not in read(COUNCIL)


def test_one_that_is_no_more_says_so(read):
    Office.objects.filter(code="council").update(valid_to="2025-07-01")
    assert "Cơ quan này không còn từ ngày 01/07/2025." in read(COUNCIL)
    assert "đến trước ngày 01/07/2025" in read("/gioi-thieu/co-quan/")


def test_an_unknown_office_leads_to_those_that_are_near(read):
    assert f'href="{COUNCIL}"' in read("/gioi-thieu/co-quan/councill/", 404)


def test_it_is_found_and_mapped(read):
    assert COUNCIL in read("/tim-kiem/?q=hoi+dong+khong+dau")
    assert f"{COUNCIL}</loc>" in read("/sitemap.xml")
