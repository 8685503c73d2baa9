"""Analytics tables on PostgreSQL, as a nightly job builds them: one row a fact, all worked out."""

_PERIODS = """
CREATE TABLE analytics_period AS
SELECT y - 2012 AS period_id, make_date(y, 1, 1) AS first_day, make_date(y, 12, 31) AS last_day
FROM generate_series(2012, 2023) AS y
"""
_MONTHS = (
    "((extract(year FROM {day}) - extract(year FROM {born})) * 12 + extract(month FROM {day})"
    " - extract(month FROM {born})"
    " - CASE WHEN extract(day FROM {day}) < extract(day FROM {born}) THEN 1 ELSE 0 END)::int"
)
_AGE_GROUP = (
    "CASE WHEN m.months < 36 THEN '0-2' WHEN m.months < 72 THEN '3-5' WHEN m.months < 132"
    " THEN '6-10' WHEN m.months < 192 THEN '11-15' ELSE '16+' END"
)
_ON_DAY = _MONTHS.format(day="p.last_day", born="c.birth_date")
_POVERTY = (
    "LEFT JOIN register_householdpoverty h ON h.household_id = c.household_id"
    " AND h.year = p.period_id + 2012"
)
_OPEN = "{0}.valid_from <= p.last_day AND ({0}.valid_to IS NULL OR {0}.valid_to > p.last_day)"

_CHILDREN = f"""
CREATE TABLE analytics_children AS
WITH in_groups AS (
    SELECT s.child_id, p.period_id, array_agg(DISTINCT g.code) AS groups
    FROM register_circumstance s
    JOIN register_circumstancegroup g ON g.id = s.group_id
    JOIN analytics_period p ON {_OPEN.format("s")} AND {_OPEN.format("g")}
    GROUP BY 1, 2
), allowed AS (
    SELECT DISTINCT a.child_id, p.period_id
    FROM register_assistance a
    JOIN register_assistancekind k ON k.id = a.kind_id AND k.monthly_allowance
    JOIN analytics_period p ON a.delivered_on BETWEEN p.first_day AND p.last_day
)
SELECT r.place_id, p.period_id, c.sex, m.months / 12 AS age_years, {_AGE_GROUP} AS age_group,
       coalesce(g.groups, '{{}}') AS groups, g.groups IS NOT NULL AS in_circumstances,
       a.child_id IS NOT NULL AS on_allowance, coalesce(h.status, 'none') AS poverty,
       r.kind AS residence
FROM register_residence r
JOIN register_child c ON c.id = r.child_id AND c.merged_into_id IS NULL
LEFT JOIN register_death d ON d.child_id = c.id
JOIN analytics_period p ON {_OPEN.format("r")}
CROSS JOIN LATERAL (SELECT {_ON_DAY} AS months) m
LEFT JOIN in_groups g ON g.child_id = c.id AND g.period_id = p.period_id
LEFT JOIN allowed a ON a.child_id = c.id AND a.period_id = p.period_id
{_POVERTY}
WHERE r.kind <> 'absent' AND c.birth_date <= p.last_day AND m.months < 192
  AND (d.died_on IS NULL OR d.died_on > p.last_day)
"""
_IDENTIFIED = f"""
CREATE TABLE analytics_identified AS
WITH found AS (
    SELECT s.child_id, p.period_id, array_agg(DISTINCT g.code) AS groups
    FROM register_circumstance s
    JOIN register_circumstancegroup g ON g.id = s.group_id
    JOIN analytics_period p ON s.identified_on BETWEEN p.first_day AND p.last_day
    WHERE g.valid_from <= s.identified_on
      AND (g.valid_to IS NULL OR g.valid_to > s.identified_on)
    GROUP BY 1, 2
)
SELECT r.place_id, p.period_id, c.sex, m.months / 12 AS age_years, {_AGE_GROUP} AS age_group,
       f.groups, coalesce(h.status, 'none') AS poverty, r.kind AS residence
FROM found f
JOIN analytics_period p ON p.period_id = f.period_id
JOIN register_child c ON c.id = f.child_id AND c.merged_into_id IS NULL
LEFT JOIN register_death d ON d.child_id = c.id
JOIN register_residence r ON r.child_id = c.id AND r.kind <> 'absent' AND {_OPEN.format("r")}
CROSS JOIN LATERAL (SELECT {_ON_DAY} AS months) m
{_POVERTY}
WHERE c.birth_date <= p.last_day AND m.months < 192
  AND (d.died_on IS NULL OR d.died_on > p.last_day)
"""
_HOME = """
JOIN LATERAL (
    SELECT r.place_id FROM register_residence r
    WHERE r.child_id = {child} AND r.kind <> 'absent' AND r.valid_from <= {day}
      AND (r.valid_to IS NULL OR r.valid_to > r.valid_from) {more}
    ORDER BY r.valid_from DESC LIMIT 1
) w ON TRUE
"""
_YEAR = f"""
CREATE TABLE analytics_circumstance_year AS
WITH touched AS (
    SELECT s.child_id, p.period_id, array_agg(DISTINCT g.code) AS groups,
           bool_and(g.lasting) AS lasting
    FROM register_circumstance s
    JOIN register_circumstancegroup g ON g.id = s.group_id
    JOIN register_child c ON c.id = s.child_id AND c.merged_into_id IS NULL
    LEFT JOIN register_death d ON d.child_id = c.id
    JOIN analytics_period p ON greatest(s.valid_from, g.valid_from, p.first_day)
      < least(s.valid_to, g.valid_to, p.last_day + 1, (c.birth_date + interval '16 years')::date,
              d.died_on)
    GROUP BY 1, 2
), assisted AS (
    SELECT DISTINCT a.child_id, p.period_id
    FROM register_assistance a
    JOIN register_assistancekind k ON k.id = a.kind_id AND k.qualifies
     AND (k.valid_from IS NULL OR k.valid_from <= a.delivered_on)
     AND (k.valid_to IS NULL OR k.valid_to > a.delivered_on)
    JOIN analytics_period p ON a.delivered_on BETWEEN p.first_day AND p.last_day
), in_time AS (
    SELECT DISTINCT n.child_id, p.period_id
    FROM register_plannedservice s
    JOIN register_plan n ON n.id = s.plan_id
    JOIN analytics_period p ON s.delivered_on BETWEEN p.first_day AND p.last_day
     AND n.approved_on <= p.last_day
    WHERE s.delivered_on <= s.due_on
), back AS (
    SELECT DISTINCT t.child_id, t.period_id
    FROM touched t
    JOIN analytics_period p ON p.period_id = t.period_id
    JOIN register_reintegration o ON o.child_id = t.child_id
     AND o.followed_up_on BETWEEN p.first_day AND p.last_day
    WHERE o.in_family AND o.in_school_or_care AND o.no_new_harm AND o.goals_met AND o.still_holds
      AND o.followed_up_on >= CASE WHEN t.lasting THEN o.reached_on
                                   ELSE (o.reached_on + interval '6 months')::date END
)
SELECT w.place_id, t.period_id, c.sex, m.months / 12 AS age_years, {_AGE_GROUP} AS age_group,
       t.groups, coalesce(h.status, 'none') AS poverty, a.child_id IS NOT NULL AS assisted,
       i.child_id IS NOT NULL AS plan_in_time, b.child_id IS NOT NULL AS reintegrated
FROM touched t
JOIN analytics_period p ON p.period_id = t.period_id
JOIN register_child c ON c.id = t.child_id
{_HOME.format(child="t.child_id", day="p.last_day",
              more="AND (r.valid_to IS NULL OR r.valid_to > p.first_day)")}
CROSS JOIN LATERAL (SELECT {_ON_DAY} AS months) m
LEFT JOIN assisted a ON a.child_id = t.child_id AND a.period_id = t.period_id
LEFT JOIN in_time i ON i.child_id = t.child_id AND i.period_id = t.period_id
LEFT JOIN back b ON b.child_id = t.child_id AND b.period_id = t.period_id
{_POVERTY}
"""  # fmt: skip
_EXITS = f"""
CREATE TABLE analytics_exits AS
SELECT w.place_id, p.period_id, coalesce(nullif(s.end_reason, ''), 'other') AS reason, c.sex,
       ARRAY[g.code] AS groups
FROM register_circumstance s
JOIN register_circumstancegroup g ON g.id = s.group_id
JOIN register_child c ON c.id = s.child_id AND c.merged_into_id IS NULL
JOIN analytics_period p ON s.valid_to BETWEEN p.first_day AND p.last_day
{_HOME.format(child="s.child_id", day="s.valid_to - 1", more="")}
"""


def _last(condition: str) -> str:
    return f"(array_agg(x.id ORDER BY x.measured_on DESC, x.id DESC) FILTER (WHERE {condition}))[1]"


_MEASURED = f"""
CREATE TABLE analytics_measured AS
WITH valid AS (
    SELECT m.id, m.child_id, m.place_id, m.measured_on, m.oedema, p.period_id, p.last_day,
           a.months,
           CASE WHEN m.flagged NOT LIKE '%waz%' THEN m.waz END AS waz,
           CASE WHEN m.flagged NOT LIKE '%haz%' THEN m.haz END AS haz,
           CASE WHEN m.flagged NOT LIKE '%whz%' THEN m.whz END AS whz
    FROM register_measurement m
    JOIN register_child c ON c.id = m.child_id AND c.merged_into_id IS NULL
     AND c.birth_precision <> 'year'
    JOIN analytics_period p ON m.measured_on BETWEEN p.first_day AND p.last_day
    CROSS JOIN LATERAL (SELECT {_MONTHS.format(day="m.measured_on", born="c.birth_date")}
                        AS months) a
    WHERE a.months BETWEEN 0 AND 59
), lasts AS (
    SELECT x.child_id, x.period_id, {_last("x.waz IS NOT NULL OR x.oedema")} AS by_weight,
           {_last("x.haz IS NOT NULL")} AS by_height, {_last("x.whz IS NOT NULL")} AS by_both
    FROM valid x GROUP BY 1, 2
)
SELECT v.place_id, v.period_id, c.sex, v.months AS age_months, m.months AS age_months_on_day,
       CASE WHEN v.months < 6 THEN '0-5' WHEN v.months < 12 THEN '6-11'
            WHEN v.months < 24 THEN '12-23' WHEN v.months < 36 THEN '24-35'
            WHEN v.months < 48 THEN '36-47' ELSE '48-59' END AS age_band,
       CASE WHEN v.id = l.by_weight THEN v.waz END AS waz,
       CASE WHEN v.id = l.by_height THEN v.haz END AS haz,
       CASE WHEN v.id = l.by_both THEN v.whz END AS whz,
       v.oedema AND coalesce(v.id = l.by_weight, FALSE) AS oedema,
       coalesce(h.status, 'none') AS poverty
FROM valid v
JOIN lasts l ON l.child_id = v.child_id AND l.period_id = v.period_id
 AND v.id IN (l.by_weight, l.by_height, l.by_both)
JOIN register_child c ON c.id = v.child_id
JOIN analytics_period p ON p.period_id = v.period_id
CROSS JOIN LATERAL (SELECT {_ON_DAY} AS months) m
{_POVERTY}
"""

TABLES = {
    "children": _CHILDREN,
    "identified": _IDENTIFIED,
    "circumstance_year": _YEAR,
    "exits": _EXITS,
    "measured": _MEASURED,
}


def statements() -> list[str]:
    """Give what builds the tables, with their indexes and statistics."""
    listed = ["DROP TABLE IF EXISTS analytics_period", _PERIODS, "ANALYZE analytics_period"]
    for name, sql in TABLES.items():
        table = f"analytics_{name}"
        listed += [f"DROP TABLE IF EXISTS {table}", sql]
        listed += [f"CREATE INDEX ON {table} (period_id, place_id)", f"ANALYZE {table}"]
    return listed
