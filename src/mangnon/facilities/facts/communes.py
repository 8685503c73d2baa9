"""Dataset ``communes``: commune-level units existing on the day, and their year's recognition."""

from mangnon.facilities.facts.sites import FOREVER
from mangnon.indicators.datasets import Column, Dataset, Source, offer

_UNITS = Source(
    "units",
    """
    SELECT u.id AS place_id, DAY(u.valid_from) AS valid_from, DAY(u.valid_to) AS valid_to
    FROM places_place u
    WHERE u.kind = 'commune' AND u.id IN ({places})
    """,
    (("place_id", "BIGINT"), ("valid_from", "BIGINT"), ("valid_to", "BIGINT")),
)
_RECOGNITIONS = Source(
    "commune_recognitions",
    """
    SELECT DISTINCT r.place_id, r.year,
           (SELECT MIN(DAY(n.valid_from)) FROM facilities_standard n
            WHERE n.subject = 'commune' AND n.valid_from > s.valid_from) AS followed_from
    FROM facilities_recognition r
    JOIN facilities_standard s ON s.id = r.standard_id
    WHERE r.year IS NOT NULL AND r.place_id IN ({places})
    """,
    (("place_id", "BIGINT"), ("year", "BIGINT"), ("followed_from", "BIGINT")),
)

# For the year, never carried over; the decision itself comes early in the next year. Where two
# standards stood side by side (2019), a year is counted by the later: the standard that was the
# newest on its 31 December. A decision by the earlier one is kept on record and does not count.
_SQL = f"""
WITH recognised AS (
    SELECT DISTINCT place_id, year FROM commune_recognitions
    WHERE followed_from IS NULL
       OR DATE '1970-01-01' + CAST(followed_from AS INTEGER) > make_date(year, 12, 31)
)
SELECT u.place_id, p.period_id, r.place_id IS NOT NULL AS recognised
FROM units u
JOIN periods p ON u.valid_from <= p.as_of AND coalesce(u.valid_to, {FOREVER}) > p.as_of
LEFT JOIN recognised r
       ON r.place_id = u.place_id
      AND r.year = year(DATE '1970-01-01' + CAST(p.as_of AS INTEGER))
"""

offer(
    Dataset(
        code="communes",
        vi="Xã, phường, thị trấn đang có vào ngày tính",
        en="Communes, wards and townships that exist on the day counted",
        sources=(_UNITS, _RECOGNITIONS),
        sql=_SQL,
        columns=(
            Column(
                "recognised",
                "boolean",
                "Được công nhận phù hợp với trẻ em cho năm đó, theo tiêu chuẩn mới nhất của năm",
                "Recognised as suitable for children for the year, by its newest standard",
            ),
        ),
    )
)
