"""The declarations as the database holds them."""

import json
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import TextField
from django.db.models.functions import Cast

from mangnon.indicators.declaration import Declaration
from mangnon.indicators.errors import UnknownIndicator
from mangnon.indicators.models import Indicator


def declarations() -> dict[int, Declaration]:
    """Return every declared indicator by its id, in the pack's order."""
    written = Indicator.objects.values_list("pk", Cast("declaration", TextField()))
    return {pk: _read(text) for pk, text in written}


@lru_cache(maxsize=1024)
def _read(text: str) -> Declaration:
    """Read a declaration once for each wording: every recount asks for all of them."""
    return Declaration.from_dict(json.loads(text))


def counted_from_records() -> dict[int, Declaration]:
    """Return the indicators that are counted, by id; the others are only reported."""
    return {pk: one for pk, one in declarations().items() if one.records}


def indicator(code: str) -> Indicator:
    """Return the indicator of ``code``, or raise UnknownIndicator."""
    try:
        return Indicator.objects.get(code=code)
    except Indicator.DoesNotExist:
        known = list(Indicator.objects.values_list("code", flat=True))
        raise UnknownIndicator(code, known) from None


def touched_by(codes: Iterable[str], known: dict[int, Declaration]) -> dict[int, Declaration]:
    """Return those of ``known`` whose numerator or denominator reads one of the datasets."""
    wanted = set(codes)
    return {
        pk: one
        for pk, one in known.items()
        if one.records and wanted & {measure.dataset for measure in one.measures}
    }
