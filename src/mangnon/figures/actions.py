"""Making a release: collect, withhold, judge, freeze. One act of a named person."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant
from mangnon.bulk import write_rows
from mangnon.figures.candidates import Candidates, candidates
from mangnon.figures.errors import NothingToRelease, TooSoon
from mangnon.figures.models import Figure, Release, Verdict
from mangnon.figures.protection import Protection, frozen_as, protect
from mangnon.figures.queries import latest_release
from mangnon.indicators.models import Indicator
from mangnon.indicators.rollup import RollKey
from mangnon.programme.scorecard import judge
from mangnon.programme.status import as_json
from mangnon.text.sentence import Sentence

Report = Callable[[Sentence, int, int], None]
_STEP = Sentence("Công bố số liệu", "Releasing the figures")
_COLUMNS = (
    *("release_id", "indicator_id", "series", "place_id", "period_start", "breakdown"),
    *("value_key", "numerator", "denominator", "value", "lower", "upper", "withheld"),
    *("estimated", "provisional", "as_of"),
)


def make_release(
    *, warrant: Warrant, note: str = "", progress: Report = lambda step, done, total: None
) -> Release:
    """Freeze every closed figure under the next number, small counts withheld.

    Raises TooSoon where the last release is too recent, NothingToRelease without figures.
    """
    warrant.demand("figures.release")
    before = latest_release()
    _demand_distance(before)
    progress(_STEP, 0, 4)
    found = candidates()
    if not found.rolls:
        raise NothingToRelease
    progress(_STEP, 1, 4)
    protection = protect(found, before)
    progress(_STEP, 2, 4)
    with transaction.atomic():
        release = _open(warrant, note)
        write_rows(Figure, _COLUMNS, _figures(release, found, protection))
        progress(_STEP, 3, 4)
        write_rows(
            Verdict,
            ("release_id", "target_code", "place_id", "status", "arithmetic"),
            _verdicts(release, found, protection),
        )
        release.finished = True
        release.save(update_fields=["finished"])
        record(warrant, "figures.release", subject=f"figures.release:{release.number}")
    progress(_STEP, 4, 4)
    return release


def keep_sizes(
    release: Release, sizes: Mapping[str, Mapping[str, Sequence[int]]], *, warrant: Warrant
) -> None:
    """Keep how large the release's yearly files are; it says nothing of any figure."""
    warrant.demand("figures.release")
    release.sizes = sizes
    release.save(update_fields=["sizes"])


def _demand_distance(before: Release | None) -> None:
    if before is None:
        return
    next_day = before.day + timedelta(days=settings.RELEASE_DAYS_APART)
    if clock.today() < next_day:
        raise TooSoon(before.day, next_day)


def _open(warrant: Warrant, note: str) -> Release:
    last = Release.objects.aggregate(last=Max("number"))["last"] or 0
    return Release.objects.create(
        number=last + 1,
        made_at=clock.now(),
        made_by=warrant.actor,
        day=clock.today(),
        demonstration=warrant.actor.kind == Actor.Kind.DEMONSTRATION,
        note_vi=note,
        note_en=note,
    )


def _tidy(value: float | str | None) -> float | str | None:
    """Sums carried by share come out as whole numbers where they are whole."""
    if isinstance(value, float) and math.isclose(value, round(value), abs_tol=1e-9):
        return float(round(value))
    return value


def _figures(
    release: Release, found: Candidates, protection: Protection
) -> Iterator[tuple[object, ...]]:
    ids = dict(Indicator.objects.values_list("code", "pk"))
    for key, rolled in found.rolls.items():
        shown = frozen_as(protection, key, rolled, hide_estimates=found.level(key) == "commune")
        yield (
            *(release.pk, ids[key.indicator], key.series, key.place_id, key.period_start),
            *(key.breakdown, key.value_key),
            *(_tidy(shown.get("numerator")), _tidy(shown.get("denominator"))),
            *(shown.get("value"), shown.get("lower"), shown.get("upper")),
            *(shown.get("withheld", ""), rolled.estimated, rolled.provisional, rolled.as_of),
        )


def _verdicts(
    release: Release, found: Candidates, protection: Protection
) -> Iterator[tuple[object, ...]]:
    """Judge every target at every place by what is shown, and by nothing else."""

    def withheld(key: RollKey) -> bool:
        hidden = found.rolls[key].estimated and found.level(key) == "commune"
        return hidden or key in protection.counts

    for row in judge(found.rolls, found.places.values(), release.day, withheld):
        status = row.assessment.status
        plain = json.dumps(as_json(row.assessment), ensure_ascii=False)
        yield (release.pk, row.target.code, row.place.pk, str(status or ""), plain)
