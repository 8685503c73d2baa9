"""Simulates a province: draws it, then writes it in the order of its days through real acts.

Until the last day of June 2025 by the old communes; on 1 July the merger is carried out by the
act itself and every child of a split commune gets its heir; then the rest, by the new communes.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.places.actions import succeed
from mangnon.simulation import errors
from mangnon.simulation.campaigns import Weighings, campaign_days, gathered
from mangnon.simulation.days import Flags, as_date, number
from mangnon.simulation.ground import MERGER
from mangnon.simulation.province import STEPS, Province, draw
from mangnon.simulation.reading import check_empty, read_catalogues, read_ground
from mangnon.simulation.writing import CHUNK, Register
from mangnon.simulation.writing_duties import Duties
from mangnon.simulation.writing_facilities import Facilities
from mangnon.simulation.writing_reports import write_reports
from mangnon.text.sentence import Sentence

Progress = Callable[[Sentence, int, int], None]
FIRST_UNTIL, LAST_UNTIL = date(2012, 12, 31), date(2025, 12, 31)
LEAST_CHILDREN = 500
_REPORTED_WITHIN = 15  # days: what the last year's reports need


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written: children, rows of the register, facilities, answered splits, seconds."""

    children: int
    rows: int
    facilities: int
    assigned: int
    seconds: float


def simulate(
    children: int,
    seed: int,
    *,
    warrant: Warrant,
    progress: Progress,
    until: date = LAST_UNTIL,
) -> Summary:
    """Write an invented province of ``children`` (under 16, around 2024) into an empty register.

    The same seed gives the same records. Raises CannotSimulate with a sentence where the pack
    is missing, children are there already, or a number is out of bounds.
    """
    _check(children, until)
    check_empty()
    started = time.monotonic()
    ground, catalogues = read_ground(), read_catalogues()
    drawing = Sentence("Dựng tỉnh mô phỏng", "Drawing an invented province")
    progress(drawing, 0, STEPS)
    province = draw(ground, children, seed, lambda done: progress(drawing, done, STEPS))
    last = number(until)
    register = Register(province, catalogues, last, warrant)
    facilities = Facilities(province, catalogues, last, warrant)
    duties = Duties(catalogues.area, seed, warrant)
    run = _Run(province, register, facilities, duties, progress, last, warrant)
    assigned = run.whole()
    return Summary(
        children=int((register.ids > 0).sum()),
        rows=register.rows,
        facilities=facilities.count,
        assigned=assigned,
        seconds=time.monotonic() - started,
    )


def _check(children: int, until: date) -> None:
    if children < LEAST_CHILDREN:
        raise errors.too_small(children, LEAST_CHILDREN)
    if not FIRST_UNTIL <= until <= LAST_UNTIL:
        raise errors.wrong_until(until.isoformat(), FIRST_UNTIL.isoformat(), LAST_UNTIL.isoformat())


@dataclass
class _Run:
    """One writing of a province, in three parts: before, on and after the day of the merger."""

    province: Province
    register: Register
    facilities: Facilities
    duties: Duties
    progress: Progress
    until: int
    warrant: Warrant

    def whole(self) -> int:
        """Write everything; give how many children of split communes were assigned."""
        merges = self.until >= MERGER and self.province.ground.after > 0
        first_end = MERGER - 1 if merges else self.until
        self._duties(first_end if merges else first_end + _REPORTED_WITHIN)
        with clock.pinned(as_date(first_end)):
            self._before(first_end)
        assigned = 0
        if merges:
            with clock.pinned(as_date(MERGER)):
                assigned = self._on_the_day()
                self.duties.after_a_merger()
            self._duties(self.until + _REPORTED_WITHIN)
        with clock.pinned(as_date(self.until + _REPORTED_WITHIN)):
            if merges:
                self._after(first_end)
            self._wherever_they_live()
        return assigned

    def _duties(self, end: int) -> None:
        """Play the duties first: their days lie before the day on which the rest is written."""
        step = Sentence("Giao nhiệm vụ, báo cáo", "Handing duties down, reporting")
        self.progress(step, 0, 1)
        self.duties.play(as_date(end))
        self.progress(step, 1, 1)

    def _before(self, end: int) -> None:
        people, homes = self.province.people, self.province.homes
        self.register.write_households()
        self._children(people.start <= end, Sentence("Ghi trẻ em", "Writing children"))
        mine = homes.taken((homes.start <= end) & ~homes.merged)
        step = Sentence("Ghi nơi ở", "Writing homes")
        self._counted(step, len(mine.child), self.register.write_homes(mine, end))
        self.register.write_births(-1, end)
        self.register.write_deaths(-1, end)
        step = Sentence("Ghi các đợt cân đo", "Writing weighing campaigns")
        self._campaigns(step, -1, end)
        step = Sentence("Ghi trạm y tế, trường học", "Writing stations and schools")
        self.progress(step, 0, 1)
        self.facilities.write(end)
        self.progress(step, 1, 1)

    def _on_the_day(self) -> int:
        """Carry out the merger by the real act, then answer which heir each child lives in."""
        step = Sentence("Sáp nhập ngày 01/07/2025", "The merger of 1 July 2025")
        self.progress(step, 0, 3)
        homes = self.province.homes
        that_day = (homes.end == MERGER) & (homes.start < MERGER)
        ending = that_day & ~_goes_on(self.province)
        self.register.end_homes(homes.taken(ending))
        self.progress(step, 1, 3)
        succeed(as_date(MERGER), warrant=self.warrant)
        self.progress(step, 2, 3)
        assigned = self.register.answer_splits()
        self.facilities.answer_splits()
        self.progress(step, 3, 3)
        return assigned

    def _after(self, before: int) -> None:
        people, homes = self.province.people, self.province.homes
        late = (people.start > before) & (people.start <= self.until)
        self._children(late, Sentence("Ghi trẻ em sau sáp nhập", "Children after the merger"))
        ended = homes.taken(homes.merged & (homes.end <= self.until))
        self.register.end_homes(ended)
        mine = homes.taken((homes.start > before) & (homes.start <= self.until) & ~homes.merged)
        step = Sentence("Ghi nơi ở sau sáp nhập", "Homes after the merger")
        self._counted(step, len(mine.child), self.register.write_homes(mine, self.until))
        self.register.write_births(before, self.until)
        self.register.write_deaths(before, self.until)
        step = Sentence("Ghi các đợt cân đo sau sáp nhập", "Campaigns after the merger")
        self._campaigns(step, before, self.until)
        self.facilities.write_later(before)

    def _wherever_they_live(self) -> None:
        """Write what follows the child, not the commune; and what others report."""
        step = Sentence("Ghi hoàn cảnh, trợ giúp", "Writing circumstances and assistance")
        self.progress(step, 0, 5)
        self.register.write_poverty()
        self.progress(step, 1, 5)
        self.register.write_spells()
        self.progress(step, 2, 5)
        for _ in self.register.write_assistance():
            self.progress(step, 2, 5)
        self.progress(step, 3, 5)
        self.register.write_plans()
        self.register.write_outcomes()
        self.progress(step, 4, 5)
        write_reports(self.province.reports, self.register.catalogues.area, self.warrant)
        self.progress(step, 5, 5)

    def _children(self, entered: Flags, step: Sentence) -> None:
        self._counted(step, int(entered.sum()), self.register.write_children(entered))

    def _counted(self, step: Sentence, total: int, chunks: Iterator[int]) -> None:
        done = 0
        self.progress(step, done, max(total, 1))
        for count in chunks:
            done += count
            self.progress(step, done, max(total, 1))

    def _campaigns(self, step: Sentence, after: int, until: int) -> None:
        days = [day for day in campaign_days() if after < day <= until]
        self.progress(step, 0, max(len(days), 1))
        waiting: list[Weighings] = []
        for done, one in enumerate(self.province.weighings(days), start=1):
            waiting.append(one.until(until))
            # Each bulk act has a cost of its own: small campaigns are entered together.
            if sum(len(some.child) for some in waiting) >= CHUNK or done == len(days):
                self.register.write_weighings(gathered(waiting))
                waiting = []
                self.progress(step, done, len(days))


def _goes_on(province: Province) -> Flags:
    """Mark the homes that the merger continues at an heir."""
    homes = province.homes
    following = np.append(homes.merged[1:], False)
    same = np.append(homes.child[1:] == homes.child[:-1], False)
    goes_on: Flags = following & same
    return goes_on
