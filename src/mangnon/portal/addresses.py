"""Addresses of pages in both languages; nothing else in the portal spells one out."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from mangnon.text.sentence import Language

# The words of the addresses; each page's path begins with them.
WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "scorecard": "bang-diem",
        "promise": "loi-hua",
        "indicator": "chi-so",
        "place": "dia-ban",
        "releases": "cong-bo",
        "search": "tim-kiem",
        "feed": "tin.xml",
        "figures": "so-lieu",
        "procedures": "thu-tuc-hanh-chinh",
        "services": "dich-vu-cong",
        "documents": "van-ban",
        "visits": "luot-xem",
        "offices": "gioi-thieu/co-quan",
        "reports": "kinh-te-xa-hoi/bao-cao",
        "fund": "kinh-te-xa-hoi/quy-bao-tro-tre-em",
        "compare": "so-sanh",
        "problem": "bao-sai",
        "follow": "theo-doi",
    },
    "en": {
        "scorecard": "scorecard",
        "promise": "promise",
        "indicator": "indicator",
        "place": "place",
        "releases": "releases",
        "search": "search",
        "feed": "news.xml",
        "figures": "figures",
        "procedures": "procedures",
        "services": "services",
        "documents": "documents",
        "visits": "visits",
        "offices": "about/offices",
        "reports": "society/reports",
        "fund": "society/child-protection-fund",
        "compare": "compare",
        "problem": "report",
        "follow": "follow",
    },
}
KINDS = ("csv", "xlsx", "json")


def address(page: str, language: Language, **parts: str) -> str:
    """Return the path of a page, for example ``address("promise", "vi", key="T1")``."""
    return reverse(f"{language}:{page}", kwargs=parts)


def with_choices(path: str, choices: Mapping[str, str | None], anchor: str = "") -> str:
    """Add the parameters that have a value, in their order, and an anchor on the page."""
    query = urlencode({name: value for name, value in choices.items() if value})
    return f"{path}{'?' if query else ''}{query}{'#' if anchor else ''}{anchor}"
