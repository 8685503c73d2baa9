"""What the simulation needs of a database: the communes and the catalogues of the pack."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from mangnon.facilities.models import StaffTitle, Standard
from mangnon.indicators.models import Indicator
from mangnon.packs.models import AppliedPack
from mangnon.places.models import Belonging, Kind, Place, Succession
from mangnon.register.models import AssistanceKind, Child, CircumstanceGroup, EvidenceKind
from mangnon.simulation import assistance, groups, papers
from mangnon.simulation.communes import COMMUNE_STANDARDS
from mangnon.simulation.days import as_date
from mangnon.simulation.errors import no_pack, not_empty
from mangnon.simulation.ground import MERGER, START, Ground
from mangnon.simulation.profile import Profile, profile_of
from mangnon.simulation.schools import SCHOOL_STANDARDS
from mangnon.simulation.staff import TITLES

STANDARDS = (*SCHOOL_STANDARDS, *COMMUNE_STANDARDS)


@dataclass(frozen=True)
class Catalogues:
    """The ids of the pack's entries: groups and kinds in the simulation's order, others by code."""

    groups: list[int]
    kinds: list[int]
    papers: list[int | None]  # in the order of ``papers.CODES``; None: the pack has no such kind
    titles: dict[str, int]
    standards: dict[str, int]
    area: Place


def check_empty() -> None:
    """Refuse a database that holds children."""
    held = Child.objects.count()
    if held:
        raise not_empty(held)


def read_ground() -> Ground:
    """Read the communes of before and of after the merger, with their heirs."""
    start, merger = as_date(START), as_date(MERGER)
    communes = Place.objects.filter(kind=Kind.COMMUNE).order_by("code")
    before = [one for one in communes if one.lives_on(start)]
    if not before:
        raise no_pack("các xã, phường từ năm 2012", "communes from 2012 on")
    after = [one for one in communes if one.valid_from == merger]
    every = [*before, *after]
    index = {one.pk: at for at, one in enumerate(every)}
    heirs: dict[int, list[tuple[int, float]]] = {one.pk: [] for one in before}
    for edge in Succession.objects.filter(date=merger, source__in=heirs).order_by("id"):
        heirs[edge.source_id].append((index[edge.target_id], edge.share))
    under = dict(
        Belonging.objects.filter(child__in=heirs, valid_from__lte=start, parent__kind=Kind.DISTRICT)
        .order_by("id")
        .values_list("child_id", "parent__code")
    )
    return Ground(
        codes=tuple(one.code for one in every),
        styles=tuple(one.style for one in every),
        before=len(before),
        district=tuple(under.get(one.pk, "") for one in before),
        heirs=tuple(tuple(heirs[one.pk]) for one in before),
        profile=read_profile(),
        ids=tuple(one.pk for one in every),
        names=tuple(_bare(one.name_vi) for one in every),
    )


def read_profile() -> Profile:
    """Read what the pack says of its invented province."""
    kept = AppliedPack.objects.values_list("simulation", flat=True).first()
    if not kept:
        raise no_pack("tệp simulation.toml của gói", "simulation.toml of the pack")
    return profile_of(kept)


def _bare(name: str) -> str:
    """Give a commune's name without what it is: Thị trấn Nam Sách is Nam Sách."""
    for kind in ("Xã ", "Phường ", "Thị trấn "):
        name = name.removeprefix(kind)
    return name


def read_catalogues() -> Catalogues:
    """Read the pack's entries, or say which are missing."""
    area = Place.objects.filter(kind=Kind.PROGRAMME_AREA).first()
    if area is None:
        raise no_pack("địa bàn chương trình", "a programme area")
    if not Indicator.objects.exists():
        raise no_pack("các chỉ số", "indicators")
    found_groups = _ids(CircumstanceGroup, (one.code for one in groups.GROUPS))
    found_papers = dict(EvidenceKind.objects.values_list("code", "pk"))
    found_kinds = _ids(AssistanceKind, assistance.KINDS)
    return Catalogues(
        groups=[found_groups[one.code] for one in groups.GROUPS],
        kinds=[found_kinds[code] for code in assistance.KINDS],
        papers=[found_papers.get(code) for code in papers.CODES],
        titles=_ids(StaffTitle, TITLES),
        standards=_ids(Standard, STANDARDS),
        area=area,
    )


def _ids(model: type[models.Model], codes: Iterable[str]) -> dict[str, int]:
    found = dict(model._default_manager.values_list("code", "pk"))
    missing = sorted(set(codes) - set(found))
    if missing:
        raise no_pack(f"các mục {', '.join(missing)}", f"the entries {', '.join(missing)}")
    return found
