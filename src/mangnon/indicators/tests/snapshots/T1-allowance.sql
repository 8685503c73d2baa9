-- T1-allowance · children
WITH facts AS (
  WITH days AS (
    SELECT
      *,
      (
        CAST('1970-01-01' AS DATE) + CAST(as_of AS INT)
      ) AS on_day
    FROM periods
  ), living AS (
    SELECT
      l.place_id,
      l.child_id,
      l.kind,
      l.sex,
      l.household_id,
      p.period_id,
      CAST(YEAR(p.on_day) AS BIGINT) AS on_year,
      (
        (
          YEAR(p.on_day) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(l.birth_day AS INT)
          ))
        ) * 12 + MONTH(p.on_day) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(l.birth_day AS INT)
        )) - CASE
          WHEN DAY(p.on_day) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(l.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) AS months
    FROM lived AS l
    JOIN days AS p
      ON l.valid_from <= p.as_of AND COALESCE(l.valid_to, 2147483647) > p.as_of
    WHERE
      l.birth_day <= p.as_of AND COALESCE(l.died_on, 2147483647) > p.as_of
  ), in_groups AS (
    SELECT
      s.child_id,
      p.period_id,
      LIST_SORT(ARRAY_AGG(DISTINCT s.group_code)) AS groups
    FROM spells AS s
    JOIN periods AS p
      ON s.valid_from <= p.as_of
      AND COALESCE(s.valid_to, 2147483647) > p.as_of
      AND s.group_from <= p.as_of
      AND COALESCE(s.group_to, 2147483647) > p.as_of
    GROUP BY ALL
  ), found AS (
    SELECT DISTINCT
      s.child_id,
      p.period_id
    FROM spells AS s
    JOIN periods AS p
      ON s.identified_on BETWEEN p.start_day AND p.as_of
    WHERE
      s.group_from <= s.identified_on
      AND COALESCE(s.group_to, 2147483647) > s.identified_on
  ), allowed AS (
    SELECT DISTINCT
      h.child_id,
      p.period_id
    FROM help AS h
    JOIN periods AS p
      ON h.delivered_on BETWEEN p.window_start AND p.as_of
    WHERE
      h.monthly = 1
  )
  SELECT
    l.place_id,
    l.period_id,
    l.sex,
    l.months // 12 AS age_years,
    l.months AS age_months,
    CASE
      WHEN l.months < 36
      THEN '0-2'
      WHEN l.months < 72
      THEN '3-5'
      WHEN l.months < 132
      THEN '6-10'
      WHEN l.months < 192
      THEN '11-15'
      ELSE '16+'
    END AS age_group,
    COALESCE(g.groups, CAST([] AS TEXT[])) AS groups,
    NOT g.groups IS NULL AS in_circumstances,
    NOT f.child_id IS NULL AS identified_in_period,
    NOT a.child_id IS NULL AS on_allowance,
    COALESCE(h.status, 'none') AS poverty,
    l.kind AS residence
  FROM living AS l
  LEFT JOIN in_groups AS g
    ON g.child_id = l.child_id AND g.period_id = l.period_id
  LEFT JOIN found AS f
    ON f.child_id = l.child_id AND f.period_id = l.period_id
  LEFT JOIN allowed AS a
    ON a.child_id = l.child_id AND a.period_id = l.period_id
  LEFT JOIN household_years AS h
    ON h.household_id = l.household_id AND h.year = l.on_year
  WHERE
    l.months < 192
), valued AS (
  SELECT
    place_id,
    period_id,
    sex,
    age_group,
    groups,
    poverty,
    residence,
    COALESCE(CAST(age_years < 16 AND in_circumstances AND on_allowance AS DOUBLE), 0) AS sum_0,
    COALESCE(CAST(age_years < 16 AND in_circumstances AS DOUBLE), 0) AS sum_1
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
    sex,
    age_group,
    groups,
    poverty,
    residence,
    SUM(sum_0) AS sum_0,
    SUM(sum_1) AS sum_1
  FROM valued
  GROUP BY
    place_id,
    period_id,
    sex,
    age_group,
    groups,
    poverty,
    residence
)
SELECT
  place_id,
  period_id,
  sex AS by_sex,
  age_group AS by_age_group,
  NULL AS by_circumstance,
  poverty AS by_poverty,
  residence AS by_residence,
  CASE
    WHEN GROUPING(sex) = 0
    THEN 'sex'
    WHEN GROUPING(age_group) = 0
    THEN 'age_group'
    WHEN GROUPING(poverty) = 0
    THEN 'poverty'
    WHEN GROUPING(residence) = 0
    THEN 'residence'
    ELSE ''
  END AS which,
  SUM(sum_0) AS sum_0,
  SUM(sum_1) AS sum_1
FROM fine
GROUP BY
  GROUPING SETS (
    (place_id, period_id),
    (place_id, period_id, sex),
    (place_id, period_id, age_group),
    (place_id, period_id, poverty),
    (place_id, period_id, residence)
  )
UNION ALL
SELECT
  place_id,
  period_id,
  NULL AS by_sex,
  NULL AS by_age_group,
  listed_value AS by_circumstance,
  NULL AS by_poverty,
  NULL AS by_residence,
  'circumstance' AS which,
  SUM(sum_0) AS sum_0,
  SUM(sum_1) AS sum_1
FROM (
  SELECT
    place_id,
    period_id,
    UNNEST(groups) AS listed_value,
    sum_0,
    sum_1
  FROM fine
  WHERE
    LENGTH(groups) > 0
) AS unrolled
GROUP BY
  place_id,
  period_id,
  listed_value;

