"""The addresses of the public site: every page in Vietnamese, and in English under ``/en/``."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from mangnon.portal.addresses import WORDS
from mangnon.portal.views import (
    document_asking,
    document_compared,
    document_files,
    document_forms,
    documents,
    feeds,
    files,
    fund,
    home,
    indicators,
    offices,
    places,
    procedures,
    promise,
    releases,
    reports,
    scorecard,
    search,
    services,
    written,
)
from mangnon.text.sentence import Language
from mangnon.ui.views import parts_page
from mangnon.visits.views import counter


def pages(language: Language) -> list[URLPattern]:
    """Return the addresses of one language; a page's figures stand beside it."""
    word = WORDS[language]
    figures = f"{word['figures']}.<str:kind>"
    card, said = f"{word['scorecard']}/<str:key>/", f"{word['promise']}/<str:code>/"
    paper = f"{word['documents']}/<str:code>/"
    measure, place = f"{word['indicator']}/", f"{word['place']}/"
    return [
        path("", written.first, name="home"),
        path(f"{word['scorecard']}/", home.page, name="scorecard-whole"),
        path(f"{word['scorecard']}/{figures}", home.figures, name="scorecard-whole-figures"),
        path(card, scorecard.page, name="scorecard"),
        path(f"{card}{figures}", scorecard.figures, name="scorecard-figures"),
        path(said, promise.whole_area, name="promise"),
        path(f"{said}<str:key>/", promise.page, name="promise-at"),
        path(f"{said}<str:key>/{figures}", promise.figures, name="promise-at-figures"),
        path(measure, indicators.listed, name="indicators"),
        path(f"{measure}<str:key>/", indicators.page, name="indicator"),
        path(f"{measure}<str:key>/{figures}", indicators.figures, name="indicator-figures"),
        path(place, places.root, name="places"),
        path(f"{place}<str:key>/", places.page, name="place"),
        path(f"{place}<str:key>/{figures}", places.figures, name="place-figures"),
        path(f"{word['releases']}/", releases.page, name="releases"),
        path(f"{word['procedures']}/", written.procedures, name="procedures"),
        path(f"{word['procedures']}/<str:code>/", procedures.page, name="procedure"),
        path(f"{word['services']}/", written.services, name="services"),
        path(f"{word['services']}/<str:code>/", services.page, name="service"),
        path(f"{word['documents']}/", written.documents, name="documents"),
        path(f"{word['documents']}/<str:code>/", documents.page, name="document"),
        path(f"{paper}eli.jsonld", document_forms.linked_data, name="document-data"),
        path(f"{paper}akn.xml", document_forms.akoma_ntoso, name="document-akn"),
        path(f"{paper}{word['feed']}", document_forms.feed, name="document-feed"),
        path(f"{paper}{word['compare']}/", document_compared.choices, name="document-versions"),
        path(
            f"{paper}{word['compare']}/<str:other>/",
            document_compared.page,
            name="document-compared",
        ),
        path(f"{paper}{word['problem']}/", document_asking.problem, name="document-problem"),
        path(f"{paper}{word['follow']}/", document_asking.follow, name="document-follow"),
        path(
            f"{paper}{word['follow']}/xac-nhan/<str:token>/",
            document_asking.confirm,
            name="document-confirm",
        ),
        path(
            f"{paper}{word['follow']}/thoi/<str:token>/", document_asking.stop, name="document-stop"
        ),
        path(
            f"{paper}ban-goc/<uuid:uuid>/<str:name>",
            document_files.original,
            name="document-original",
        ),
        path(f"{paper}loi-van.txt", document_forms.as_text, name="document-text"),
        path(f"{word['offices']}/", written.offices, name="offices"),
        path(f"{word['offices']}/<slug:code>/", offices.page, name="office"),
        path(f"{word['fund']}/", fund.page, name="fund"),
        path(f"{word['reports']}/", written.reports, name="reports"),
        path(f"{word['reports']}/<int:year>/{figures}", reports.figures, name="report-figures"),
        path(word["feed"], feeds.news, name="feed"),
        path(f"{word['visits']}.svg", counter.drawn, name="visits-picture"),
        path(f"{word['visits']}.txt", counter.as_text, name="visits-text"),
        path(f"{word['search']}/", search.page, name="search"),
        re_path(r"^(?P<path>(?:[\w-]+/)+)$", written.page, name="written"),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("sitemap.xml", feeds.site_map, name="site-map"),
    path("robots.txt", feeds.robots, name="robots"),
    path("tep/images/<str:name>", files.picture, name="picture"),
    # Named as Wagtail asks for the address of a file in a text, a block, a list.
    path("tep/tai-lieu/<int:number>/<str:name>", files.document, name="wagtaildocs_serve"),
    path("phan-giao-dien/", parts_page, {"other": "/en/design-parts/"}, name="parts"),
    path("en/design-parts/", parts_page, {"other": "/phan-giao-dien/"}, name="parts-en"),
    path("en/", include((pages("en"), "en"))),
    path("", include((pages("vi"), "vi"))),
]
