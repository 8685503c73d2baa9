"""Writes stations with their staff, schools and communes with their recognitions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from django.db.models import Q

from mangnon.audit.warrants import Warrant
from mangnon.facilities import queries
from mangnon.facilities.actions import bulk
from mangnon.facilities.actions.heirs import assign_facility_heirs
from mangnon.facilities.models import Facility, Leave, Post, Site
from mangnon.simulation.chance import stream
from mangnon.simulation.days import as_date, dated, end_of
from mangnon.simulation.ground import MERGER
from mangnon.simulation.province import Province
from mangnon.simulation.reading import Catalogues
from mangnon.simulation.schools import Recognition, School
from mangnon.simulation.staff import wanted_stations

_LEVEL_NAMES = {
    "mam_non": "Trường Mầm non", "tieu_hoc": "Trường Tiểu học", "thcs": "Trường THCS",
    "thpt": "Trường THPT", "lien_cap": "Trường liên cấp",
}  # fmt: skip
_DECISION = "{}/QĐ-UBND (mô phỏng)"


@dataclass
class Facilities:
    """Writes the facilities of a province; ``until`` is the last day that has come."""

    province: Province
    catalogues: Catalogues
    until: int
    warrant: Warrant
    count: int = 0
    schools: dict[int, int] = field(default_factory=dict)  # id() of a School -> its database id

    def write(self, end: int) -> None:
        """Write everything that happened until ``end``."""
        self._stations(end)
        self._schools([one for one in self.province.schools if one.opened <= end], end)
        self._recognitions(-1, end)
        self._communes(end)

    def _stations(self, end: int) -> None:
        ground, stations = self.province.ground, self.province.stations
        where = stations.commune
        batch = bulk.FacilitiesBatch(
            codes=[f"tyt-{ground.codes[at]}" for at in where],
            kinds="station",
            names=[f"Trạm y tế {ground.names[at]}" for at in where],
            places=[ground.ids[at] for at in where],
            opened_on=as_date(min(post.start for post in stations.posts)),
        )
        ids = bulk.add_facilities(batch, warrant=self.warrant)
        self.count += len(ids)
        posts = [post for post in stations.posts if post.start <= end]
        people = bulk.PostsBatch(
            facilities=[ids[post.station] for post in posts],
            staff_numbers=[f"MP{post.number}" for post in posts],
            titles=[self.catalogues.titles[post.title] for post in posts],
            valid_from=_days([post.start for post in posts]),
            valid_to=_days([post.end for post in posts], end),
            shares=[post.share for post in posts],
        )
        written = bulk.add_posts(people, warrant=self.warrant)
        away = [
            (pk, *post.away)
            for pk, post in zip(written, posts, strict=True)
            if post.away and post.away[0] <= end
        ]
        leaves = bulk.LeavesBatch(
            posts=[pk for pk, _, _ in away],
            valid_from=_days([first for _, first, _ in away]),
            valid_to=_days([back for _, _, back in away], end),
        )
        bulk.add_leaves(leaves, warrant=self.warrant)

    def _schools(self, schools: Sequence[School], end: int) -> None:
        ground = self.province.ground
        turn: Counter[tuple[int, str, bool]] = Counter()
        codes, names = [], []
        for one in schools:
            key = (one.commune, one.level, one.public)
            turn[key] += 1
            owner = "" if one.public else " tư thục"
            more = f" {turn[key]}" if turn[key] > 1 else ""
            mark = "cl" if one.public else "tt"
            codes.append(f"{one.level}-{mark}-{ground.codes[one.commune]}-{turn[key]}"[:24])
            names.append(f"{_LEVEL_NAMES[one.level]}{owner} {ground.names[one.commune]}{more}")
        batch = bulk.FacilitiesBatch(
            codes=codes,
            kinds="school",
            names=names,
            places=[ground.ids[one.commune] for one in schools],
            opened_on=_days([one.opened for one in schools]),
            levels=[one.level for one in schools],
            ownerships=["public" if one.public else "private" for one in schools],
            closed_on=_days([one.closed for one in schools], end),
        )
        ids = bulk.add_facilities(batch, warrant=self.warrant)
        self.count += len(ids)
        self.schools.update({id(one): pk for one, pk in zip(schools, ids, strict=True)})

    def _recognitions(self, after: int, end: int) -> None:
        """Write the decisions on schools after one day and until another."""
        rows: list[tuple[School, Recognition]] = sorted(
            (
                (school, one)
                for school in self.province.schools
                for one in school.recognitions
                if after < one.decided <= end
            ),
            key=lambda row: row[1].decided,
        )
        batch = bulk.SchoolRecognitionsBatch(
            facilities=[self.schools[id(school)] for school, _ in rows],
            standards=[self.catalogues.standards[one.standard] for _, one in rows],
            decided_on=_days([one.decided for _, one in rows]),
            expires_on=_days([one.expires for _, one in rows]),
            levels=[one.level for _, one in rows],
            decision_numbers=[_DECISION.format(300 + at) for at in range(len(rows))],
        )
        bulk.add_school_recognitions(batch, warrant=self.warrant)

    def _communes(self, end: int) -> None:
        """Write the communes' scores and recognitions, as far as they are decided."""
        ids = self.province.ground.ids
        scored = [one for one in self.province.communes if end_of(one.year) + 80 <= end]
        scores = bulk.AssessmentsBatch(
            standards=[self.catalogues.standards[one.standard] for one in scored],
            years=[one.year for one in scored],
            scores=[one.score for one in scored],
            places=[ids[one.commune] for one in scored],
        )
        bulk.add_assessments(scores, warrant=self.warrant)
        good = [one for one in self.province.communes if one.decided and one.decided <= end]
        if not good:
            return
        batch = bulk.CommuneRecognitionsBatch(
            places=[ids[one.commune] for one in good],
            standards=[self.catalogues.standards[one.standard] for one in good],
            years=[one.year for one in good],
            decided_on=_days([one.decided or 0 for one in good]),
            decision_numbers=[_DECISION.format(1200 + at) for at in range(len(good))],
        )
        bulk.add_commune_recognitions(batch, warrant=self.warrant)

    def answer_splits(self) -> None:
        """Say where the stations and schools of split communes stand now."""
        ground = self.province.ground
        chance = stream(self.province.seed, "heirs of facilities")
        index = {pk: at for at, pk in enumerate(ground.ids)}
        have = set(
            Site.objects.filter(facility__kind="station", valid_to__isnull=True)
            .exclude(place__valid_to__isnull=False)
            .values_list("place_id", flat=True)
        )
        heir_of: dict[int, int] = {}
        waiting = queries.unassigned().values_list("facility_id", "facility__kind", "place_id")
        for facility, kind, place in waiting:
            heirs = [(ground.ids[heir], share) for heir, share in ground.heirs[index[place]]]
            lacking = [heir for heir, _ in heirs if heir not in have]
            if kind == Facility.Kind.STATION and lacking:
                heir_of[facility] = lacking[0]
                have.add(lacking[0])
            else:
                weight = np.array([share for _, share in heirs])
                heir_of[facility] = heirs[int(chance.choice(len(heirs), p=weight / weight.sum()))][
                    0
                ]
        assign_facility_heirs(heir_of, warrant=self.warrant)

    def write_later(self, after: int) -> None:
        """Write what happened after the merger: decisions on schools, people who retire."""
        self._recognitions(after, self.until)
        if self.until >= MERGER + 120:
            self._retire()

    def _retire(self) -> None:
        """Let the last qualified people of a few stations retire, as T3 of the year has it."""
        able = _qualified_posts(as_date(self.until))
        stations = Facility.objects.filter(kind="station", closed_on__isnull=True).count()
        excess = len(able) - wanted_stations(self.province.ground.profile, 2025, stations)
        fewest = sorted(able, key=lambda station: (len(able[station]), station))[: max(excess, 0)]
        posts = [post for station in fewest for post in able[station]]
        if not posts:
            return
        chance = stream(self.province.seed, "retirements")
        days = MERGER + 30 + chance.integers(0, 80, len(posts))
        batch = bulk.PostEndsBatch(posts=posts, valid_to=dated(days))
        bulk.end_posts(batch, warrant=self.warrant)


def _qualified_posts(day: date) -> dict[int, list[int]]:
    """Give the open posts that count for T3 on a day, by station; every leave drawn is long."""
    away = Leave.objects.filter(valid_from__lte=day).exclude(valid_to__lte=day)
    counting = Post.objects.filter(
        Q(title__valid_to__isnull=True) | Q(title__valid_to__gt=day),
        facility__closed_on__isnull=True,
        valid_to__isnull=True,
        title__counts_for_t3=True,
        share_of_time__gte=1,
    ).exclude(pk__in=away.values("post"))
    found: dict[int, list[int]] = {}
    for station, post in counting.order_by("pk").values_list("facility_id", "pk"):
        found.setdefault(station, []).append(post)
    return found


def _days(days: Sequence[int], until: int | None = None) -> np.ndarray:
    whole = np.array(days, dtype=np.int64)
    return dated(whole) if until is None else dated(whole, until)
