-- T8 · communes
WITH facts AS (
  WITH recognised AS (
    SELECT DISTINCT
      place_id,
      year
    FROM commune_recognitions
    WHERE
      followed_from IS NULL
      OR CAST('1970-01-01' AS DATE) + CAST(followed_from AS INT) > MAKE_DATE(year, 12, 31)
  )
  SELECT
    u.place_id,
    p.period_id,
    NOT r.place_id IS NULL AS recognised
  FROM units AS u
  JOIN periods AS p
    ON u.valid_from <= p.as_of AND COALESCE(u.valid_to, 2147483647) > p.as_of
  LEFT JOIN recognised AS r
    ON r.place_id = u.place_id
    AND r.year = YEAR(CAST('1970-01-01' AS DATE) + CAST(p.as_of AS INT))
), valued AS (
  SELECT
    place_id,
    period_id,
    COALESCE(CAST(recognised AS DOUBLE), 0) AS sum_0,
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
    SUM(sum_0) AS sum_0,
    SUM(sum_1) AS sum_1
  FROM valued
  GROUP BY
    place_id,
    period_id
)
SELECT
  place_id,
  period_id,
  '' AS which,
  SUM(sum_0) AS sum_0,
  SUM(sum_1) AS sum_1
FROM fine
GROUP BY
  GROUPING SETS (
    (place_id, period_id)
  );

