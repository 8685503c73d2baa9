"""Acts on models: what they are, where they run, when one ends there."""

from datetime import date

from django.db import transaction

from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts import errors
from mangnon.efforts.models import Pilot, Site
from mangnon.places.models import Office, Place
from mangnon.places.records import end_before_start, past, said, there, working
from mangnon.text.sentence import Sentence

WRITE = "efforts.write"
_NAME = Sentence("Tên mô hình", "The model's name")
_RUN_BY = Sentence("Nơi thực hiện", "Who runs it")


def add_pilot(
    kind: str, office: Office, *, name: str, begun_on: date, about: str = "", warrant: Warrant
) -> Pilot:
    """Write down a model that an office leads."""
    warrant.demand(WRITE, [office.place_id])
    working(office, begun_on)
    past(begun_on)
    with transaction.atomic():
        made = Pilot.objects.create(
            kind=Pilot.Kind(kind), place=office.place, office=office, name=said(name, _NAME),
            about=about.strip(), begun_on=begun_on, simulated=is_simulated(warrant),
        )  # fmt: skip
        subject = f"efforts.pilot:{made.uuid}"
        record(warrant, "efforts.add_pilot", subject=subject, place_code=office.place.code)
    return made


def add_site(
    pilot: Pilot, place: Place, *, stage: str, run_by: str, since: date, warrant: Warrant
) -> Site:
    """Write down where a model runs; once at a time at a place."""
    warrant.demand(WRITE, [place.pk])
    there(place, since)
    past(since)
    if since < pilot.begun_on:
        raise end_before_start(since, pilot.begun_on)
    with transaction.atomic():
        Pilot.objects.select_for_update().get(pk=pilot.pk)
        if pilot.sites.filter(place=place, until__isnull=True).exists():
            what = f"“{pilot.name}”, {place.name_vi}", f"“{pilot.name}” at {place.name_en}"
            raise errors.there_already(Sentence(*what))
        made = Site.objects.create(
            pilot=pilot, place=place, first_place=place, stage=Site.Stage(stage),
            run_by=said(run_by, _RUN_BY), since=since, simulated=is_simulated(warrant),
        )  # fmt: skip
        _record(warrant, "efforts.add_site", made)
    return made


def end_site(site: Site, *, until: date, result: str, warrant: Warrant) -> Site:
    """End a model at a place, with its result; ``until`` is the first day without it."""
    warrant.demand(WRITE, [site.place_id])
    past(until)
    with transaction.atomic():
        held = Site.objects.select_for_update(of=("self",)).select_related("place").get(pk=site.pk)
        if held.until is not None:
            raise errors.site_over()
        if until <= held.since:
            raise end_before_start(until, held.since)
        held.until, held.result = until, said(result, Sentence("Kết quả", "The result"))
        held.save()
        _record(warrant, "efforts.end_site", held)
    return held


def _record(warrant: Warrant, act: str, site: Site) -> None:
    record(warrant, act, subject=f"efforts.site:{site.uuid}", place_code=site.place.code)
