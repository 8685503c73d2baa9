"""What each kind of written page takes from the rest of the house."""

from mangnon.pages.contexts import offer
from mangnon.portal.written import home, news, policies, promised, sections, situations, texts


def offer_contexts() -> None:
    """Register them, once."""
    offer("HomePage", home.context)
    offer("SectionPage", sections.context)
    offer("TextPage", texts.context)
    offer("PolicyPage", policies.context)
    offer("SituationPage", situations.context)
    offer("NewsIndexPage", news.index_context)
    offer("NewsPage", news.context)
    offer("PromiseWanted", promised.context)
