"""Beginning a report, writing its words, signing it: which freezes every figure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Kind, Office, Place
from mangnon.reports import errors
from mangnon.reports.content import digest_of, frozen, gather, parts
from mangnon.reports.heading import place_of_issue
from mangnon.reports.models import Report, standing_on

WRITE, SIGN = "reports.write", "reports.sign"
_SETTABLE = ("number", "issued_at", "recipients")


def begin(
    place: Place, *, kind: str, days: tuple[date, date], issuer: Office | None, warrant: Warrant
) -> Report:
    """Begin a report on a place and a period; raises WrongPeriod."""
    warrant.demand(WRITE, standing_on(place.pk, issuer))
    first, last = days
    today = clock.today()
    if last < first:
        raise errors.ends_before_it_begins()
    if first > today:
        raise errors.not_begun(first)
    if not place.lives_on(min(last, today)):
        raise errors.no_such_place_then(place.name_vi, min(last, today))
    _must_report(issuer, place, today)
    same: dict[str, Any] = {
        "place": place,
        "kind": kind,
        "first_day": first,
        "last_day": last,
        "issuer": issuer,
    }
    report = Report(**same, begun_by=warrant.actor, begun_on=today)
    report.issued_at = place_of_issue(place)
    try:
        with transaction.atomic():
            report.save()
            record(warrant, "reports.begin", subject=report.subject, place_code=place.key)
    except IntegrityError:
        raise errors.begun_already() from None
    return report


def write_words(
    report: Report, *, words: Mapping[str, str], warrant: Warrant, **head: str
) -> Report:
    """Write parts of a report in words, and its number, place of issue and recipients.

    The trail names the parts, never what was written. Raises Signed.
    """
    with transaction.atomic():
        held = _draft(report, WRITE, warrant)
        told = {**held.words, **{part: words[part].strip() for part in parts() if part in words}}
        written = [part for part in told if told[part] != held.words.get(part, "")]
        held.words = {part: text for part, text in told.items() if text}
        for name in _SETTABLE:
            if name in head and head[name].strip() != getattr(held, name):
                setattr(held, name, head[name].strip())
                written.append(name)
        if not written:
            return held
        held.version += 1
        held.save()
        record(
            warrant, "reports.write_words", subject=held.subject, place_code=held.place.key,
            data={"written": sorted(written)},
        )  # fmt: skip
    return held


def sign(
    report: Report, *, post: str, authority: str = "", seen: int | None = None, warrant: Warrant
) -> Report:
    """Sign a report: everything that it says is gathered and kept, in this one transaction.

    ``seen``: the version that the person read. Raises Signed, Outdated, NotSignable.
    """
    today = clock.today()
    with transaction.atomic():
        held = _draft(report, SIGN, warrant)
        if seen is not None and seen != held.version:
            raise errors.written_meanwhile()
        if held.last_day >= today:
            raise errors.not_over(held.last_day)
        if not (held.number and held.issued_at):
            raise errors.number_wanted()
        _number_must_be_free(held, today.year)
        held.signed_by, held.signed_on = warrant.actor, today
        held.post, held.authority = post.strip(), authority.strip()
        held.frozen = frozen(gather(held))
        held.digest = digest_of(held.frozen)
        held.state = Report.State.SIGNED
        held.version += 1
        held.save()
        record(
            warrant, "reports.sign", subject=held.subject, place_code=held.place.key,
            data={"number": held.number, "digest": held.digest},
        )  # fmt: skip
    return held


def _draft(report: Report, right: str, warrant: Warrant) -> Report:
    """Lock a report that is still a draft; raises Signed."""
    rows = Report.objects.select_related("place", "issuer__parent")
    held = rows.select_for_update(of=("self",)).get(pk=report.pk)
    warrant.demand(right, standing_on(held.place_id, held.issuer))
    if held.is_signed:
        raise errors.signed_already(held.signed_on)
    return held


def _must_report(issuer: Office | None, place: Place, day: date) -> None:
    """Refuse an office that is closed, and a committee that there is none of."""
    if issuer is None:
        if place.kind == Kind.PROGRAMME_AREA:
            raise errors.no_committee(place.name_vi)
        return
    begun = issuer.valid_from is None or issuer.valid_from <= day
    if not begun or (issuer.valid_to is not None and issuer.valid_to <= day):
        raise errors.office_closed(issuer.name_vi, day)


def _number_must_be_free(held: Report, year: int) -> None:
    """Refuse the number of another report that the same office signed in the year."""
    same = Report.objects.filter(number=held.number, issuer=held.issuer, signed_on__year=year)
    if held.issuer is None:
        same = same.filter(place=held.place)
    if same.exclude(pk=held.pk).exists():
        raise errors.number_taken(held.number, year)
