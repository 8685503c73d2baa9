"""Reading what a visitor chose: unknown parameters are ignored, wrong values are named."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest

from mangnon.portal.errors import BadChoice, BadDay

# The parameters of the portal; the same in both languages, so that a link can be shared.
PROMISE, PERIOD, MAP, LEVEL = "loi-hua", "ky", "ban-do", "cap"
SPLIT, SORT, ORDER = "chia", "sap-xep", "thu-tu"
FIELD, KIND, PLACE, AGES = "linh-vuc", "loai", "noi", "tuoi"
ISSUER, STANDING, ORIGINAL = "co-quan", "hieu-luc", "ban-goc"
# Of the search; which page of it one is on is not carried into the other language.
WORDS, YEAR, PAGE = "q", "nam", "trang"
KNOWN = (
    *(WORDS, PROMISE, PERIOD, MAP, LEVEL, SPLIT, SORT, ORDER),
    *(FIELD, KIND, YEAR, PLACE, AGES, ISSUER, STANDING, ORIGINAL),
)


def one_of(request: HttpRequest, name: str, options: Sequence[str], default: str) -> str:
    """Return the chosen option, or the default where none was; raises BadChoice."""
    value = request.GET.get(name, "")
    if not value:
        return default
    if value not in options:
        raise BadChoice(name, value, options)
    return value


def day_of(request: HttpRequest, name: str) -> date | None:
    """Return the chosen day, or None where none was; raises BadDay."""
    value = request.GET.get(name, "")
    return read_day(value) if value else None


def read_day(text: str) -> date:
    """Read a day as addresses write it: 2020-12-31; raises BadDay."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDay(text) from None


def chosen(request: HttpRequest) -> dict[str, str]:
    """Return the known parameters that the address carries."""
    return {name: request.GET[name] for name in KNOWN if request.GET.get(name)}
