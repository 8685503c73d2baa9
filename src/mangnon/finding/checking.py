"""Whether the index holds what the subjects offer, no less, no more, and answers by its words."""

from collections.abc import Iterator

from mangnon.finding.index import ask
from mangnon.finding.models import Entry
from mangnon.finding.providing import providers
from mangnon.finding.terms import folded_words, in_title
from mangnon.text.sentence import Sentence

_REPAIR_VI, _REPAIR_EN = "Hãy chạy: mangnon finding rebuild", "Run: mangnon finding rebuild"
_ASKED = 200  # entries whose words are asked for


def check() -> Iterator[Sentence]:
    """Yield what is wrong with the index; nothing where it is whole."""
    offered = {
        (one.kind, offer.key, offer.language): (offer.address, offer.title)
        for one in providers()
        for offer in one.offers(None)
        if offer.address
    }
    rows = Entry.objects.values_list("kind", "key", "language", "address", "title")
    held = {
        (kind, key, language): (at, title) for kind, key, language, at, title in rows.iterator()
    }
    lacking = sum(held.get(one) != said for one, said in offered.items())
    if lacking:
        yield Sentence(
            vi=f"Chỉ mục tìm kiếm thiếu hoặc sai {lacking} mục. {_REPAIR_VI}",
            en=f"The search's index lacks {lacking} entries, or has them wrong. {_REPAIR_EN}",
        )
    strays = len(held.keys() - offered.keys())
    if strays:
        yield Sentence(
            vi=f"Chỉ mục tìm kiếm còn {strays} mục không còn công khai. {_REPAIR_VI}",
            en=f"The search's index still has {strays} entries that are not public. {_REPAIR_EN}",
        )
    yield from _words()


def _words() -> Iterator[Sentence]:
    """Ask for words of titles, as readers do: their own entries must answer."""
    rows = Entry.objects.exclude(title="").order_by("pk").values_list("pk", "title")[:_ASKED]
    first = [(pk, in_title(words[0])) for pk, title in rows if (words := folded_words(title))]
    for (pk, _), ids in zip(first, ask([term for _, term in first]), strict=True):
        if pk not in ids:
            yield Sentence(
                vi=f"Chỉ mục tìm kiếm không trả lời theo từ của nó. {_REPAIR_VI}",
                en=f"The search's index does not answer by its words. {_REPAIR_EN}",
            )
            return
