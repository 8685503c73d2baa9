"""Indicators, for those who search: what each measures and how it is defined."""

from collections.abc import Collection, Iterator

from mangnon.finding.providing import LANGUAGES, Offer, Provider, page_address, provide
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.models import Indicator
from mangnon.text.sentence import Sentence

KIND = "indicator"


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer indicators in both languages."""
    rows = Indicator.objects.all()
    for one in rows if keys is None else rows.filter(code__in=keys):
        declared = Declaration.from_dict(one.declaration)
        for language in LANGUAGES:
            yield Offer(
                *(one.code, language, page_address("indicator", language, key=one.code)),
                title=getattr(declared.name, language),
                label=one.code,
                summary=getattr(declared.definition, language),
                body=" ".join(getattr(limit, language) for limit in declared.limits),
            )


provide(Provider(KIND, Sentence("Chỉ số", "Indicators"), offers))
