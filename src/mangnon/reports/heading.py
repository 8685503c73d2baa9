"""Head and foot of an administrative document: who issues it, under whom, to whom, who signs.

After Decree 30/2020/NĐ-CP for state offices; the Party's documents have a head of their own.
"""

from typing import Any

from mangnon.places.models import Kind, Office, Place
from mangnon.places.naming import own_name
from mangnon.reports.models import Report


def head(report: Report) -> dict[str, Any]:
    """Return what stands above the title."""
    office = report.issuer
    return {
        "line": "party" if office is not None and office.line == Office.Line.PARTY else "state",
        "superior": (office.parent.name_vi if office and office.parent else "").upper(),
        "issuer": issuer_name(report).upper(),
        "number": report.number,
        "issued_at": report.issued_at,
        "day": report.signed_on.isoformat() if report.signed_on else "",
    }


def issuer_name(report: Report) -> str:
    """Name who issues a report: its office, or the People's Committee of the place."""
    if report.issuer is not None:
        return report.issuer.name_vi
    return committee(report.place)


def committee(place: Place) -> str:
    """Name the People's Committee of a place, its kind in small letters: … xã Cẩm Thượng."""
    return f"Ủy ban nhân dân {place.name_vi[:1].lower()}{place.name_vi[1:]}"


def place_of_issue(place: Place) -> str:
    """Return the place in the line of place and day; a programme area is no place to sign at."""
    return "" if place.kind == Kind.PROGRAMME_AREA else own_name(place.name_vi, place.style)


def signature(report: Report) -> dict[str, str]:
    """Return who signs: in whose name, in which post. Nobody is named."""
    return {"authority": report.authority.upper(), "post": report.post.upper()}


def recipients(report: Report) -> list[str]:
    """Return to whom it goes; the file of the office is always the last."""
    told = [line.strip(" -;.") for line in report.recipients.splitlines()]
    return [one for one in told if one] + ["Lưu: VT"]
