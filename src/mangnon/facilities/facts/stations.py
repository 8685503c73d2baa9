"""Dataset ``stations``: health stations working on the day, and who is in post there."""

from mangnon.facilities.facts.sites import FOREVER, OWNERSHIP, sites_of, standing
from mangnon.indicators.datasets import Column, Dataset, Source, offer

_POSTS = Source(
    "posts",
    """
    SELECT p.id AS post_id, p.facility_id, t.role, CAST(t.counts_for_t3 AS INTEGER) AS counts,
           DAY(p.valid_from) AS valid_from, DAY(p.valid_to) AS valid_to,
           DAY(t.valid_from) AS title_from, DAY(t.valid_to) AS title_to
    FROM facilities_post p
    JOIN facilities_stafftitle t ON t.id = p.title_id
    WHERE p.share_of_time >= 1 AND p.facility_id IN
          (SELECT s.facility_id FROM facilities_site s WHERE s.place_id IN ({places}))
    """,
    (
        ("post_id", "BIGINT"),
        ("facility_id", "BIGINT"),
        ("role", "VARCHAR"),
        ("counts", "BIGINT"),
        ("valid_from", "BIGINT"),
        ("valid_to", "BIGINT"),
        ("title_from", "BIGINT"),
        ("title_to", "BIGINT"),
    ),
)

_LEAVES = Source(
    "leaves",
    """
    SELECT l.post_id, DAY(l.valid_from) AS away_from, DAY(l.valid_to) AS away_to
    FROM facilities_leave l
    JOIN facilities_post p ON p.id = l.post_id
    WHERE p.facility_id IN
          (SELECT s.facility_id FROM facilities_site s WHERE s.place_id IN ({places}))
    """,
    (("post_id", "BIGINT"), ("away_from", "BIGINT"), ("away_to", "BIGINT")),
)

# In post, not on long leave, not shared with another station, under a title in force. A leave
# is long from six months on (that of a mother, which the definition names, is six months), and
# while nobody knows when it ends.
_SQL = f"""
WITH working AS ({standing("station")}),
long_leaves AS (
    SELECT post_id, away_from, coalesce(away_to, {FOREVER}) AS away_to FROM leaves
    WHERE away_to IS NULL
       OR DATE '1970-01-01' + CAST(away_from AS INTEGER) + INTERVAL 6 MONTH
          <= DATE '1970-01-01' + CAST(away_to AS INTEGER)
),
staffed AS (
    SELECT w.facility_id, w.period_id,
           bool_or(p.role = 'midwife') AS has_midwife,
           bool_or(p.role = 'assistant_doctor') AS has_assistant_doctor,
           bool_or(p.role = 'obstetrician') AS has_obstetrician,
           bool_or(p.counts = 1) AS qualified
    FROM working w JOIN posts p ON p.facility_id = w.facility_id
     AND greatest(p.valid_from, coalesce(p.title_from, 0)) <= w.as_of
     AND least(coalesce(p.valid_to, {FOREVER}), coalesce(p.title_to, {FOREVER})) > w.as_of
    WHERE NOT EXISTS (SELECT 1 FROM long_leaves l
                      WHERE l.post_id = p.post_id
                        AND l.away_from <= w.as_of AND l.away_to > w.as_of)
    GROUP BY ALL
)
SELECT w.place_id, w.period_id,
       coalesce(s.has_midwife, false) AS has_midwife,
       coalesce(s.has_assistant_doctor, false) AS has_assistant_doctor,
       coalesce(s.has_obstetrician, false) AS has_obstetrician,
       coalesce(s.qualified, false) AS qualified,
       w.ownership
FROM working w
LEFT JOIN staffed s ON s.facility_id = w.facility_id AND s.period_id = w.period_id
"""

offer(
    Dataset(
        code="stations",
        vi="Trạm y tế cấp xã đang hoạt động vào ngày tính",
        en="Commune health stations working on the day counted",
        sources=(sites_of("station"), _POSTS, _LEAVES),
        sql=_SQL,
        columns=(
            Column("has_midwife", "boolean", "Có hộ sinh tại vị trí", "Has a midwife in post"),
            Column(
                "has_assistant_doctor",
                "boolean",
                "Có y sĩ sản nhi tại vị trí",
                "Has an assistant doctor of obstetrics and paediatrics in post",
            ),
            Column(
                "has_obstetrician",
                "boolean",
                "Có bác sĩ sản khoa tại vị trí",
                "Has a doctor of obstetrics in post",
            ),
            Column(
                "qualified",
                "boolean",
                "Có người tại vị trí mang chức danh được tính cho chỉ tiêu T3",
                "Has a person in post whose title counts for target T3",
            ),
            OWNERSHIP,
        ),
    )
)
