"""Services, for those who search: what they give, to whom, where and how one reaches them."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from mangnon.finding.actions import refresh
from mangnon.finding.providing import LANGUAGES, Offer, Provider, page_address, provide
from mangnon.services.models import Service
from mangnon.text.sentence import Language, Sentence

KIND = "service"
_NAME = Sentence("Dịch vụ công", "Services")
_TEXTS = ("for_whom", "how", "hours", "cost")


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer what is published in both languages; English where it is written."""
    rows = Service.objects.filter(live=True).prefetch_related("serves__place")
    for one in rows if keys is None else rows.filter(code__in=keys):
        places = tuple(row.place.key for row in one.serves.all())
        for language in LANGUAGES:
            # People type what it is before its name.
            texts = [getattr(_NAME, language), *(_said(one, stem, language) for stem in _TEXTS)]
            yield Offer(
                *(one.code, language, page_address("service", language, code=one.code)),
                title=_said(one, "name", language),
                label=one.get_kind_display() if language == "vi" else "",
                summary=_said(one, "offers", language),
                body=" ".join([*texts, one.address, one.telephone]),
                places=places,
                boost=2,
            )


def _said(one: Service, stem: str, language: Language) -> str:
    said: str = getattr(one, f"{stem}_{language}") or getattr(one, f"{stem}_vi")
    return said


@receiver([published, unpublished, post_delete], sender=Service)
def changed(instance: Service, **_: Any) -> None:
    """Have a service found as it is published now."""
    refresh(KIND, [instance.code])


provide(Provider(KIND, _NAME, offers))
