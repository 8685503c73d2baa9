-- T7-ever · schools
WITH facts AS (
  WITH working AS (
    SELECT
      s.facility_id,
      s.place_id,
      s.level,
      s.ownership,
      p.period_id,
      p.as_of
    FROM school_sites AS s
    JOIN periods AS p
      ON GREATEST(s.valid_from, s.opened_on) <= p.as_of
      AND LEAST(COALESCE(s.valid_to, 2147483647), COALESCE(s.closed_on, 2147483647)) > p.as_of
  ), held AS (
    SELECT
      w.facility_id,
      w.period_id,
      MAX(r.level) FILTER(WHERE
        COALESCE(r.expires_on, 2147483647) > w.as_of) AS valid_level
    FROM working AS w
    JOIN school_recognitions AS r
      ON r.facility_id = w.facility_id AND r.decided_on <= w.as_of
    GROUP BY ALL
  )
  SELECT
    w.place_id,
    w.period_id,
    w.level,
    w.ownership,
    NOT h.valid_level IS NULL AS at_standard,
    NOT h.facility_id IS NULL AS ever_recognised,
    COALESCE(h.valid_level, 0) AS standard_level
  FROM working AS w
  LEFT JOIN held AS h
    ON h.facility_id = w.facility_id AND h.period_id = w.period_id
), valued AS (
  SELECT
    place_id,
    period_id,
    level,
    COALESCE(CAST(ownership = 'public' AND ever_recognised AS DOUBLE), 0) AS sum_0,
    COALESCE(CAST(ownership = 'public' AS DOUBLE), 0) AS sum_1
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
    level,
    SUM(sum_0) AS sum_0,
    SUM(sum_1) AS sum_1
  FROM valued
  GROUP BY
    place_id,
    period_id,
    level
)
SELECT
  place_id,
  period_id,
  level AS by_level,
  CASE WHEN GROUPING(level) = 0 THEN 'level' ELSE '' END AS which,
  SUM(sum_0) AS sum_0,
  SUM(sum_1) AS sum_1
FROM fine
GROUP BY
  GROUPING SETS (
    (place_id, period_id),
    (place_id, period_id, level)
  );

