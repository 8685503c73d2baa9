"""What has changed since a report was signed: its figures as kept, and as the records have them."""

from collections.abc import Iterator
from dataclasses import dataclass

from mangnon import clock
from mangnon.programme.sections import Asked, gathered
from mangnon.reports.content import Content
from mangnon.reports.models import Report


@dataclass(frozen=True, slots=True)
class Change:
    """One figure: as it was signed, and now; "–" where there is none any more."""

    section: str
    label: str
    signed: str
    now: str


def changes(report: Report, kept: Content) -> list[Change]:
    """Return the figures of a signed report that the records have otherwise today.

    The same is asked as at signing: the same place and the same last day. A section that came to
    be offered later says nothing about what was signed.
    """
    asked = Asked(report.place, report.first_day, report.last_day, clock.today())
    today = {
        (section.key, figure.key): figure.text
        for section in gathered(asked)
        for figure in section.figures
    }
    return list(_differing(kept, today))


def _differing(kept: Content, today: dict[tuple[str, str], str]) -> Iterator[Change]:
    for section in kept["sections"]:
        for figure in section.get("figures", ()):
            now = today.get((section["key"], figure["key"]), "–")
            if now != figure["text"]:
                yield Change(section["title"], figure["label"], figure["text"], now)
