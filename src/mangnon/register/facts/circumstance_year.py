"""Dataset ``circumstance_year``: children in special circumstances on any day of 12 months."""

from mangnon.indicators.datasets import Column, Dataset, Source, offer
from mangnon.register.facts import columns, pieces, sources

_PLANNED = Source(
    "planned",
    """
    SELECT p.child_id, DAY(p.approved_on) AS approved_on, DAY(s.due_on) AS due_on,
           DAY(s.delivered_on) AS delivered_on
    FROM register_plan p
    JOIN register_plannedservice s ON s.plan_id = p.id
    WHERE {here} AND s.delivered_on >= {since}
    """,
    (
        ("child_id", "BIGINT"),
        ("approved_on", "BIGINT"),
        ("due_on", "BIGINT"),
        ("delivered_on", "BIGINT"),
    ),
    here=f"p.child_id IN {sources.EVER_LIVED}",
)
# Only outcomes with all four conditions, followed up and still holding.
_OUTCOMES = Source(
    "outcomes",
    """
    SELECT o.child_id, DAY(o.reached_on) AS reached_on, DAY(o.followed_up_on) AS followed_up_on
    FROM register_reintegration o
    WHERE {here} AND o.in_family AND o.in_school_or_care AND o.no_new_harm AND o.goals_met
      AND o.still_holds AND o.followed_up_on >= {since}
    """,
    (("child_id", "BIGINT"), ("reached_on", "BIGINT"), ("followed_up_on", "BIGINT")),
    here=f"o.child_id IN {sources.EVER_LIVED}",
)

_SIXTEENTH = pieces.as_days(f"{pieces.as_date('c.birth_day')} + INTERVAL 16 YEAR")
_SIX_MONTHS_ON = pieces.as_days(f"{pieces.as_date('o.reached_on')} + INTERVAL 6 MONTH")

# A day counts when the spell is open, its group in force and the child alive and under 16.
# The child counts at its last home of the 12 months; who left before them no longer counts.
_SQL = f"""
WITH days AS (
    SELECT *, {pieces.as_date("as_of")} AS on_day FROM periods
),
touched AS (
    SELECT s.child_id, p.period_id, list_sort(list(DISTINCT s.group_code)) AS groups,
           bool_and(s.lasting = 1) AS lasting
    FROM spells s
    JOIN people c ON c.child_id = s.child_id
    JOIN periods p
      ON greatest(s.valid_from, s.group_from, p.window_start)
       < least(coalesce(s.valid_to, {pieces.FOREVER}), coalesce(s.group_to, {pieces.FOREVER}),
               p.as_of + 1, {_SIXTEENTH}, coalesce(c.died_on, {pieces.FOREVER}))
    GROUP BY ALL
),
at_home AS (
    SELECT t.child_id, t.period_id, arg_max(h.place_id, h.valid_from) AS place_id
    FROM touched t
    JOIN periods p ON p.period_id = t.period_id
    JOIN homes h ON h.child_id = t.child_id AND h.valid_from <= p.as_of
     AND coalesce(h.valid_to, {pieces.FOREVER}) > p.window_start
    GROUP BY ALL
),
assisted AS (
    SELECT DISTINCT h.child_id, p.period_id
    FROM help h JOIN periods p ON h.delivered_on BETWEEN p.window_start AND p.as_of
    WHERE h.qualifies = 1 AND coalesce(h.kind_from, 0) <= h.delivered_on
      AND coalesce(h.kind_to, {pieces.FOREVER}) > h.delivered_on
),
in_time AS (
    SELECT DISTINCT s.child_id, p.period_id
    FROM planned s JOIN periods p
      ON s.delivered_on BETWEEN p.window_start AND p.as_of AND s.approved_on <= p.as_of
    WHERE s.delivered_on <= s.due_on
),
back AS (
    SELECT DISTINCT o.child_id, t.period_id
    FROM touched t
    JOIN periods p ON p.period_id = t.period_id
    JOIN outcomes o
      ON o.child_id = t.child_id AND o.followed_up_on BETWEEN p.window_start AND p.as_of
    WHERE o.followed_up_on >= CASE WHEN t.lasting THEN o.reached_on ELSE {_SIX_MONTHS_ON} END
)
SELECT w.place_id, t.period_id, c.sex,
       {pieces.age_group(pieces.age_months(pieces.as_date("c.birth_day"), "p.on_day"))}
           AS age_group,
       {pieces.age_months(pieces.as_date("c.birth_day"), "p.on_day")} // 12 AS age_years,
       t.groups,
       coalesce(h.status, 'none') AS poverty,
       a.child_id IS NOT NULL AS assisted,
       i.child_id IS NOT NULL AS plan_in_time,
       b.child_id IS NOT NULL AS reintegrated
FROM touched t
JOIN days p ON p.period_id = t.period_id
JOIN at_home w ON w.child_id = t.child_id AND w.period_id = t.period_id
JOIN people c ON c.child_id = t.child_id
LEFT JOIN assisted a ON a.child_id = t.child_id AND a.period_id = t.period_id
LEFT JOIN in_time i ON i.child_id = t.child_id AND i.period_id = t.period_id
LEFT JOIN back b ON b.child_id = t.child_id AND b.period_id = t.period_id
LEFT JOIN household_years h
       ON h.household_id = c.household_id AND h.year = year(p.on_day)
"""

offer(
    Dataset(
        code="circumstance_year",
        vi="Trẻ em có ít nhất một ngày thuộc nhóm hoàn cảnh đặc biệt trong 12 tháng đến ngày tính",
        en="Children with at least one day in special circumstances in the 12 months to the day",
        sources=(
            sources.SPELLS,
            sources.HOMES,
            sources.PEOPLE,
            sources.HELP,
            _PLANNED,
            _OUTCOMES,
            sources.POVERTY,
        ),
        sql=_SQL,
        columns=(
            columns.SEX,
            columns.AGE_GROUP,
            columns.AGE_YEARS,
            columns.GROUPS,
            columns.POVERTY,
            Column(
                "assisted",
                "boolean",
                "Đã nhận ít nhất một hình thức trợ giúp được tính trong 12 tháng",
                "Received at least one qualifying assistance in the 12 months",
            ),
            Column(
                "plan_in_time",
                "boolean",
                "Có kế hoạch được duyệt và ít nhất một dịch vụ được thực hiện đúng hạn",
                "Has an approved plan and at least one planned service delivered in time",
            ),
            Column(
                "reintegrated",
                "boolean",
                "Đã hòa nhập, còn giữ vững khi xem xét lại trong 12 tháng, ít nhất 6 tháng sau; "
                "nhóm kéo dài chỉ cần lần xem xét hằng năm",
                "Reintegrated, and still so at a review in the 12 months, at least 6 months later; "
                "for lasting groups the yearly review is enough",
            ),
        ),
    )
)
