-- T3 · stations
WITH facts AS (
  WITH working AS (
    SELECT
      s.facility_id,
      s.place_id,
      s.level,
      s.ownership,
      p.period_id,
      p.as_of
    FROM station_sites AS s
    JOIN periods AS p
      ON GREATEST(s.valid_from, s.opened_on) <= p.as_of
      AND LEAST(COALESCE(s.valid_to, 2147483647), COALESCE(s.closed_on, 2147483647)) > p.as_of
  ), long_leaves AS (
    SELECT
      post_id,
      away_from,
      COALESCE(away_to, 2147483647) AS away_to
    FROM leaves
    WHERE
      away_to IS NULL
      OR CAST('1970-01-01' AS DATE) + CAST(away_from AS INT) + INTERVAL '6' MONTH <= CAST('1970-01-01' AS DATE) + CAST(away_to AS INT)
  ), staffed AS (
    SELECT
      w.facility_id,
      w.period_id,
      BOOL_OR(CAST(p.role = 'midwife' AS BOOLEAN)) AS has_midwife,
      BOOL_OR(CAST(p.role = 'assistant_doctor' AS BOOLEAN)) AS has_assistant_doctor,
      BOOL_OR(CAST(p.role = 'obstetrician' AS BOOLEAN)) AS has_obstetrician,
      BOOL_OR(CAST(p.counts = 1 AS BOOLEAN)) AS qualified
    FROM working AS w
    JOIN posts AS p
      ON p.facility_id = w.facility_id
      AND GREATEST(p.valid_from, COALESCE(p.title_from, 0)) <= w.as_of
      AND LEAST(COALESCE(p.valid_to, 2147483647), COALESCE(p.title_to, 2147483647)) > w.as_of
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM long_leaves AS l
        WHERE
          l.post_id = p.post_id AND l.away_from <= w.as_of AND l.away_to > w.as_of
      )
    GROUP BY ALL
  )
  SELECT
    w.place_id,
    w.period_id,
    COALESCE(s.has_midwife, FALSE) AS has_midwife,
    COALESCE(s.has_assistant_doctor, FALSE) AS has_assistant_doctor,
    COALESCE(s.has_obstetrician, FALSE) AS has_obstetrician,
    COALESCE(s.qualified, FALSE) AS qualified,
    w.ownership
  FROM working AS w
  LEFT JOIN staffed AS s
    ON s.facility_id = w.facility_id AND s.period_id = w.period_id
), valued AS (
  SELECT
    place_id,
    period_id,
    ownership,
    COALESCE(CAST(qualified AS DOUBLE), 0) AS sum_0,
    COALESCE(CAST(TRUE AS DOUBLE), 0) AS sum_1
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
    ownership,
    SUM(sum_0) AS sum_0,
    SUM(sum_1) AS sum_1
  FROM valued
  GROUP BY
    place_id,
    period_id,
    ownership
)
SELECT
  place_id,
  period_id,
  ownership AS by_ownership,
  CASE WHEN GROUPING(ownership) = 0 THEN 'ownership' ELSE '' END AS which,
  SUM(sum_0) AS sum_0,
  SUM(sum_1) AS sum_1
FROM fine
GROUP BY
  GROUPING SETS (
    (place_id, period_id),
    (place_id, period_id, ownership)
  );

