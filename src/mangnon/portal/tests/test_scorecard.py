"""The scorecard of the area, of a district, of a commune."""

import re

import pytest

from mangnon.figures.models import Figure
from mangnon.places.models import Place
from mangnon.portal.tests.reading import plain


def test_home_says_the_verdict_in_one_sentence(page):
    words = plain(page("/bang-diem/"))
    assert "Kế hoạch 86-KH/TU hứa tám điều với trẻ em." in words
    assert re.search(r"Đến hết năm 2020: \w+ điều đã giữ", words)
    assert re.search(r"Nay: .*một điều chưa đến kỳ đánh giá", words)


def test_home_has_eight_rows_in_the_order_of_the_plan(page):
    rows = re.findall(r'<li class="promise[^"]*" id="(T\d)"', page("/bang-diem/"))
    assert rows == [f"T{number}" for number in range(1, 9)]


def test_each_row_leads_to_clause_formula_and_table(page):
    shown = page("/bang-diem/")
    assert '/loi-hua/T1/HD@2012-01-01/#clause">Kế hoạch 86-KH/TU · văn bản gốc chưa có</a>' in shown
    assert '/chi-so/T1/">cách tính</a>' in shown
    assert '/loi-hua/T1/HD@2012-01-01/#table">bảng số liệu</a>' in shown


def test_a_year_without_its_decision_is_not_shown_as_zero(page):
    row = page("/bang-diem/").split('id="T8"')[1].split("</li>\n")[0]
    assert "31/12/2024" in row
    assert "31/12/2025" not in row


def test_english_speaks_english(page):
    words = plain(page("/en/scorecard/"))
    assert "Plan 86-KH/TU made eight promises to children." in words
    assert re.search(r"By the end of 2020: \w+ kept", words)
    assert "điều" not in words.replace("Bản minh họa: mọi trẻ em, mọi con số đều là mô phỏng.", "")


def test_the_map_follows_the_promise_and_the_year(page):
    shown = page("/bang-diem/?loi-hua=T2&ky=2020")
    assert "Trẻ em được trợ giúp, chăm sóc, 2020" in shown
    assert "2 huyện (2020)" in shown


def test_the_year_can_be_put_on_the_map_of_today(page):
    shown = page("/bang-diem/?loi-hua=T3&ky=2020&ban-do=2025-12-31&cap=xa")
    new = Place.objects.filter(valid_from="2025-07-01").first()
    assert f"/bang-diem/{new.key}/" in shown


def test_communes_that_stand_in_are_told(page):
    assert "32 đơn vị trên bản đồ này đứng thay từ ngày 01/01/2012" in page(
        "/bang-diem/?ky=2020&cap=xa"
    )
    assert "đứng thay" not in page("/bang-diem/?ky=2025")


def test_a_district_ends_and_says_why(page):
    words = plain(page("/bang-diem/296@2012-01-01/"))
    assert "Bảng điểm dừng ở kỳ cuối trước ngày ấy" in words
    assert "Không đánh giá ở cấp này" in words
    assert "31/12/2025" not in words


def test_what_is_withheld_is_said_in_words(page, released):
    hidden = Figure.objects.filter(
        release=released, withheld="small", indicator__code="T2", place__kind="commune",
        place__valid_from="2025-07-01", period_start__year=2025,
    ).first()  # fmt: skip
    words = plain(page(f"/bang-diem/{hidden.place.key}/"))
    assert "Không công bố: số quá nhỏ" in words


@pytest.mark.parametrize(
    ("path", "why", "short"),
    [
        ("/bang-diem/{key}/", "hơn ba phần năm số nơi có số quá nhỏ", "Không công bố ở cấp này"),
        (
            "/en/scorecard/{key}/",
            "more than three in five places have numbers too small",
            "Not published at this level",
        ),
    ],
)
def test_a_level_left_out_is_said_in_short_and_explained_once(path, why, short, page, released):
    hidden = Figure.objects.filter(
        release=released, withheld="small", indicator__code="T2", place__kind="commune",
        place__valid_from="2025-07-01", period_start__year=2025,
    )  # fmt: skip
    key = hidden.first().place.key
    before = plain(page(path.format(key=key)))
    hidden.filter(place=hidden.first().place).update(withheld="level")
    words = plain(page(path.format(key=key)))
    assert why not in before
    assert short not in before
    assert words.count(why) == words.count(short) == 1


def test_a_commune_has_totals_and_no_map(page):
    new = Place.objects.filter(valid_from="2025-07-01").first()
    shown = page(f"/bang-diem/{new.key}/")
    assert "Ở cấp xã chỉ công bố tổng số" in shown
    assert 'class="mapping"' not in shown


def test_the_release_is_named(page):
    assert "Đợt công bố số 1, ngày 15/01/2026." in plain(page("/bang-diem/"))


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 15),
        ("/bang-diem/", 13),
        ("/bang-diem/296@2012-01-01/", 13),
        ("/loi-hua/T1/HD@2012-01-01/", 15),
        ("/loi-hua/T6/HD@2012-01-01/", 11),
        ("/chi-so/T1/", 12),
        ("/dia-ban/HD@2012-01-01/", 12),
    ],
)
def test_few_questions_are_asked_of_the_database(path, most, page, django_assert_num_queries):
    page(path)  # the first look reads the places
    with django_assert_num_queries(most):
        page(path)


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("place", ["/bang-diem/", "/bang-diem/296@2012-01-01/"])
def test_every_promise_can_be_put_on_the_map(place, number, page):
    shown = page(f"{place}?loi-hua=T{number}")
    assert ('<svg class="chart map' in shown) is (number != 6)


def test_a_promise_of_the_whole_area_says_so_beside(page):
    assert "Chỉ có số của toàn địa bàn" in plain(page("/bang-diem/?loi-hua=T6"))
