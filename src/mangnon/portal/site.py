"""The addresses of the public site: every page in Vietnamese, and in English under ``/en/``."""

from django.urls import URLPattern, URLResolver, include, path

from mangnon.portal.addresses import WORDS
from mangnon.portal.views import home, indicators, places, promise, releases, scorecard
from mangnon.text.sentence import Language
from mangnon.ui.views import parts_page


def pages(language: Language) -> list[URLPattern]:
    """Return the addresses of one language; a page's figures stand beside it."""
    word = WORDS[language]
    files = f"{word['figures']}.<str:kind>"
    card, said = f"{word['scorecard']}/<str:key>/", f"{word['promise']}/<str:code>/"
    measure, place = f"{word['indicator']}/", f"{word['place']}/"
    return [
        path("", home.page, name="home"),
        path(files, home.figures, name="home-figures"),
        path(card, scorecard.page, name="scorecard"),
        path(f"{card}{files}", scorecard.figures, name="scorecard-figures"),
        path(said, promise.whole_area, name="promise"),
        path(f"{said}<str:key>/", promise.page, name="promise-at"),
        path(f"{said}<str:key>/{files}", promise.figures, name="promise-at-figures"),
        path(measure, indicators.listed, name="indicators"),
        path(f"{measure}<str:key>/", indicators.page, name="indicator"),
        path(f"{measure}<str:key>/{files}", indicators.figures, name="indicator-figures"),
        path(place, places.root, name="places"),
        path(f"{place}<str:key>/", places.page, name="place"),
        path(f"{place}<str:key>/{files}", places.figures, name="place-figures"),
        path(f"{word['releases']}/", releases.page, name="releases"),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("phan-giao-dien/", parts_page, name="parts"),
    path("en/", include((pages("en"), "en"))),
    path("", include((pages("vi"), "vi"))),
]
