-- T4 · measured
WITH facts AS (
  WITH days AS (
    SELECT
      period_id,
      UNNEST(RANGE(start_day, as_of + 1)) AS day
    FROM periods
  ), lasts AS (
    SELECT
      m.child_id,
      d.period_id,
      MAX(m.measured_on * 1099511627776 + m.measurement_id) FILTER(WHERE
        (
          m.waz <> -999.0 AND NOT CONTAINS(m.flagged, 'waz')
        ) OR m.oedema = 1) % 1099511627776 AS by_weight,
      MAX(m.measured_on * 1099511627776 + m.measurement_id) FILTER(WHERE
        (
          m.haz <> -999.0 AND NOT CONTAINS(m.flagged, 'haz')
        )) % 1099511627776 AS by_height,
      MAX(m.measured_on * 1099511627776 + m.measurement_id) FILTER(WHERE
        (
          m.whz <> -999.0 AND NOT CONTAINS(m.flagged, 'whz')
        )) % 1099511627776 AS by_both
    FROM weighings AS m
    JOIN weighed_children AS c
      ON c.child_id = m.child_id
    JOIN days AS d
      ON d.day = m.measured_on
    WHERE
      (
        (
          YEAR((
            CAST('1970-01-01' AS DATE) + CAST(m.measured_on AS INT)
          )) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH((
          CAST('1970-01-01' AS DATE) + CAST(m.measured_on AS INT)
        )) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY((
            CAST('1970-01-01' AS DATE) + CAST(m.measured_on AS INT)
          )) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) BETWEEN 0 AND 59
    GROUP BY
      m.child_id,
      d.period_id
  ), picked AS (
    SELECT
      period_id,
      by_weight,
      by_height,
      by_both,
      UNNEST(
        CASE
          WHEN by_weight = by_height AND by_height = by_both
          THEN [by_both]
          ELSE LIST_DISTINCT([by_weight, by_height, by_both])
        END
      ) AS measurement_id
    FROM lasts
  ), seen AS (
    SELECT
      m.measurement_id,
      m.place_id,
      c.sex,
      c.household_id,
      (
        (
          YEAR((
            CAST('1970-01-01' AS DATE) + CAST(m.measured_on AS INT)
          )) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH((
          CAST('1970-01-01' AS DATE) + CAST(m.measured_on AS INT)
        )) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY((
            CAST('1970-01-01' AS DATE) + CAST(m.measured_on AS INT)
          )) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) AS months,
      (
        (
          YEAR((
            CAST('1970-01-01' AS DATE) + CAST(p.as_of AS INT)
          )) - YEAR((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
        ) * 12 + MONTH((
          CAST('1970-01-01' AS DATE) + CAST(p.as_of AS INT)
        )) - MONTH((
          CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
        )) - CASE
          WHEN DAY((
            CAST('1970-01-01' AS DATE) + CAST(p.as_of AS INT)
          )) < DAY((
            CAST('1970-01-01' AS DATE) + CAST(c.birth_day AS INT)
          ))
          THEN 1
          ELSE 0
        END
      ) AS months_on_day,
      (
        CAST('1970-01-01' AS DATE) + CAST(p.as_of AS INT)
      ) AS on_day,
      l.period_id,
      l.by_weight,
      l.by_height,
      l.by_both,
      m.oedema = 1 AS oedema,
      CASE WHEN (
        m.waz <> -999.0 AND NOT CONTAINS(m.flagged, 'waz')
      ) THEN m.waz END AS waz,
      m.haz,
      m.whz
    FROM picked AS l
    JOIN periods AS p
      ON p.period_id = l.period_id
    JOIN weighings AS m
      ON m.measurement_id = l.measurement_id
    JOIN weighed_children AS c
      ON c.child_id = m.child_id
  )
  SELECT
    m.place_id,
    m.period_id,
    m.sex,
    m.months AS age_months,
    m.months_on_day AS age_months_on_day,
    CASE
      WHEN m.months < 6
      THEN '0-5'
      WHEN m.months < 12
      THEN '6-11'
      WHEN m.months < 24
      THEN '12-23'
      WHEN m.months < 36
      THEN '24-35'
      WHEN m.months < 48
      THEN '36-47'
      ELSE '48-59'
    END AS age_band,
    CASE WHEN m.measurement_id = m.by_weight THEN m.waz END AS waz,
    CASE WHEN m.measurement_id = m.by_height THEN m.haz END AS haz,
    CASE WHEN m.measurement_id = m.by_both THEN m.whz END AS whz,
    m.oedema AND COALESCE(m.measurement_id = m.by_weight, FALSE) AS oedema,
    COALESCE(h.status, 'none') AS poverty
  FROM seen AS m
  LEFT JOIN weighed_household_years AS h
    ON h.household_id = m.household_id AND h.year = YEAR(m.on_day)
), valued AS (
  SELECT
    place_id,
    period_id,
    sex,
    age_band,
    poverty,
    COALESCE(CAST((
      NOT waz IS NULL AND waz < -2
    ) OR oedema AS DOUBLE), 0) AS sum_0,
    COALESCE(CAST(NOT waz IS NULL OR oedema AS DOUBLE), 0) AS sum_1
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
    age_band,
    poverty,
    SUM(sum_0) AS sum_0,
    SUM(sum_1) AS sum_1
  FROM valued
  GROUP BY
    place_id,
    period_id,
    sex,
    age_band,
    poverty
)
SELECT
  place_id,
  period_id,
  sex AS by_sex,
  age_band AS by_age_band,
  poverty AS by_poverty,
  CASE
    WHEN GROUPING(sex) = 0
    THEN 'sex'
    WHEN GROUPING(age_band) = 0
    THEN 'age_band'
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
    (place_id, period_id, age_band),
    (place_id, period_id, poverty)
  );

