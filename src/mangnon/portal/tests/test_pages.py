"""Promises, indicators, places, releases; what is not there; the headers of every answer."""

import re

import pytest
from django.test import override_settings
from django.urls import reverse

from mangnon.figures.models import Release
from mangnon.indicators.models import Indicator
from mangnon.places import generation
from mangnon.places.models import Place, Succession
from mangnon.portal.tests.reading import plain

AREA = "HD@2012-01-01"
PATHS = [
    "/",
    "/en/",
    "/bang-diem/296@2012-01-01/",
    f"/loi-hua/T1/{AREA}/",
    f"/en/promise/T8/{AREA}/",
    "/chi-so/",
    "/chi-so/T4/",
    "/en/indicator/T6/",
    f"/dia-ban/{AREA}/",
    "/en/place/300@2012-01-01/",
    "/cong-bo/",
    "/thu-tuc-hanh-chinh/",
    "/thu-tuc-hanh-chinh/dang-ky-khai-sinh/",
    "/en/services/",
    "/dich-vu-cong/tong-dai-111/",
    "/van-ban/",
    "/en/documents/plan-86/",
    "/phan-giao-dien/",
]


@pytest.mark.parametrize("path", PATHS)
def test_headers_of_every_page(path, released, client):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"
    )
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Accept-Language" not in answer.headers.get("Vary", "")
    assert b"csrf" not in answer.content.lower()
    assert b" style=" not in answer.content


@pytest.mark.parametrize("path", PATHS[:-1])
def test_an_unchanged_page_is_not_sent_again(path, released, client):
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.content == b""


def test_pages_travel_compressed(released, client):
    answer = client.get("/", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) < 25_000


def test_nothing_can_be_written(released, client):
    assert client.post("/").status_code == 405


@pytest.mark.parametrize("path", PATHS[:-1])
def test_each_page_leads_to_itself_in_the_other_language(path, released, client):
    shown = client.get(path).content.decode()
    other = re.search(r'<link rel="alternate" hreflang="(..)" href="([^"]+)">', shown)
    assert other[2].startswith("/en/") is not path.startswith("/en/")
    back = client.get(other[2]).content.decode()
    assert f'href="{path}"' in back


def test_what_was_chosen_stays_in_the_other_language(page):
    assert 'href="/en/scorecard/?loi-hua=T2&amp;ky=2020"' in page(
        "/bang-diem/?loi-hua=T2&ky=2020&lạ=1"
    )


def test_a_promise_shows_its_clause_as_printed_and_as_read(page):
    words = plain(page(f"/loi-hua/T6/{AREA}/"))
    assert "Tử vong trẻ em dưới 5 tuổi: dưới 3,5%" in words
    assert "Dưới 3,5‰ (trên 1.000 trẻ đẻ ra sống)" in words
    assert "văn bản gốc chưa có" in words


def test_a_promise_writes_its_arithmetic_out(page):
    words = plain(page(f"/loi-hua/T6/{AREA}/"))
    assert "90 ÷ 26.500 × 1.000 = 3,40‰" in words
    assert "khoảng tin cậy 95" in words


def test_series_are_drawn_apart(page):
    words = plain(page(f"/loi-hua/T4/{AREA}/"))
    assert "Điều tra dinh dưỡng hằng năm · Điều tra chọn mẫu" in words
    assert "Cân đo tại trạm y tế · Đếm từ hồ sơ" in words


def test_a_break_is_told_in_the_picture(page):
    assert "6-2017: Từ ngày 01/06/2017" in page(f"/loi-hua/T1/{AREA}/")


def test_parts_from_the_district_up_only(page):
    assert "Giảm tỷ lệ trẻ em có hoàn cảnh đặc biệt · giới tính" in page(f"/loi-hua/T1/{AREA}/")
    new = Place.objects.filter(valid_from="2025-07-01").first()
    assert "Chia nhỏ ra" not in page(f"/loi-hua/T1/{new.key}/")


def test_places_below_can_be_sorted(page):
    shown = page(f"/loi-hua/T3/{AREA}/?ky=2020&cap=xa&sap-xep=gia-tri&thu-tu=giam")
    table = shown.split('aria-labelledby="places-caption"')[1].split("</table>")[0]
    values = [
        float(found.replace(",", ".")) for found in re.findall(r'<td class="num">([\d,]+)%', table)
    ]
    assert len(values) == 32
    assert values == sorted(values, reverse=True)
    assert 'aria-sort="descending"' in table


def test_a_bare_promise_leads_to_the_whole_area(released, client):
    answer = client.get("/loi-hua/T1/?ky=2020&lạ=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/loi-hua/T1/{AREA}/?ky=2020")


def test_a_bare_code_leads_to_who_lives_on_the_day(released, client):
    new = Place.objects.filter(valid_from="2025-07-01").first()
    answer = client.get(f"/bang-diem/{new.code}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/bang-diem/{new.key}/")


def test_a_bare_code_of_the_past_leads_to_its_newest(released, client):
    answer = client.get("/en/place/296/")
    assert answer.headers["Location"] == "/en/place/296@2012-01-01/"


def test_a_day_of_its_life_leads_to_the_place(released, client):
    answer = client.get("/dia-ban/296@2020-05-05/")
    assert answer.headers["Location"] == "/dia-ban/296@2012-01-01/"


@pytest.mark.parametrize("code", ["T1", "T4", "T6", "T7", "T8"])
def test_an_indicator_shows_definition_formula_limits(code, page):
    declared = Indicator.objects.get(code=code).declaration
    words = plain(page(f"/chi-so/{code}/")).replace("&quot;", '"')
    assert " ".join(declared["definition_vi"].split()) in words
    assert declared["limits"][0]["vi"] in words


def test_an_indicator_shows_its_compiled_statement(page):
    shown = page("/chi-so/T1/")
    assert "GROUPING SETS" in shown
    assert "age_years &lt; 16 AND in_circumstances" in shown


def test_a_reported_indicator_has_no_statement(page):
    shown = page("/chi-so/T6/")
    assert "GROUPING SETS" not in shown
    assert "Không đếm từ hồ sơ" in shown


def test_an_old_commune_says_what_became_of_it(page):
    one = Succession.objects.select_related("source", "target").filter(estimated=True).first()
    shown = page(f"/dia-ban/{one.source.key}/")
    assert f'/dia-ban/{one.target.key}/">{one.target.name_vi}</a>' in shown
    assert "ước tính" in shown


def test_a_new_commune_says_what_it_was_made_of(page):
    one = Succession.objects.select_related("source", "target").first()
    shown = page(f"/dia-ban/{one.target.key}/")
    assert f'/dia-ban/{one.source.key}/">{one.source.name_vi}</a>' in shown


def test_releases_are_named_with_who_made_them(page):
    words = plain(page("/cong-bo/"))
    assert "15/01/2026 Bà Tám" in words
    assert "từ 1 đến 4" in words


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/khong-co/", "Địa chỉ này không dẫn đến đâu"),
        ("/dia-ban/99999/", "Không có địa bàn nào mang mã “99999”"),
        ("/bang-diem/xyz@2012-01-01/", "Không có địa bàn nào mang mã"),
        ("/loi-hua/T99/", "Không có lời hứa nào mang mã “T99”"),
        (f"/loi-hua/T99/{AREA}/", "Không có lời hứa nào mang mã “T99”"),
        ("/chi-so/T99/", "Không có chỉ số nào mang mã “T99”"),
        ("/bang-diem/30@2012-01-01/", "Đợt công bố này không có số liệu"),
        (f"/loi-hua/T1/{AREA}/so-lieu.csv/", "Địa chỉ này không dẫn đến đâu"),
    ],
)
def test_what_is_not_there_says_what_to_do(path, said, page):
    words = plain(page(path, 404))
    assert said in words
    assert "Về trang đầu" in words


def test_near_codes_are_offered(page):
    shown = page("/dia-ban/2967/", 404)
    assert '/dia-ban/296@2012-01-01/"' in shown


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ky=1999", "Không có lựa chọn “1999” cho “ky”"),
        ("ban-do=abc", "“abc” không phải là một ngày"),
        ("ban-do=2025-13-01", "“2025-13-01” không phải là một ngày"),
        ("ban-do=1999-01-01", "Không có bản đồ của ngày 1999-01-01"),
        ("loi-hua=T9", "Không có lựa chọn “T9” cho “loi-hua”"),
        ("cap=thon", "Không có lựa chọn “thon” cho “cap”"),
    ],
)
def test_a_wrong_choice_says_what_can_be_chosen(query, said, page):
    assert said in plain(page(f"/bang-diem/?{query}", 400))


@pytest.mark.parametrize("query", ["sap-xep=tuoi", "thu-tu=ngang", "chia=mau-toc"])
def test_a_wrong_order_says_what_can_be_chosen(query, page):
    assert "Không có lựa chọn" in plain(page(f"/loi-hua/T1/{AREA}/?{query}", 400))


def test_a_bad_day_in_an_address(page):
    assert "không phải là một ngày" in plain(page("/dia-ban/296@2012-99-01/", 400))


def test_unknown_parameters_are_ignored(page):
    assert page("/bang-diem/?utm_source=x&y=z") == page("/bang-diem/")


def test_an_unfinished_release_is_not_public(released, client):
    Release.objects.update(finished=False)
    assert "Chưa có đợt công bố" in client.get("/bang-diem/").content.decode()


@override_settings(DEMO=True)
@pytest.mark.parametrize("path", [*PATHS, "/khong-co/"])
def test_every_page_of_a_demonstration_says_so(path, released, client):
    assert "mọi con số đều là mô phỏng" in client.get(path).content.decode()


def test_a_failure_of_the_server_is_a_page_too(released, client, monkeypatch):
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("mangnon.portal.views.releases.render", fail)
    client.raise_request_exception = False
    answer = client.get(reverse("vi:releases"))
    assert answer.status_code == 500
    assert answer.headers["Cache-Control"] == "no-store"
    assert "lỗi của máy chủ" in answer.content.decode()


def test_two_places_of_one_name_are_told_apart(page):
    one, other = Place.objects.filter(kind="commune", valid_to__isnull=False)[:2]
    Place.objects.filter(pk__in=[one.pk, other.pk]).update(name_vi="Xã Trùng Tên")
    generation.bump()
    shown = page(f"/loi-hua/T3/{AREA}/?ky=2020&cap=xa")
    assert len(re.findall(r">Xã Trùng Tên \(Huyện [^)]+\)</a>", shown)) == 2


def test_a_promise_of_the_whole_area_offers_no_year_and_no_map(page):
    words = plain(page(f"/loi-hua/T6/{AREA}/"))
    assert "Chỉ có số của toàn địa bàn" in words
    assert "Bản đồ của" not in words


def test_the_plan_shows_its_eight_targets_as_printed(page):
    shown = page("/van-ban/plan-86/")
    printed = re.findall(r'<blockquote lang="vi">(.*?)</blockquote>', shown)
    assert len(printed) == 8
    assert any("Tử vong trẻ em dưới 5 tuổi: dưới 3,5%" in one for one in printed)
    assert len(re.findall(r'<h3><a href="/loi-hua/T\d/">', shown)) == 8
    assert "Thực hiện" in plain(shown) and 'href="/van-ban/directive-20/"' in shown


def test_a_promise_leads_to_its_document(page):
    assert 'href="/van-ban/plan-86/"' in page("/loi-hua/T1/HD@2012-01-01/")


def test_from_target_two_to_what_holds_today(page):
    promise = page("/van-ban/plan-86/")
    shown = plain(promise)
    assert "Văn bản gốc chưa có ở đây" in shown
    assert "/van-ban/directive-20/" in promise and "/van-ban/conference-report-2013/" in promise
    assert "Chỉ thị về tăng cường công tác chăm sóc" in shown and "28-CT/TW" in shown
    assert "/loi-hua/T2/" in promise
    assert "28-CT/TW" in plain(page("/van-ban/directive-20/"))
