"""Procedures, services, documents: lists that can be narrowed, pages with all their parts."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mangnon import clock
from mangnon.legislation.models import Document
from mangnon.portal.tests.province import TODAY
from mangnon.portal.tests.reading import plain
from mangnon.procedures.models import Procedure


@pytest.fixture
def read(applied_nowhere, client):
    """Read a page of Nowhere, which has released no figures, in fifteen queries at most."""

    def reading(path: str, status: int = 200) -> str:
        with clock.pinned(TODAY), CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert answer.status_code == status, path
        assert len(asked) <= 15, "\n".join(one["sql"] for one in asked)
        return answer.content.decode()

    return reading


def entries(shown: str) -> list[str]:
    return re.findall(r'<li><h2><a href="([^"]+)">', shown)


def test_procedures_stand_in_the_order_of_the_alphabet(read):
    Procedure.objects.filter(code="name-a-child").update(name_vi="Đăng ký", name_en="Naming")
    assert entries(read("/thu-tuc-hanh-chinh/")) == [
        "/thu-tuc-hanh-chinh/ask-for-a-midwife/",
        "/thu-tuc-hanh-chinh/name-a-child/",
    ]
    shown = read("/en/procedures/")
    assert entries(shown) == ["/en/procedures/ask-for-a-midwife/", "/en/procedures/name-a-child/"]
    assert "Asking for a midwife" in shown


def test_a_list_is_narrowed_and_counts_what_is_left(read):
    shown = read("/thu-tuc-hanh-chinh/?linh-vuc=health")
    assert entries(shown) == ["/thu-tuc-hanh-chinh/ask-for-a-midwife/"]
    assert "Hộ tịch (1)" in shown and "Cấp huyện" not in shown
    assert 'href="/en/procedures/?linh-vuc=health"' in shown


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/thu-tuc-hanh-chinh/?linh-vuc=x", "Không có lựa chọn “x” cho “linh-vuc”"),
        ("/dich-vu-cong/?tuoi=200", "Không có lựa chọn “200” cho “tuoi”"),
        ("/van-ban/?loai=thu", "Không có lựa chọn “thu” cho “loai”"),
    ],
)
def test_a_wrong_choice_is_named(read, path, said):
    assert said in plain(read(path, 400))


@pytest.mark.parametrize(
    ("path", "said", "way"),
    [
        ("/thu-tuc-hanh-chinh/name-child/", "Không có thủ tục nào mang mã “name-child”",
         "/thu-tuc-hanh-chinh/name-a-child/"),
        ("/en/services/bel/", "No service has the code “bel”", "/en/services/bell/"),
        ("/van-ban/chart/", "Không có văn bản nào mang mã “chart”", "/van-ban/charter/"),
        ("/dich-vu-cong/?noi=zz", "Không có địa bàn nào mang mã “zz”", "/"),
    ],
)  # fmt: skip
def test_what_is_not_there_leads_to_what_is_near(read, path, said, way):
    shown = read(path, 404)
    assert said in plain(shown)
    assert f'href="{way}"' in shown


def test_a_procedure_shows_all_its_parts(read):
    words = plain(read("/thu-tuc-hanh-chinh/name-a-child/"))
    for said in (
        "Khi một em bé ra đời.", "Mã quốc gia 9.000001", "Ai được nộp Cha, mẹ.",
        "Cơ quan giải quyết Hội đồng Không Đâu", "Kết quả Giấy có tên.", "Viết tên lên giấy.",
        "Mang giấy tới Hội đồng. cần đối chiếu", "Trực tiếp Hội đồng Không Đâu Trong ngày chưa có",
        "Giấy báo sinh Bản chính 1", "Luật trẻ em Không Đâu , Điều 1",
        "phải được xem lại trước ngày 31/12/2026", "Thay cho: Đặt tên cho trẻ em (2001)",
    ):  # fmt: skip
        assert said in words, said


def test_a_procedure_says_what_it_does_not_know(read):
    shown = read("/thu-tuc-hanh-chinh/ask-for-a-midwife/")
    words = plain(shown)
    assert "chưa có; “ask-for-a-midwife” là mã của trang này" in words
    assert "Cần đối chiếu: Chưa xem bản gốc." in words
    assert "Cách nộp, thời hạn, phí: chưa có." in words
    assert "Lệ làng cần đối chiếu" in words
    assert 'href="/dich-vu-cong/well/"' in shown


def test_a_procedure_in_english(read):
    shown = read("/en/procedures/name-a-child/")
    words = plain(shown)
    assert "Write the name on paper." in words and "In person" in words
    assert "to be checked" in words and "by 31 December 2026" in words
    assert 'href="/en/documents/act/"' in shown
    assert not re.search("[ăâđêôơưĂÂĐÊÔƠƯ]", words.split("Steps")[1].split("review")[0])


def test_one_that_was_replaced_says_so(read):
    shown = read("/thu-tuc-hanh-chinh/name-a-child-2001/")
    assert "không còn áp dụng từ ngày 01/01/2020" in plain(shown)
    assert 'Được thay bằng: <a href="/thu-tuc-hanh-chinh/name-a-child/">' in shown


def test_a_national_code_leads_to_the_page(read, client):
    answer = client.get("/en/procedures/9.000001/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/procedures/name-a-child/")


def test_services_are_narrowed_by_kind_age_and_place(read):
    assert len(entries(read("/dich-vu-cong/"))) == 2
    assert entries(read("/dich-vu-cong/?loai=health")) == ["/dich-vu-cong/well/"]
    assert entries(read("/dich-vu-cong/?tuoi=11-15")) == ["/dich-vu-cong/bell/"]
    shown = read("/dich-vu-cong/?noi=d@2020-01-01")
    assert entries(shown) == ["/dich-vu-cong/bell/"]
    assert "Rural Dogelder (1)" in shown and "Rural Alderbirch (2)" in shown
    assert "Y tế (1)" not in shown


def test_a_service_says_how_it_is_reached_and_what_is_not_known(read):
    words = plain(read("/dich-vu-cong/bell/"))
    assert (
        "Điện thoại 000" in words
        and "Phục vụ toàn địa bàn" in words
        and "Tuổi đến 17 tuổi" in words
    )
    shown = read("/dich-vu-cong/well/")
    words = plain(shown)
    assert "Điện thoại chưa có" in words and "Giờ làm việc chưa có" in words
    assert "Phục vụ Rural Alder, Urban Cedar" in words
    assert 'href="/thu-tuc-hanh-chinh/ask-for-a-midwife/"' in shown
    assert 'href="/van-ban/act/"' in shown


def test_documents_newest_first(read):
    assert entries(read("/van-ban/")) == ["/van-ban/charter/", "/van-ban/act/"]
    assert entries(read("/van-ban/?loai=law")) == ["/van-ban/act/"]


def test_a_document_with_its_clauses_and_targets(read):
    shown = read("/van-ban/charter/")
    words = plain(shown)
    assert "Mục 2" in words and 'id="2"' in shown
    assert "Thực hiện Luật trẻ em Không Đâu" in words
    assert "Văn bản gốc chưa có ở đây" not in words
    assert 'href="/loi-hua/P1/"' in shown


def test_a_document_that_is_not_held_and_what_rests_on_it(read):
    shown = read("/van-ban/act/")
    words = plain(shown)
    assert "Văn bản gốc chưa có ở đây" in words
    assert "Được thực hiện bằng Hiến chương trẻ em Không Đâu" in words
    assert 'href="/thu-tuc-hanh-chinh/name-a-child/"' in shown
    assert 'href="/dich-vu-cong/well/"' in shown


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (None, None, "Danh mục chưa ghi ngày có hiệu lực"),
        ("2026-03-01", None, "Có hiệu lực từ ngày 01/03/2026, chưa tới"),
        ("2020-01-01", None, "từ ngày 01/01/2020; danh mục chưa ghi ngày hết hiệu lực"),
        ("2020-01-01", "2027-01-01", "từ ngày 01/01/2020 đến trước ngày 01/01/2027"),
        ("2020-01-01", "2026-01-15", "Hết hiệu lực từ ngày 15/01/2026"),
    ],
)
def test_its_force_is_told_as_far_as_it_is_known(read, begins, ends, said):
    Document.objects.filter(code="act").update(in_force_from=begins, expired_on=ends)
    assert said in plain(read("/van-ban/act/"))
