"""What programs read: the news as a feed, the site map, what robots are asked."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from wagtail.models import Page

from mangnon.finding.providing import LANGUAGES
from mangnon.legislation import public as legislation
from mangnon.pages.models import NewsPage
from mangnon.pages.roots import address_below, roots
from mangnon.pages.tree import tree_of
from mangnon.places.models import Office
from mangnon.portal.addresses import address
from mangnon.portal.written.frame import articles
from mangnon.procedures import public as procedures
from mangnon.services import public as services
from mangnon.ui.templatetags.mangnon_ui import page_language

_NEWEST = 30


def news(request: HttpRequest) -> HttpResponse:
    """Hand out the newest news as RSS."""
    language = page_language()
    tree = tree_of(language)
    if tree is None:
        raise Http404
    at = request.build_absolute_uri
    feed = Rss201rev2Feed(
        title=settings.SITE_NAME,
        link=at(address("home", language)),
        description=_("Tin về chương trình vì trẻ em của tỉnh"),
        language=language,
        feed_url=at(address("feed", language)),
    )
    pages = NewsPage.objects.descendant_of(tree.home).live().order_by("-date", "-path")[:_NEWEST]
    for one in articles(pages):
        where = at(tree.address(one))
        day = make_aware(datetime.combine(one.date, time(7)))
        feed.add_item(one.title, where, one.lead, unique_id=where, pubdate=day)
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8"
    )


def site_map(request: HttpRequest) -> HttpResponse:
    """List what is to be found: written pages with the day of their last change, and the rest."""
    known = roots()
    lines = [_entry(request, known, one) for one in Page.objects.live().filter(depth__gte=2)]
    lines += [_plain(request, one) for one in _listed()]
    body = "".join(["<?xml version='1.0' encoding='UTF-8'?>\n", _OPEN, *lines, "</urlset>\n"])
    return HttpResponse(body, content_type="application/xml; charset=utf-8")


_OPEN = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def _entry(request: HttpRequest, known: list[Any], page: Page) -> str:
    path = address_below(known, page.url_path)
    if path is None:
        return ""
    day = page.last_published_at.date().isoformat() if page.last_published_at else ""
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{request.build_absolute_uri(path)}</loc>{changed}</url>\n"


def _listed() -> Iterator[str]:
    """Yield the addresses of offices, procedures, services and documents in both languages."""
    kinds = {
        "office": Office.objects.order_by("pk").values_list("code", flat=True),
        "procedure": procedures.names(),
        "service": services.names(),
        "document": legislation.names(),
    }
    for language in LANGUAGES:
        yield from (
            address(kind, language, code=code) for kind, codes in kinds.items() for code in codes
        )


def _plain(request: HttpRequest, path: str) -> str:
    return f"<url><loc>{request.build_absolute_uri(path)}</loc></url>\n"


def robots(request: HttpRequest) -> HttpResponse:
    """Ask robots to leave the private house and the search alone."""
    lines = ("User-agent: *", "Disallow: /desk/", "Disallow: /tim-kiem/", "Disallow: /en/search/")
    where = request.build_absolute_uri(reverse("site-map"))
    return HttpResponse("\n".join([*lines, f"Sitemap: {where}", ""]), content_type="text/plain")
