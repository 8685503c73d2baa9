-- T1-exits · exits
WITH facts AS (
  WITH ended AS (
    SELECT
      s.spell_id,
      s.child_id,
      s.group_code,
      s.end_reason,
      p.period_id,
      s.valid_to - 1 AS last
    FROM spells AS s
    JOIN periods AS p
      ON s.valid_to BETWEEN p.start_day AND p.as_of
  ), at_home AS (
    SELECT
      e.spell_id,
      e.period_id,
      ARG_MAX(h.place_id, h.valid_from) AS place_id
    FROM ended AS e
    JOIN homes AS h
      ON h.child_id = e.child_id AND h.valid_from <= e.last
    GROUP BY ALL
  )
  SELECT
    w.place_id,
    e.period_id,
    CASE WHEN COALESCE(e.end_reason, '') = '' THEN 'other' ELSE e.end_reason END AS reason,
    c.sex,
    [e.group_code] AS groups
  FROM ended AS e
  JOIN at_home AS w
    ON w.spell_id = e.spell_id AND w.period_id = e.period_id
  JOIN people AS c
    ON c.child_id = e.child_id
), valued AS (
  SELECT
    place_id,
    period_id,
    reason,
    sex,
    groups,
    COALESCE(CAST(TRUE AS DOUBLE), 0) AS sum_0
  FROM facts
  WHERE
    place_id IN (
      SELECT
        place_id
      FROM scope
    )
), fine AS (
  SELECT
    place_id,
    period_id,
    reason,
    sex,
    groups,
    SUM(sum_0) AS sum_0
  FROM valued
  GROUP BY
    place_id,
    period_id,
    reason,
    sex,
    groups
)
SELECT
  place_id,
  period_id,
  reason AS by_reason,
  sex AS by_sex,
  NULL AS by_circumstance,
  CASE
    WHEN GROUPING(reason) = 0
    THEN 'reason'
    WHEN GROUPING(sex) = 0
    THEN 'sex'
    ELSE ''
  END AS which,
  SUM(sum_0) AS sum_0
FROM fine
GROUP BY
  GROUPING SETS (
    (place_id, period_id),
    (place_id, period_id, reason),
    (place_id, period_id, sex)
  )
UNION ALL
SELECT
  place_id,
  period_id,
  NULL AS by_reason,
  NULL AS by_sex,
  listed_value AS by_circumstance,
  'circumstance' AS which,
  SUM(sum_0) AS sum_0
FROM (
  SELECT
    place_id,
    period_id,
    UNNEST(groups) AS listed_value,
    sum_0
  FROM fine
  WHERE
    LENGTH(groups) > 0
) AS unrolled
GROUP BY
  place_id,
  period_id,
  listed_value;

