"""The way from the first page to where one is."""

from mangnon.portal.addresses import address
from mangnon.portal.editions import Edition
from mangnon.portal.spots import Spot

Crumb = tuple[str, str | None]


def crumbs_to(edition: Edition, spot: Spot, page: str, last: str = "", **parts: str) -> list[Crumb]:
    """Return the places above, each with the same page; ``last`` is the page one is on."""
    units = spot.path
    found: list[Crumb] = [
        (edition.name(unit), address(page, edition.language, key=unit.key, **parts))
        for unit in units[:-1]
    ]
    here = edition.name(units[-1])
    if not last:
        return [*found, (here, None)] if found else []
    own = address(page, edition.language, key=units[-1].key, **parts)
    return [*found, (here, own), (last, None)]
