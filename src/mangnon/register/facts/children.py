"""Dataset ``children``: who lives at a place on a day and is under 16."""

from mangnon.indicators.datasets import Column, Dataset, Source, offer
from mangnon.register.facts import columns, pieces, sources

_LIVED = Source(
    "lived",
    """
    SELECT r.place_id, r.child_id, DAY(r.valid_from) AS valid_from, DAY(r.valid_to) AS valid_to,
           r.kind, c.sex, DAY(c.birth_date) AS birth_day, c.household_id,
           DAY(d.died_on) AS died_on
    FROM register_residence r
    JOIN register_child c ON c.id = r.child_id
    LEFT JOIN register_death d ON d.child_id = c.id
    WHERE {here} AND (r.valid_to IS NULL OR r.valid_to > {since}) AND r.kind <> 'absent'
      AND COALESCE(c.merged_into_id, 0) = 0
    """,
    (
        ("place_id", "BIGINT"),
        ("child_id", "BIGINT"),
        ("valid_from", "BIGINT"),
        ("valid_to", "BIGINT"),
        ("kind", "VARCHAR"),
        ("sex", "VARCHAR"),
        ("birth_day", "BIGINT"),
        ("household_id", "BIGINT"),
        ("died_on", "BIGINT"),
    ),
    here=f"r.place_id IN ({{places}}) AND c.id IN {sources.EVER_LIVED}",
)

# Few children have spells: their lists are built first, then joined to the many who live there.
_SQL = f"""
WITH days AS (
    SELECT *, {pieces.as_date("as_of")} AS on_day FROM periods
),
living AS (
    SELECT l.place_id, l.child_id, l.kind, l.sex, l.household_id, p.period_id,
           CAST(year(p.on_day) AS BIGINT) AS on_year,
           {pieces.age_months(pieces.as_date("l.birth_day"), "p.on_day")} AS months
    FROM lived l JOIN days p
      ON l.valid_from <= p.as_of AND coalesce(l.valid_to, {pieces.FOREVER}) > p.as_of
    WHERE l.birth_day <= p.as_of AND coalesce(l.died_on, {pieces.FOREVER}) > p.as_of
),
in_groups AS (
    SELECT s.child_id, p.period_id, list_sort(list(DISTINCT s.group_code)) AS groups
    FROM spells s JOIN periods p
      ON s.valid_from <= p.as_of AND coalesce(s.valid_to, {pieces.FOREVER}) > p.as_of
     AND s.group_from <= p.as_of AND coalesce(s.group_to, {pieces.FOREVER}) > p.as_of
    GROUP BY ALL
),
found AS (
    SELECT DISTINCT s.child_id, p.period_id
    FROM spells s JOIN periods p ON s.identified_on BETWEEN p.start_day AND p.as_of
    WHERE s.group_from <= s.identified_on
      AND coalesce(s.group_to, {pieces.FOREVER}) > s.identified_on
),
allowed AS (
    SELECT DISTINCT h.child_id, p.period_id
    FROM help h JOIN periods p ON h.delivered_on BETWEEN p.window_start AND p.as_of
    WHERE h.monthly = 1
)
SELECT l.place_id, l.period_id, l.sex, l.months // 12 AS age_years, l.months AS age_months,
       {pieces.age_group("l.months")} AS age_group,
       coalesce(g.groups, CAST([] AS VARCHAR[])) AS groups,
       g.groups IS NOT NULL AS in_circumstances,
       f.child_id IS NOT NULL AS identified_in_period,
       a.child_id IS NOT NULL AS on_allowance,
       coalesce(h.status, 'none') AS poverty,
       l.kind AS residence
FROM living l
LEFT JOIN in_groups g ON g.child_id = l.child_id AND g.period_id = l.period_id
LEFT JOIN found f ON f.child_id = l.child_id AND f.period_id = l.period_id
LEFT JOIN allowed a ON a.child_id = l.child_id AND a.period_id = l.period_id
LEFT JOIN household_years h ON h.household_id = l.household_id AND h.year = l.on_year
WHERE l.months < 192
"""

offer(
    Dataset(
        code="children",
        vi="Trẻ em dưới 16 tuổi đang sống tại địa bàn vào ngày tính",
        en="Children under 16 who live at the place on the day counted",
        sources=(_LIVED, sources.SPELLS, sources.HELP, sources.POVERTY),
        sql=_SQL,
        columns=(
            columns.SEX,
            columns.AGE_YEARS,
            Column(
                "age_months",
                "integer",
                "Tuổi tròn (tháng) vào ngày tính",
                "Completed months of age on the day counted",
            ),
            columns.AGE_GROUP,
            columns.GROUPS,
            Column(
                "in_circumstances",
                "boolean",
                "Có hoàn cảnh đặc biệt thuộc nhóm có hiệu lực vào ngày tính",
                "In special circumstances, in a group in force on the day counted",
            ),
            Column(
                "identified_in_period",
                "boolean",
                "Được phát hiện trong kỳ, thuộc nhóm có hiệu lực vào ngày phát hiện",
                "Identified during the period, in a group in force on the day of identification",
            ),
            Column(
                "on_allowance",
                "boolean",
                "Đã nhận trợ cấp hằng tháng trong 12 tháng đến ngày tính",
                "Received the monthly allowance in the 12 months to the day counted",
            ),
            columns.POVERTY,
            columns.RESIDENCE,
        ),
    )
)
