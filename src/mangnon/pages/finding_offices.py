"""Offices and the reports that editors put up, for those who search."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from mangnon import clock
from mangnon.finding.actions import refresh
from mangnon.finding.providing import LANGUAGES, Offer, Provider, page_address, provide
from mangnon.pages.models import OfficeProfile, StatisticalReport
from mangnon.places.models import Office
from mangnon.text.sentence import Language, Sentence

OFFICE, REPORT = "office", "report"


def offices(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer every office in both languages, with what its page tells."""
    rows = Office.objects.select_related("place", "profile")
    for one in rows if keys is None else rows.filter(code__in=keys):
        profile = one.profile if hasattr(one, "profile") and one.profile.live else None
        for language in LANGUAGES:
            texts = [_said(profile, stem, language) for stem in ("structure", "post")]
            reach = [profile.address, profile.telephone, profile.email] if profile else []
            yield Offer(
                *(one.code, language, page_address(OFFICE, language, code=one.code)),
                title=_said(one, "name", language),
                summary=_said(profile, "functions", language) or _said(one, "note", language),
                body=" ".join(filter(None, [*texts, *reach])),
                places=(one.place.key,),
                boost=-1 if one.valid_to and one.valid_to <= clock.today() else 1,
            )


def reports(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer every published report where it stands in the list."""
    rows = StatisticalReport.objects.filter(live=True).select_related("office")
    for one in rows if keys is None else rows.filter(pk__in=[int(key) for key in keys]):
        for language in LANGUAGES:
            where = page_address("reports", language)
            issuer = _said(one.office, "name", language) if one.office else one.issuer
            yield Offer(
                *(str(one.pk), language, f"{where}#bao-cao-{one.pk}" if where else ""),
                title=_said(one, "title", language),
                label=" · ".join(filter(None, (_said(one, "period", language), one.number))),
                summary=_said(one, "about", language),
                body=issuer,
                on=one.issued_on,
                numbers=(one.number,) if one.number else (),
            )


def _said(thing: Any, stem: str, language: Language) -> str:
    if thing is None:
        return ""
    return str(getattr(thing, f"{stem}_{language}") or getattr(thing, f"{stem}_vi"))


@receiver([published, unpublished, post_delete], sender=OfficeProfile)
def profile_changed(instance: OfficeProfile, **_: Any) -> None:
    """Have an office found as its page tells now."""
    refresh(OFFICE, [instance.office.code])


@receiver([published, unpublished, post_delete], sender=StatisticalReport)
def report_changed(instance: StatisticalReport, **_: Any) -> None:
    """Have a report found as it is published now."""
    refresh(REPORT, [str(instance.pk)])


provide(Provider(OFFICE, Sentence("Cơ quan", "Offices"), offices))
provide(Provider(REPORT, Sentence("Báo cáo thống kê", "Statistical reports"), reports))
