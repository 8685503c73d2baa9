"""Dataset ``measured``: the last valid weighing and measuring in the period of each under-five.

A child gives at most one row with ``waz`` or oedema, one with ``haz`` and one with ``whz``:
the last that is valid for that index. Where one measurement is the last for all, it is one row.
"""

from mangnon.indicators.datasets import Breakdown, Column, Dataset, Label, Source, offer
from mangnon.register.facts import columns, pieces

MISSING = -999.0  # no z-score: a reader that types a column by its first rows meets a number

# Whoever was weighed at one of the places: its last weighing may be elsewhere.
_WEIGHED = (
    "(SELECT here.child_id FROM register_measurement here"
    " WHERE here.place_id IN ({places}) AND here.measured_on >= {since})"
)
_WEIGHINGS = Source(
    "weighings",
    f"""
    SELECT m.id AS measurement_id, m.child_id, m.place_id, DAY(m.measured_on) AS measured_on,
           COALESCE(m.waz, {MISSING}) AS waz, COALESCE(m.haz, {MISSING}) AS haz,
           COALESCE(m.whz, {MISSING}) AS whz, m.flagged, CAST(m.oedema AS INTEGER) AS oedema
    FROM register_measurement m
    WHERE {{here}} AND m.measured_on >= {{since}}
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
    ),
    here=f"m.child_id IN {_WEIGHED}",
)
# The engine joins the children: five million look-ups cost a database more than all the rest.
_CHILDREN = Source(
    "weighed_children",
    """
    SELECT c.id AS child_id, c.sex, DAY(c.birth_date) AS birth_day, c.household_id
    FROM register_child c
    WHERE {here} AND c.birth_precision <> 'year' AND COALESCE(c.merged_into_id, 0) = 0
    """,
    (
        ("child_id", "BIGINT"),
        ("sex", "VARCHAR"),
        ("birth_day", "BIGINT"),
        ("household_id", "BIGINT"),
    ),
    here=f"c.id IN {_WEIGHED}",
)
_POVERTY = Source(
    "weighed_household_years",
    """
    SELECT h.household_id, h.year, h.status
    FROM register_householdpoverty h
    WHERE {here} AND h.year >= CAST(SUBSTR({since}, 1, 4) AS INTEGER)
    """,
    (("household_id", "BIGINT"), ("year", "BIGINT"), ("status", "VARCHAR")),
    here="h.household_id IN (SELECT c.household_id FROM register_child c"
    f" WHERE c.id IN {_WEIGHED})",
)


_IDS = 2**40  # more measurements than there will ever be


def _is_valid(index: str) -> str:
    """Say whether the z-score is there and not flagged as implausible."""
    return f"(m.{index} <> {MISSING} AND NOT contains(m.flagged, '{index}'))"


def _last(condition: str) -> str:
    """Give the child's last measurement of the period that meets a condition.

    Day and id are one number, the later the larger: a pair would be compared as text is.
    """
    return f"max(m.measured_on * {_IDS} + m.measurement_id) FILTER (WHERE {condition}) % {_IDS}"


_MONTHS = pieces.age_months(pieces.as_date("c.birth_day"), pieces.as_date("m.measured_on"))
_ON_DAY = pieces.as_date("p.as_of")
_MONTHS_ON_THE_DAY = pieces.age_months(pieces.as_date("c.birth_day"), _ON_DAY)
_LASTS = "[by_weight, by_height, by_both]"

# The last measurements are found first; only they are looked at again. Days are joined by
# equality, which costs a fiftieth of a comparison with the ends of each period.
_SQL = f"""
WITH days AS (
    SELECT period_id, unnest(range(start_day, as_of + 1)) AS day FROM periods
),
lasts AS (
    SELECT m.child_id, d.period_id,
           {_last(f"{_is_valid('waz')} OR m.oedema = 1")} AS by_weight,
           {_last(_is_valid("haz"))} AS by_height, {_last(_is_valid("whz"))} AS by_both
    FROM weighings m
    JOIN weighed_children c ON c.child_id = m.child_id
    JOIN days d ON d.day = m.measured_on
    WHERE {_MONTHS} BETWEEN 0 AND 59
    GROUP BY m.child_id, d.period_id
),
picked AS (
    SELECT period_id, by_weight, by_height, by_both,
           unnest(CASE WHEN by_weight = by_height AND by_height = by_both THEN [by_both]
                       ELSE list_distinct({_LASTS}) END) AS measurement_id
    FROM lasts
),
seen AS (
    SELECT m.measurement_id, m.place_id, c.sex, c.household_id, {_MONTHS} AS months,
           {_MONTHS_ON_THE_DAY} AS months_on_day, {_ON_DAY} AS on_day,
           l.period_id, l.by_weight, l.by_height, l.by_both, m.oedema = 1 AS oedema,
           CASE WHEN {_is_valid("waz")} THEN m.waz END AS waz, m.haz, m.whz
    FROM picked l
    JOIN periods p ON p.period_id = l.period_id
    JOIN weighings m ON m.measurement_id = l.measurement_id
    JOIN weighed_children c ON c.child_id = m.child_id
)
SELECT m.place_id, m.period_id, m.sex, m.months AS age_months,
       m.months_on_day AS age_months_on_day,
       CASE WHEN m.months < 6 THEN '0-5' WHEN m.months < 12 THEN '6-11'
            WHEN m.months < 24 THEN '12-23' WHEN m.months < 36 THEN '24-35'
            WHEN m.months < 48 THEN '36-47' ELSE '48-59' END AS age_band,
       CASE WHEN m.measurement_id = m.by_weight THEN m.waz END AS waz,
       CASE WHEN m.measurement_id = m.by_height THEN m.haz END AS haz,
       CASE WHEN m.measurement_id = m.by_both THEN m.whz END AS whz,
       m.oedema AND coalesce(m.measurement_id = m.by_weight, FALSE) AS oedema,
       coalesce(h.status, 'none') AS poverty
FROM seen m
LEFT JOIN weighed_household_years h
       ON h.household_id = m.household_id AND h.year = year(m.on_day)
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
        sources=(_WEIGHINGS, _CHILDREN, _POVERTY),
        sql=_SQL,
        columns=(
            columns.SEX,
            Column(
                "age_months",
                "integer",
                "Tuổi tròn (tháng) khi cân, đo",
                "Completed months of age when measured",
            ),
            Column(
                "age_months_on_day",
                "integer",
                "Tuổi tròn (tháng) vào ngày chốt kỳ",
                "Completed months of age on the period's day",
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
