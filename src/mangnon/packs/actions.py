"""Applying a pack: judged, then all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.datasets import datasets
from mangnon.indicators.marks import announce
from mangnon.packs.differing import Step, code_of, differences, inventory
from mangnon.packs.errors import BadPack, OtherPack
from mangnon.packs.models import AppliedPack
from mangnon.packs.reading import Pack, read_pack
from mangnon.packs.simulated import as_json
from mangnon.packsync import Difference
from mangnon.places.models import Kind, Place

# A change in one of these leaves every count as it is.
_UNCOUNTED = frozenset(
    {
        *("legislation", "programme", "duties", "procedures", "services", "meetings"),
        *("aggregates", "kept", "pages", "finding"),
    }
)


@dataclass(frozen=True)
class Applied:
    """What an application did, table by table."""

    code: str
    differences: tuple[Difference, ...]

    @property
    def changed_nothing(self) -> bool:
        """Whether everything stood already."""
        return all(difference.is_empty for difference in self.differences)


def apply_pack(
    path: Path, *, warrant: Warrant, tell: Callable[[str], None] = lambda name: None
) -> Applied:
    """Judge a pack and write it in one transaction; a second time changes nothing.

    ``tell`` hears each subject's name before it is written. Raises BadPack with every mistake,
    OtherPack where another pack runs here, StillInUse where a row to be removed is in use.
    """
    warrant.demand("packs.apply")
    pack = read_pack(path)
    if pack.mistakes or pack.head is None:
        raise BadPack(pack.mistakes)
    code = code_of(pack)
    other = AppliedPack.objects.exclude(code=code).first()
    if other is not None:
        raise OtherPack(other.code, code)
    with transaction.atomic():
        communes = list(Place.objects.filter(kind=Kind.COMMUNE).values_list("pk", flat=True))
        steps = differences(pack)
        _write(steps, pack, warrant, tell)
        applied = Applied(code, tuple(d for step in steps for d in step.differences))
        _remember(pack, applied, warrant)
        _mark(steps, communes)
    return applied


def _write(steps: list[Step], pack: Pack, warrant: Warrant, tell: Callable[[str], None]) -> None:
    for step in steps:
        tell(step.loader.NAME)
        step.loader.apply(step.part, pack.context, warrant=warrant)
    for step in reversed(steps):
        for difference in reversed(step.differences):
            step.loader.withdraw(difference.table, difference.removed, warrant=warrant)


def _remember(pack: Pack, applied: Applied, warrant: Warrant) -> None:
    if pack.head is None:
        raise BadPack(pack.mistakes)
    names = ("version", "country", "root", "name_vi", "name_en", "about_vi", "about_en")
    wanted = {name: pack.head[name] for name in names} | {
        "visits_before": pack.head["visits_before"] or 0,
        "owned": inventory(pack),
        "simulation": {} if pack.simulation is None else as_json(dict(pack.simulation.raw)),
    }
    held = AppliedPack.objects.filter(code=applied.code).first()
    if held is not None and all(getattr(held, name) == wanted[name] for name in wanted):
        return
    AppliedPack.objects.update_or_create(
        code=applied.code, defaults={**wanted, "applied_at": clock.now()}
    )
    counts = {
        d.table.kind: [len(d.added), len(d.changed), len(d.removed)] for d in applied.differences
    }
    data = {"version": pack.head["version"], "added_changed_removed": counts}
    record(warrant, "packs.apply", subject=f"pack:{applied.code}", data=data)


def _mark(steps: list[Step], communes: list[int]) -> None:
    """Have everything recounted where what is counted changed under records that stood."""
    counted = (step for step in steps if step.loader.NAME not in _UNCOUNTED)
    if communes and any(not d.is_empty for step in counted for d in step.differences):
        first = date(settings.FIRST_YEAR, 1, 1)
        announce((one.code for one in datasets()), communes, first, inline=False)
