"""Procedures, for those who search: when one needs it, who may ask, the papers, the result."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from mangnon import clock
from mangnon.finding.actions import refresh
from mangnon.finding.providing import LANGUAGES, Offer, Provider, page_address, provide
from mangnon.procedures.models import Procedure
from mangnon.text.sentence import Language, Sentence

KIND = "procedure"
_NAME = Sentence("Thủ tục hành chính", "Procedures")
_TEXTS = ("who", "decider", "result", "conditions")


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer what is published in both languages; English where it is written."""
    rows = Procedure.objects.filter(live=True).prefetch_related("steps", "papers")
    for one in rows if keys is None else rows.filter(code__in=keys):
        for language in LANGUAGES:
            yield Offer(
                *(one.code, language, page_address("procedure", language, code=one.code)),
                title=_said(one, "name", language),
                label=" · ".join(filter(None, (one.national_code, _field(one, language)))),
                summary=_said(one, "about", language),
                body=" ".join(_texts(one, language)),
                boost=-3 if one.valid_to and one.valid_to <= clock.today() else 3,
            )


def _texts(one: Procedure, language: Language) -> Iterator[str]:
    yield getattr(_NAME, language)  # people type what it is before its name
    yield from (_said(one, stem, language) for stem in _TEXTS)
    yield from (_said(paper, "name", language) for paper in one.papers.all())
    yield from (_said(step, "words", language) for step in one.steps.all())


def _field(one: Procedure, language: Language) -> str:
    return one.get_field_display() if language == "vi" else ""


def _said(thing: Any, stem: str, language: Language) -> str:
    return getattr(thing, f"{stem}_{language}") or getattr(thing, f"{stem}_vi")


@receiver([published, unpublished, post_delete], sender=Procedure)
def changed(instance: Procedure, **_: Any) -> None:
    """Have a procedure found as it is published now."""
    refresh(KIND, [instance.code])


provide(Provider(KIND, _NAME, offers))
