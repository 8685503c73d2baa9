"""The facilities that ever stood at the places, and the columns they share."""

from mangnon.indicators.datasets import Breakdown, Column, Label, Source

FOREVER = 2147483647  # later than any day: stands for "still open" in comparisons


def sites_of(kind: str) -> Source:
    """Give the sites of one kind of facility at the places, with the facility's own life."""
    return Source(
        f"{kind}_sites",
        f"""
        SELECT f.id AS facility_id, s.place_id, DAY(s.valid_from) AS valid_from,
               DAY(s.valid_to) AS valid_to, DAY(f.opened_on) AS opened_on,
               DAY(f.closed_on) AS closed_on, f.level, f.ownership
        FROM facilities_site s
        JOIN facilities_facility f ON f.id = s.facility_id
        WHERE f.kind = '{kind}' AND s.place_id IN ({{places}})
        """,
        (
            ("facility_id", "BIGINT"),
            ("place_id", "BIGINT"),
            ("valid_from", "BIGINT"),
            ("valid_to", "BIGINT"),
            ("opened_on", "BIGINT"),
            ("closed_on", "BIGINT"),
            ("level", "VARCHAR"),
            ("ownership", "VARCHAR"),
        ),
    )


def standing(kind: str) -> str:
    """Give the DuckDB SELECT of the facilities of a kind that stand somewhere on each day."""
    return f"""
    SELECT s.facility_id, s.place_id, s.level, s.ownership, p.period_id, p.as_of
    FROM {kind}_sites s JOIN periods p
      ON greatest(s.valid_from, s.opened_on) <= p.as_of
     AND least(coalesce(s.valid_to, {FOREVER}), coalesce(s.closed_on, {FOREVER})) > p.as_of
    """


OWNERSHIP = Column(
    "ownership",
    "text",
    "Loại hình",
    "Ownership",
    Breakdown(
        "ownership",
        "Loại hình",
        "Ownership",
        {
            "public": Label("Công lập", "Public"),
            "private": Label("Ngoài công lập", "Private"),
        },
    ),
)
