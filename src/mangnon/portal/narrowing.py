"""What narrows a search: kinds, years, places, each a link with how many it would leave."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from mangnon.finding.facets import FACETS, Facet
from mangnon.finding.models import Entry
from mangnon.finding.providing import providers
from mangnon.finding.searching import Answer
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.text.sentence import Language
from mangnon.ui.parts import Choice
from mangnon.ui.parts import Facet as Shown

PARAMETERS: Mapping[Facet, str] = {
    "kind": choices.KIND,
    "year": choices.YEAR,
    "place": choices.PLACE,
}
_MOST = 8  # choices of a filter that are shown
Chosen = Mapping[Facet, str]


def kind_names(language: Language) -> dict[str, str]:
    """Return what every kind of findable thing is called."""
    return {one.kind: one.name.in_language(language) for one in providers()}


def search_address(
    answer: Answer, chosen: Chosen, language: Language, page: int | None = None
) -> str:
    """Return the address of a search, its filters, and a page of it."""
    asked = {PARAMETERS[name]: value for name, value in chosen.items()}
    turned = {choices.PAGE: None if page in (None, 1) else str(page)}
    return with_choices(
        address("search", language), {choices.WORDS: answer.text, **asked, **turned}
    )


def facets(answer: Answer, chosen: Chosen, language: Language) -> list[Shown]:
    """Return the filters that would change something, or that are set; each leads back, too."""
    labels = {"kind": _("Loại"), "year": _("Năm"), "place": _("Địa bàn")}
    found = []
    for facet in FACETS:
        values = _values(facet, answer.counts[facet], chosen.get(facet, ""))
        if len(values) < 2 and facet not in chosen:
            continue
        others = {name: value for name, value in chosen.items() if name != facet}
        named = _named(facet, list(values), language)
        any_of_them = Choice(
            _("Tất cả"), search_address(answer, others, language), is_current=facet not in chosen
        )
        listed = [
            Choice(
                named.get(value, value),
                search_address(answer, {**others, facet: value}, language),
                count,
                is_current=chosen.get(facet) == value,
            )
            for value, count in values.items()
        ]
        found.append(Shown(labels[facet], [any_of_them, *listed]))
    return found


def _values(facet: Facet, counts: Mapping[str, int], chosen: str) -> dict[str, int]:
    """Return the values with most behind them, of years the newest, and the chosen."""
    order = {one.kind: n for n, one in enumerate(providers())}
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if facet == "year":
        ranked.sort(reverse=True)
    if facet == "kind":
        ranked.sort(key=lambda pair: order.get(pair[0], len(order)))
    first = dict(ranked[:_MOST])
    return {chosen: counts.get(chosen, 0), **first} if chosen and chosen not in first else first


def _named(facet: Facet, values: list[str], language: Language) -> Mapping[str, str]:
    if facet == "kind":
        return kind_names(language)
    if facet == "place" and values:
        rows = Entry.objects.filter(kind="place", language=language, key__in=values)
        return dict(rows.values_list("key", "title"))
    return {}
