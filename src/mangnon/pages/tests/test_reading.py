"""The written pages as the public reads them."""

import re

from django.test import Client

from mangnon.pages.models import NewsIndexPage, NewsPage, TextPage


def news(title: str = "Trạm y tế mở lại", *, live: bool = True) -> NewsPage:
    page = NewsPage(title=title, slug="tram-y-te", lead="Từ thứ Hai.", date="2015-05-04", live=live)
    NewsIndexPage.objects.get(slug="tin-tuc").add_child(instance=page)
    return page


def test_a_draft_is_not_there(written, client):
    news(live=False)
    assert client.get("/tin-tuc/tram-y-te/").status_code == 404
    assert "Trạm y tế" not in client.get("/tin-tuc/").content.decode()
    assert "Trạm y tế" not in client.get("/tin.xml").content.decode()


def test_news_stands_on_the_first_page_in_the_list_and_in_the_feed(written, client):
    news()
    for path in ("/", "/tin-tuc/", "/tin.xml", "/tin-tuc/tram-y-te/"):
        assert "Trạm y tế mở lại" in client.get(path).content.decode(), path


def test_what_is_written_is_found_without_accents(written, client):
    news().save_revision().publish()
    assert "/tin-tuc/tram-y-te/" in client.get("/tim-kiem/?q=tram+y+te+mo+lai").content.decode()
    NewsPage.objects.get(slug="tram-y-te").unpublish()
    assert "/tin-tuc/tram-y-te/" not in client.get("/tim-kiem/?q=tram+y+te").content.decode()


def test_the_feed_of_one_language_holds_no_other(written, client):
    news()
    assert "Trạm y tế" not in client.get("/en/news.xml").content.decode()


def test_the_way_to_a_page(written, client):
    news()
    shown = client.get("/tin-tuc/tram-y-te/").content.decode()
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', shown, re.DOTALL).group()
    assert re.findall(r'href="([^"]+)"', crumbs) == ["/", "/tin-tuc/"]
    assert 'aria-current="page">Trạm y tế mở lại' in crumbs


def test_unpublished_it_is_gone(written, client):
    news().unpublish()
    assert client.get("/tin-tuc/tram-y-te/").status_code == 404


def test_an_old_address_leads_to_the_new_one(written, client, django_capture_on_commit_callbacks):
    page = news()
    page.slug = "tram-moi"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    answer = client.get("/tin-tuc/tram-y-te/")
    assert (answer.status_code, answer["Location"]) == (301, "/tin-tuc/tram-moi/")


def test_a_page_on_violence_has_a_way_out(written, client):
    assert 'class="exit"' not in client.get("/gioi-thieu/").content.decode()
    TextPage.objects.update(protects=True)
    shown = client.get("/gioi-thieu/").content.decode()
    assert 'class="exit"' in shown
    assert 'rel="noreferrer' in shown


def test_no_page_asks_for_a_cookie(written):
    client = Client(enforce_csrf_checks=True)
    for path in ("/", "/en/", "/gioi-thieu/", "/tin-tuc/", "/tin.xml", "/sitemap.xml"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_the_site_map_lists_both_languages(written, client):
    listed = client.get("/sitemap.xml").content.decode()
    assert "/gioi-thieu/</loc>" in listed
    assert "/en/about/</loc>" in listed


def test_strange_addresses_are_not_there(written, client):
    for path in ("/khong-co/", "/tin-tuc/khong-co/", "/en/gioi-thieu/", "/gioi-thieu/x/y/z/"):
        assert client.get(path).status_code == 404, path
    assert client.get("/tin-tuc/?trang=99999999999&nam=-1").status_code == 200
