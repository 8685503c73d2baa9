"""Statistical reports by year: the programme's own figures, and what editors have put up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from mangnon.figures.models import Figure, Release
from mangnon.figures.queries import figures as released
from mangnon.figures.queries import latest_release
from mangnon.finding.providing import LANGUAGES
from mangnon.indicators.catalogue import declarations
from mangnon.pages.models import StatisticalReport
from mangnon.places.models import Kind
from mangnon.places.world import world
from mangnon.portal.addresses import KINDS
from mangnon.portal.downloads.files import written
from mangnon.portal.editions import Edition
from mangnon.portal.seen import read
from mangnon.portal.voices import Voice
from mangnon.text.sentence import Language
from mangnon.ui.parts import Download

_LEVELS = (Kind.PROGRAMME_AREA, Kind.DISTRICT)


@dataclass(frozen=True, slots=True)
class PutUp:
    """A report that an editor has put up."""

    key: int
    title: str
    about: str
    facts: Sequence[str]
    file: Download


@dataclass(frozen=True, slots=True)
class Year:
    """A year's own figures (none before the first release), and the reports that belong to it."""

    year: int
    title: str
    about: str
    facts: Sequence[str]
    files: Sequence[Download]
    put_up: Sequence[PutUp]


def years(voice: Voice) -> list[Year]:
    """Return every year with something to take away, the newest first."""
    release = latest_release()
    counts = {} if release is None else _counts(release)
    put_up = _put_up(voice)
    return [
        _year(voice, release, year, counts.get(year), put_up.get(year, []))
        for year in sorted({*counts, *put_up}, reverse=True)
    ]


def figures_of(release: Release, year: int) -> QuerySet[Figure]:
    """Return what a release holds of a year, of the whole area and the districts."""
    places = [one.id for one in world().units.values() if one.kind in _LEVELS]
    return released(release, places, breakdown=None).filter(period_start__year=year)


def _counts(release: Release) -> dict[int, tuple[int, int]]:
    """Return {year: (indicators, figures)} of a release; one query."""
    places = [one.id for one in world().units.values() if one.kind in _LEVELS]
    rows = (
        Figure.objects.filter(release=release, place_id__in=places)
        .values_list("period_start__year")
        .annotate(indicators=Count("indicator", distinct=True), figures=Count("pk"))
    )
    return {year: (indicators, count) for year, indicators, count in rows}


def _year(
    voice: Voice,
    release: Release | None,
    year: int,
    counted: tuple[int, int] | None,
    put_up: Sequence[PutUp],
) -> Year:
    if release is None or counted is None:
        return Year(year, "", "", (), (), put_up)
    indicators, figures = counted
    said = {"indicators": indicators, "figures": figures, "number": release.number}
    return Year(
        year,
        _("Số liệu của chương trình, năm %(year)s") % {"year": year},
        _("%(indicators)s chỉ số, %(figures)s con số: toàn địa bàn và cấp huyện.") % said,
        [_("Đợt công bố số %(number)s") % said, voice.written(release.day)],
        _files(voice, release, year),
        put_up,
    )


def _files(voice: Voice, release: Release, year: int) -> list[Download]:
    """Return a year's files, with the sizes that were found when the release was made, if any.

    An old release was not weighed: no page may write every file to learn how large it is.
    """
    sizes = release.sizes.get(voice.language, {}).get(str(year))
    notes = map(filesizeformat, sizes) if sizes is not None else ("",) * len(KINDS)
    return [
        Download(kind.upper(), _file(voice, year, kind), note)
        for kind, note in zip(KINDS, notes, strict=True)
    ]


def _file(voice: Voice, year: int, kind: str) -> str:
    return reverse(f"{voice.language}:report-figures", kwargs={"year": year, "kind": kind})


def weigh(release: Release) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return {language: {year: bytes of each file}} of a release; some seconds of work."""
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = {
                str(year): _weigh(release, year, language) for year in _counts(release)
            }
    return found


def _weigh(release: Release, year: int, language: Language) -> tuple[int, ...]:
    declared = declarations()
    seen = read(figures_of(release, year), declared, release.day)
    edition = Edition(release=release, language=language)
    return tuple(len(written(edition, kind, declared, seen)) for kind in KINDS)


def _put_up(voice: Voice) -> dict[int, list[PutUp]]:
    found: dict[int, list[PutUp]] = defaultdict(list)
    rows = StatisticalReport.objects.filter(live=True).select_related("document", "office")
    for one in rows.order_by("-issued_on", "-pk"):
        issuer = voice.name(one.office) if one.office else one.issuer
        facts = [voice.of(one, "period"), one.number, issuer, voice.written(one.issued_on)]
        file = Download(
            one.document.file_extension.upper(),
            one.document.url,
            filesizeformat(one.document.get_file_size()),
        )
        found[one.year].append(
            PutUp(
                one.pk, voice.of(one, "title"), voice.of(one, "about"), [*filter(None, facts)], file
            )
        )
    return found
