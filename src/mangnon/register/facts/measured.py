"""Dataset ``measured``: the last valid weighing and measuring in the period of each under-five.

A child gives at most one row with ``waz`` or oedema, one with ``haz`` and one with ``whz``:
the last that is valid for that index. Where one measurement is the last for all, it is one row.
"""

from mangnon.indicators.datasets import Breakdown, Column, Dataset, Label, Source, offer
from mangnon.register.facts import columns, pieces

MISSING = -999.0  # no z-score: a reader that types a column by its first rows meets a number

# Every weighing of whoever was ever weighed at the places: the last one may be elsewhere.
_WEIGHED = "(SELECT here.child_id FROM register_measurement here WHERE here.place_id IN ({places}))"
_WEIGHINGS = Source(
    "weighings",
    f"""
    SELECT m.id AS measurement_id, m.child_id, m.place_id, DAY(m.measured_on) AS measured_on,
           COALESCE(m.waz, {MISSING}) AS waz, COALESCE(m.haz, {MISSING}) AS haz,
           COALESCE(m.whz, {MISSING}) AS whz, m.flagged, CAST(m.oedema AS INTEGER) AS oedema,
           c.sex, DAY(c.birth_date) AS birth_day, c.household_id
    FROM register_measurement m
    JOIN register_child c ON c.id = m.child_id
    WHERE m.child_id IN {_WEIGHED}
      AND c.birth_precision <> 'year' AND c.merged_into_id IS NULL
    """,
    (
        ("measurement_id", "BIGINT"),
        ("child_id", "BIGINT"),
        ("place_id", "BIGINT"),
        ("measured_on", "BIGINT"),
        ("waz", "DOUBLE"),
        ("haz", "DOUBLE"),
        ("whz", "DOUBLE"),
        ("flagged", "VARCHAR"),
        ("oedema", "BIGINT"),
        ("sex", "VARCHAR"),
        ("birth_day", "BIGINT"),
        ("household_id", "BIGINT"),
    ),
)
_POVERTY = Source(
    "weighed_household_years",
    f"""
    SELECT h.household_id, h.year, h.status
    FROM register_householdpoverty h
    WHERE h.household_id IN
          (SELECT c.household_id FROM register_child c WHERE c.id IN {_WEIGHED})
    """,
    (("household_id", "BIGINT"), ("year", "BIGINT"), ("status", "VARCHAR")),
)


def _valid(index: str) -> str:
    """Give the z-score, or NULL where it is missing or flagged as implausible."""
    return (
        f"CASE WHEN m.{index} = {MISSING} OR contains(m.flagged, '{index}')"
        f" THEN NULL ELSE m.{index} END AS {index}"
    )


def _last(condition: str) -> str:
    """Give the child's last measurement of the period that meets a condition."""
    latest = "arg_max(measurement_id, (measured_on, measurement_id))"
    return f"{latest} FILTER (WHERE {condition})"


_SQL = f"""
WITH aged AS (
    SELECT *, {pieces.age_months(pieces.as_date("birth_day"), pieces.as_date("measured_on"))}
           AS months
    FROM weighings
),
seen AS (
    SELECT m.child_id, m.measurement_id, m.measured_on, m.place_id, m.sex, m.household_id,
           m.months, p.period_id, {pieces.as_date("p.as_of")} AS on_day, m.oedema = 1 AS oedema,
           {_valid("waz")}, {_valid("haz")}, {_valid("whz")}
    FROM aged m JOIN periods p ON m.measured_on BETWEEN p.start_day AND p.as_of
    WHERE m.months BETWEEN 0 AND 59
),
lasts AS (
    SELECT child_id, period_id, {_last("waz IS NOT NULL OR oedema")} AS by_weight,
           {_last("haz IS NOT NULL")} AS by_height, {_last("whz IS NOT NULL")} AS by_both
    FROM seen
    GROUP BY child_id, period_id
)
SELECT m.place_id, m.period_id, m.sex, m.months AS age_months,
       CASE WHEN m.months < 6 THEN '0-5' WHEN m.months < 12 THEN '6-11'
            WHEN m.months < 24 THEN '12-23' WHEN m.months < 36 THEN '24-35'
            WHEN m.months < 48 THEN '36-47' ELSE '48-59' END AS age_band,
       CASE WHEN m.measurement_id = l.by_weight THEN m.waz END AS waz,
       CASE WHEN m.measurement_id = l.by_height THEN m.haz END AS haz,
       CASE WHEN m.measurement_id = l.by_both THEN m.whz END AS whz,
       m.oedema AND coalesce(m.measurement_id = l.by_weight, FALSE) AS oedema,
       coalesce(h.status, 'none') AS poverty
FROM seen m
JOIN lasts l ON l.child_id = m.child_id AND l.period_id = m.period_id
LEFT JOIN weighed_household_years h
       ON h.household_id = m.household_id AND h.year = year(m.on_day)
WHERE m.measurement_id IN (l.by_weight, l.by_height, l.by_both)
"""

_AGE_BAND = Breakdown(
    "age_band",
    "Nhóm tháng tuổi",
    "Age in months",
    {
        band: Label(f"{band.replace('-', '–')} tháng", f"{band.replace('-', '–')} months")
        for band in ("0-5", "6-11", "12-23", "24-35", "36-47", "48-59")
    },
)

offer(
    Dataset(
        code="measured",
        vi="Lần cân và lần đo hợp lệ cuối cùng trong kỳ của mỗi trẻ dưới 5 tuổi",
        en="The last valid weighing and measuring in the period of each child under five",
        sources=(_WEIGHINGS, _POVERTY),
        sql=_SQL,
        columns=(
            columns.SEX,
            Column(
                "age_months",
                "integer",
                "Tuổi tròn (tháng) khi cân, đo",
                "Completed months of age when measured",
            ),
            Column("age_band", "text", "Nhóm tháng tuổi", "Age in months", _AGE_BAND),
            Column("waz", "number", "Z-score cân nặng theo tuổi", "Weight-for-age z-score"),
            Column("haz", "number", "Z-score chiều cao theo tuổi", "Height-for-age z-score"),
            Column("whz", "number", "Z-score cân nặng theo chiều cao", "Weight-for-height z-score"),
            Column("oedema", "boolean", "Phù dinh dưỡng", "Nutritional oedema"),
            columns.POVERTY,
        ),
    )
)
