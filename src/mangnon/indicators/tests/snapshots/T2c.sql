-- T2c · circumstance_year
WITH facts AS (
  WITH days AS (
    SELECT
      *,
      (
        CAST('1970-01-01' AS DATE) + CAST(as_of AS INT)
      ) AS on_day
    FROM periods
  ), touched AS (
    SELECT
      s.child_id,
      p.period_id,
      LIST_SORT(ARRAY_AGG(DISTINCT s.group_code)) AS groups,
      BOOL_AND(CAST(s.lasting = 1 AS BOOLEAN)) AS lasting
    FROM spells AS s
    JOIN people AS c
      ON c.child_id = s.child_id
    JOIN periods AS p
      ON GREATEST(s.valid_from, s.group_from, p.window_start) < LEAST(
        COALESCE(s.valid_to, 2147483647),
        COALESCE(s.group_to, 2147483647),
        p.as_of + 1,
        (
          CAST((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ) + INTERVAL '16' YEAR AS DATE) - CAST('1970-01-01' AS DATE)
        ),
        COALESCE(c.died_on, 2147483647)
      )
    GROUP BY ALL
  ), at_home AS (
    SELECT
      t.child_id,
      t.period_id,
      ARG_MAX(h.place_id, h.valid_from) AS place_id
    FROM touched AS t
    JOIN periods AS p
      ON p.period_id = t.period_id
    JOIN homes AS h
      ON h.child_id = t.child_id
      AND h.valid_from <= p.as_of
      AND COALESCE(h.valid_to, 2147483647) > p.window_start
    GROUP BY ALL
  ), assisted AS (
    SELECT DISTINCT
      h.child_id,
      p.period_id
    FROM help AS h
    JOIN periods AS p
      ON h.delivered_on BETWEEN p.window_start AND p.as_of
    WHERE
      h.qualifies = 1
      AND COALESCE(h.kind_from, 0) <= h.delivered_on
      AND COALESCE(h.kind_to, 2147483647) > h.delivered_on
  ), in_time AS (
    SELECT DISTINCT
      s.child_id,
      p.period_id
    FROM planned AS s
    JOIN periods AS p
      ON s.delivered_on BETWEEN p.window_start AND p.as_of AND s.approved_on <= p.as_of
    WHERE
      s.delivered_on <= s.due_on
  ), back AS (
    SELECT DISTINCT
      o.child_id,
      t.period_id
    FROM touched AS t
    JOIN periods AS p
      ON p.period_id = t.period_id
    JOIN outcomes AS o
      ON o.child_id = t.child_id AND o.followed_up_on BETWEEN p.window_start AND p.as_of
    WHERE
      o.followed_up_on >= CASE
        WHEN t.lasting
        THEN o.reached_on
        ELSE (
          CAST((
            CAST('1970-01-01' AS DATE) + CAST(o.reached_on AS INT)
          ) + INTERVAL '6' MONTH AS DATE) - CAST('1970-01-01' AS DATE)
        )
      END
  )
  SELECT
    w.place_id,
    t.period_id,
    c.sex,
    CASE
      WHEN (
        (
          YEAR(p.on_day) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH(p.on_day) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY(p.on_day) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) < 36
      THEN '0-2'
      WHEN (
        (
          YEAR(p.on_day) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH(p.on_day) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY(p.on_day) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) < 72
      THEN '3-5'
      WHEN (
        (
          YEAR(p.on_day) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH(p.on_day) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY(p.on_day) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) < 132
      THEN '6-10'
      WHEN (
        (
          YEAR(p.on_day) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH(p.on_day) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY(p.on_day) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) < 192
      THEN '11-15'
      ELSE '16+'
    END AS age_group,
    (
      (
        YEAR(p.on_day) - YEAR((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        ))
      ) * 12 + MONTH(p.on_day) - MONTH((
        CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
      )) - CASE
        WHEN DAY(p.on_day) < DAY((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        ))
        THEN 1
        ELSE 0
      END
    ) // 12 AS age_years,
    t.groups,
    COALESCE(h.status, 'none') AS poverty,
    NOT a.child_id IS NULL AS assisted,
    NOT i.child_id IS NULL AS plan_in_time,
    NOT b.child_id IS NULL AS reintegrated
  FROM touched AS t
  JOIN days AS p
    ON p.period_id = t.period_id
  JOIN at_home AS w
    ON w.child_id = t.child_id AND w.period_id = t.period_id
  JOIN people AS c
    ON c.child_id = t.child_id
  LEFT JOIN assisted AS a
    ON a.child_id = t.child_id AND a.period_id = t.period_id
  LEFT JOIN in_time AS i
    ON i.child_id = t.child_id AND i.period_id = t.period_id
  LEFT JOIN back AS b
    ON b.child_id = t.child_id AND b.period_id = t.period_id
  LEFT JOIN household_years AS h
    ON h.household_id = c.household_id AND h.year = YEAR(p.on_day)
), valued AS (
  SELECT
    place_id,
    period_id,
    sex,
    age_group,
    groups,
    poverty,
    COALESCE(CAST(reintegrated AS DOUBLE), 0) AS sum_0,
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
    sex,
    age_group,
    groups,
    poverty,
    SUM(sum_0) AS sum_0,
    SUM(sum_1) AS sum_1
  FROM valued
  GROUP BY
    place_id,
    period_id,
    sex,
    age_group,
    groups,
    poverty
)
SELECT
  place_id,
  period_id,
  sex AS by_sex,
  age_group AS by_age_group,
  NULL AS by_circumstance,
  poverty AS by_poverty,
  CASE
    WHEN GROUPING(sex) = 0
    THEN 'sex'
    WHEN GROUPING(age_group) = 0
    THEN 'age_group'
    WHEN GROUPING(poverty) = 0
    THEN 'poverty'
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
    (place_id, period_id, poverty)
  )
UNION ALL
SELECT
  place_id,
  period_id,
  NULL AS by_sex,
  NULL AS by_age_group,
  listed_value AS by_circumstance,
  NULL AS by_poverty,
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

