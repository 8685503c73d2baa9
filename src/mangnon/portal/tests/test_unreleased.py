"""Before the first release: pages that say so, whatever else is there."""

import pytest

from mangnon.portal.tests.reading import plain

PATHS = [
    "/",
    "/en/",
    "/bang-diem/HD/",
    "/loi-hua/T1/",
    "/en/promise/T8/HD@2012-01-01/",
    "/chi-so/",
    "/chi-so/T4/",
    "/en/indicator/T6/",
    "/dia-ban/",
    "/en/place/300@2012-01-01/",
    "/cong-bo/",
    "/bang-diem/so-lieu.csv",
]


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_installation_says_so(path, db, client):
    answer = client.get(path)
    assert answer.status_code == (200 if path in ("/", "/en/") else 404)
    english = path.startswith("/en/")
    said = "No figures have been released yet" if english else "Chưa có đợt công bố"
    assert said in plain(answer.content.decode())


def test_the_page_of_parts_needs_no_figures(db, client):
    assert client.get("/phan-giao-dien/").status_code == 200


@pytest.mark.parametrize("path", ["/thu-tuc-hanh-chinh/", "/dich-vu-cong/", "/van-ban/"])
def test_an_empty_house_has_its_lists(path, db, client):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "Không có mục nào" in answer.content.decode()
