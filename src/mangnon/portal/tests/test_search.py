"""Finding: by the search page, without marks, narrowed, quoted; by clicking, in three clicks."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from mangnon.finding import missing
from mangnon.finding.models import Missed
from mangnon.portal.tests.reading import plain

CLICKS = 3
LINK = re.compile(r'<a [^>]*href="(/[^"#?]*)')
HIT = re.compile(r'<h2><a href="([^"]+)">')
# What is sought, and what somebody types who has no accents on the keyboard.
SOUGHT = {
    "/tin-tuc/hoi-nghi-2013/": "hoi nghi quan triet chi thi",
    "/van-ban/directive-20/": "chi thi 20-ct/tw",
    "/van-ban/plan-86/": "ke hoach 86-kh/tu",
    "/chinh-sach/tro-cap-xa-hoi-hang-thang/": "chinh sach tro cap xa hoi hang thang",
    "/thu-tuc-hanh-chinh/dang-ky-khai-sinh/": "thu tuc dang ky khai sinh",
    "/gioi-thieu/co-quan/so-y-te-hai-phong/": "so y te hai phong",
    "/kinh-te-xa-hoi/bao-cao/": "bao cao thong ke",
}
SCORECARD, PLACE = "/bang-diem/296@2012-01-01/", "/dia-ban/296@2012-01-01/"


def test_the_box_finds_what_the_pack_brings(page):
    shown = page("/tim-kiem/?q=tre+em+co+hoan+canh+dac+biet")
    assert "<mark>trẻ</mark> <mark>em</mark>" in shown
    assert 'href="/loi-hua/T1/"' in shown


def test_english_finds_english(page):
    shown = page("/en/search/?q=under-5+mortality")
    assert 'href="/en/promise/T6/"' in shown or 'href="/en/indicator/T6/"' in shown
    assert "items" in plain(shown) or "found" in plain(shown)


def test_a_place_is_found_and_narrows(page):
    shown = page("/tim-kiem/?q=binh+giang")
    assert re.search(r'<h2><a href="/dia-ban/296@2012-01-01/">', shown)
    narrowed = page("/tim-kiem/?q=xa&noi=296@2012-01-01")
    assert 'aria-current="true">Huyện Bình Giang</a>' in narrowed
    assert 'href="/dia-ban/300@2012-01-01/"' not in narrowed


def test_what_was_asked_stays_in_the_box_and_in_the_other_language(page):
    shown = page("/tim-kiem/?q=xa&loai=place")
    assert re.search(r'name="q" type="search" value="xa"', shown)
    assert 'href="/en/search/?q=xa&amp;loai=place"' in shown


def test_nothing_found_leads_on(page):
    shown = plain(page("/tim-kiem/?q=zzqx"))
    assert "Không tìm thấy mục nào" in shown
    assert "Gọi 111" in shown


def test_a_slip_is_asked_back(page):
    shown = page("/tim-kiem/?q=suy+dinhh+duong")
    assert re.search(r'Có phải bạn tìm: <a href="/tim-kiem/\?q=[^"]+"><b>suy dinh duong</b>', shown)


def test_a_search_page_asks_not_to_be_listed_and_to_send_only_here(released, client):
    answer = client.get("/tim-kiem/?q=a")
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies


@pytest.mark.parametrize(
    "typed", ["%22" * 10_240, "%00", "%ED%A0%80", "%27%3B--", "%25", "", "%20", "a" * 9_000]
)
def test_whatever_is_typed_is_answered(typed, released, client):
    query = f"q={typed}&loai={typed[:300]}&nam={typed[:300]}&noi={typed[:300]}&trang={typed[:9]}"
    answer = client.get(f"/tim-kiem/?{query}")
    assert answer.status_code == 200
    assert client.get(f"/tim-kiem/?q={typed}").status_code == 200


def test_what_is_typed_is_shown_as_text(page):
    shown = page('/tim-kiem/?q="><script>alert(1)</script>')
    assert "<script>alert" not in shown


def test_at_most_fifteen_questions(released, client, django_assert_max_num_queries):
    missing.write()  # what is written after an answer, now and then, is no question of the page
    for query in ("q=tre+em", "q=zzqx+hoan+canhh", "q=xa&loai=place&noi=296@2012-01-01"):
        with django_assert_max_num_queries(15):
            client.get(f"/tim-kiem/?{query}")


def test_without_a_release_the_box_still_finds(db, client):
    assert client.get("/tim-kiem/?q=tre+em").status_code == 200


def test_what_nobody_found_is_counted_without_anybody(released, client):
    missing.write()
    Missed.objects.all().delete()  # what the tests before this one sought
    for typed in ("zzqx", "ZZQX", "0912 345 678", "a@b.vn", "con toi la nguyen van an o xa zzqx"):
        client.get("/tim-kiem/", {"q": typed})
    missing.write()
    assert list(Missed.objects.values_list("words", "times")) == [("zzqx", 2)]


@pytest.fixture
def clicks(released, client):
    """Say within how many clicks from the first page an address is reached; pages read once."""
    levels, read = [["/"]], {"/"}

    def reached(address: str) -> int | None:
        for level in range(CLICKS):
            if level + 1 == len(levels):
                pages = [client.get(unescape(at), follow=True) for at in levels[level]]
                found = [one for page in pages for one in LINK.findall(page.content.decode())]
                fresh = [one for one in dict.fromkeys(found) if one not in read]
                read.update(fresh)
                levels.append([one for one in fresh if one.endswith("/") and "/en/" not in one])
            if address in levels[level + 1]:
                return level + 1
        return None

    return reached


def test_everything_sought_is_at_most_three_clicks_away(clicks):
    far = {one: clicks(one) for one in (*SOUGHT, SCORECARD)}
    assert None not in far.values(), far


@pytest.mark.parametrize("address", SOUGHT)
def test_typed_without_accents_it_is_among_the_first(address, page):
    assert address in HIT.findall(page(f"/tim-kiem/?q={quote(SOUGHT[address])}"))[:5]


def test_a_places_scorecard_is_one_click_from_what_is_found(page):
    assert HIT.findall(page("/tim-kiem/?q=huyen%20binh%20giang"))[0] == PLACE
    assert f'href="{SCORECARD}"' in page(PLACE)


def test_the_plan_has_the_eight_targets_printed_beside_it(page):
    shown = page("/van-ban/plan-86/")
    assert [f"/loi-hua/T{number}/" in shown for number in range(1, 9)] == [True] * 8
    assert shown.count('class="clause"') == 8
    assert "dưới 2,5%" in plain(shown)
