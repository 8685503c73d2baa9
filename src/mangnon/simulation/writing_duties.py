"""Plays the duties of the invented province: day by day, through the acts alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.clock.workdays import Workdays
from mangnon.duties.actions import (
    announce_days,
    answer_extension,
    ask_extension,
    hand_down,
    put_duty,
    take,
)
from mangnon.duties.actions.calendar import Announced
from mangnon.duties.actions.together import TOGETHER, take_together
from mangnon.duties.calendar import workdays
from mangnon.duties.deadlines import last_day
from mangnon.duties.models import Assignment, Duty, Handing, SpecialDay
from mangnon.duties.states import OPEN
from mangnon.legislation.models import Document
from mangnon.packs.models import AppliedPack
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree
from mangnon.simulation.cascades import Cascade, Event, Held, cascades_of, courses
from mangnon.simulation.chance import stream
from mangnon.simulation.duty_words import words_for
from mangnon.simulation.writing_meetings import hold_meeting

_TEXTS = ("title_en", "result_vi", "result_en", "evidence_vi", "evidence_en")
_LOOKED_AHEAD = timedelta(days=200)  # over which what was announced is known to who draws


class Duties:
    """The course of every duty that the pack has played; ``play`` goes on to a day."""

    def __init__(self, area: Place, seed: int, warrant: Warrant) -> None:
        kept = AppliedPack.objects.values_list("simulation", flat=True).first() or {}
        self._area, self._warrant = area, warrant
        self._chance, self._meeting_chance = stream(seed, "duties"), stream(seed, "meetings")
        self._invented = {row["code"]: row for row in kept.get("duty", ())}
        self._cascades = cascades_of(kept)
        self._cascade_of: dict[int, Cascade] = {}  # by the handing's id
        self._troubled: set[Cascade] = set()
        self._events: dict[date, list[Event]] = defaultdict(list)
        self._handings: dict[date, list[Cascade]] = defaultdict(list)
        self._further: dict[date, list[int]] = defaultdict(list)
        self._announced = _announcements()
        for one in self._cascades:
            self._handings[one.handed_on].append(one)

    def play(self, until: date) -> None:
        """Live through every day up to one on which something happens, in order."""
        while (day := self._next()) is not None and day <= until:
            with clock.pinned(day):
                self._live(day)

    def after_a_merger(self) -> None:
        """Draw anew from where a merger left what is open; what was drawn for it is dropped."""
        self._events.clear()
        self._further.clear()
        rows = Assignment.objects.filter(handing__in=self._cascade_of, state__in=OPEN)
        held: dict[int, list[Assignment]] = defaultdict(list)
        for one in rows.select_related("handing").order_by("place__sort_key", "pk"):
            held[one.handing_id].append(one)
        for handing, several in held.items():
            self._draw([(one, one.due_on) for one in several], self._cascade_of[handing])

    def _next(self) -> date | None:
        days = [
            min(one, default=None)
            for one in (self._events, self._handings, self._further, self._announced)
        ]
        return min((day for day in days if day is not None), default=None)

    def _live(self, day: date) -> None:
        if rows := self._announced.pop(day, []):
            announce_days(
                [Announced(row.day, row.is_off, row.name_vi, row.name_en) for row in rows],
                announced_on=day, basis=rows[0].basis, warrant=self._warrant,
            )  # fmt: skip
        for cascade in self._handings.pop(day, ()):
            self._hand_down(cascade, self._area, None)
        for pk in self._further.pop(day, ()):
            held = Assignment.objects.select_related("place", "handing").get(pk=pk)
            cascade = self._cascade_of[held.handing_id]
            self._hand_down(cascade, held.place, held)
        self._step(self._events.pop(day, []))

    def _hand_down(self, cascade: Cascade, within: Place, held: Assignment | None) -> None:
        offices = list(Office.objects.filter(code__in=cascade.offices))
        handing = hand_down(
            held.handing.duty if held else self._duty(cascade), within=within,
            rule=Handing.Rule.COMMUNES if held else cascade.rule, deadline=cascade.deadline,
            offices=offices, held=held, warrant=self._warrant,
        )  # fmt: skip
        self._cascade_of[handing.pk] = cascade
        known = self._calendar(clock.today())
        due = last_day(cascade.deadline, clock.today(), known)
        made = list(handing.assignments.select_related("handing").order_by("pk"))
        self._draw([(one, due) for one in _in_order_of_today(made)], cascade)
        if cascade.further and held is None:
            for event in [one for day in self._events.values() for one in day]:
                if event.act == "accept" and event.pk in {one.pk for one in made}:
                    self._further[known.after(event.day, 1)].append(event.pk)

    def _duty(self, cascade: Cascade) -> Duty:
        """Return what is asked; what the simulation alone asks is written down on that day."""
        row = self._invented.get(cascade.duty)
        found = Duty.objects.filter(code=cascade.duty).first()
        if found is not None or row is None:
            return found or Duty.objects.get(code=cascade.duty)
        return put_duty(
            row["code"], document=Document.objects.get(code=row["document"]),
            lead=Office.objects.get(code=row["lead"]), title_vi=row["title_vi"],
            counts=[dict(one) for one in row.get("count", ())],
            original_not_held=bool(row.get("original_not_held")),
            supporting=list(Office.objects.filter(code__in=row.get("supporting", ()))),
            warrant=self._warrant, **{name: row[name] for name in _TEXTS if name in row},
        )  # fmt: skip

    def _draw(self, held: Sequence[tuple[Assignment, date]], cascade: Cascade) -> None:
        standing = [Held(one.pk, one.state, due) for one, due in held]
        today = clock.today()
        communes = held[0][0].handing.rule == Handing.Rule.COMMUNES
        troubled = communes and not self._is_troubled(cascade)
        drawn = courses(
            standing, cascade, today, self._calendar(today), self._chance, troubled=troubled
        )
        for event in drawn:
            self._events[event.day].append(event)

    def _is_troubled(self, cascade: Cascade) -> bool:
        """Tell whether somebody asks, returns or pauses already: once in a cascade is enough."""
        was = cascade in self._troubled
        self._troubled.add(cascade)
        return was

    def _calendar(self, day: date) -> Workdays:
        return workdays(day + _LOOKED_AHEAD, around=day)

    def _step(self, events: Iterable[Event]) -> None:
        """Take the day's steps: what many do alike at once, the rest one by one."""
        alike: dict[str, dict[int, str]] = {act: {} for act in TOGETHER}
        for event in events:
            words = words_for(event.act, self._chance)
            if event.act in alike:
                alike[event.act][event.pk] = words
            else:
                self._alone(event, words)
        for act, said in alike.items():
            if said:
                numbers = self._numbers(said) if act == "report" else {}
                take_together(act, said, numbers=numbers, warrant=self._warrant)
                self._meet({pk: people for pk, (people, *_) in numbers.items()})

    def _meet(self, came: Mapping[int, int]) -> None:
        """Hold the meeting behind each report, where the cascade is carried on by meetings."""
        related = ("handing__duty", "place")
        for held in Assignment.objects.select_related(*related).filter(pk__in=came).order_by("pk"):
            if self._cascade_of[held.handing_id].meetings:
                hold_meeting(held, came[held.pk], self._meeting_chance, warrant=self._warrant)

    def _numbers(self, ids: Iterable[int]) -> dict[int, list[int]]:
        """Invent what is counted: people at a meeting of a commune, dozens."""
        return {pk: [int(self._chance.integers(25, 140))] for pk in ids}

    def _alone(self, event: Event, words: str) -> None:
        held = Assignment.objects.select_related("handing__duty__lead").get(pk=event.pk)
        if event.act == "ask_extension":
            until = event.until
            assert until is not None
            ask_extension(held, until=until, reason=words, warrant=self._warrant)
        elif event.act == "answer_extension":
            asked = held.extensions.latest("pk")
            answer_extension(asked, grant=True, words=words, warrant=self._warrant)
        else:
            waits_for = held.handing.duty.lead if event.act == "pause" else None
            take(held, event.act, words=words, waits_for=waits_for, warrant=self._warrant)


def _announcements() -> dict[date, list[SpecialDay]]:
    found: dict[date, list[SpecialDay]] = defaultdict(list)
    for one in SpecialDay.objects.order_by("day"):
        found[one.announced_on].append(one)
    return found


def _in_order_of_today(made: list[Assignment]) -> list[Assignment]:
    """Put the receivers in the order of the map, so that the first is the demonstration's own."""
    at = {unit.id: position for position, unit in enumerate(Tree.on(clock.today()))}
    return sorted(made, key=lambda one: at[one.place_id])
