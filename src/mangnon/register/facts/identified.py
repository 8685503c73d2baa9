"""Dataset ``identified``: children living at a place who were identified during the period.

Its groups are those in which the child was found, not those in which it is on the day.
"""

from mangnon.indicators.datasets import Dataset, offer
from mangnon.register.facts import columns, pieces, sources

_AGE = pieces.age_months(pieces.as_date("c.birth_day"), pieces.as_date("p.as_of"))

_SQL = f"""
WITH found AS (
    SELECT s.child_id, p.period_id, list_sort(list(DISTINCT s.group_code)) AS groups
    FROM spells s JOIN periods p ON s.identified_on BETWEEN p.start_day AND p.as_of
    WHERE s.group_from <= s.identified_on
      AND coalesce(s.group_to, {pieces.FOREVER}) > s.identified_on
    GROUP BY ALL
)
SELECT h.place_id, f.period_id, c.sex, {_AGE} // 12 AS age_years,
       {pieces.age_group(_AGE)} AS age_group, f.groups,
       coalesce(y.status, 'none') AS poverty, h.kind AS residence
FROM found f
JOIN periods p ON p.period_id = f.period_id
JOIN people c ON c.child_id = f.child_id
 AND c.birth_day <= p.as_of AND coalesce(c.died_on, {pieces.FOREVER}) > p.as_of
JOIN homes h ON h.child_id = f.child_id
 AND h.valid_from <= p.as_of AND coalesce(h.valid_to, {pieces.FOREVER}) > p.as_of
LEFT JOIN household_years y
       ON y.household_id = c.household_id AND y.year = year({pieces.as_date("p.as_of")})
WHERE {_AGE} < 192
"""

offer(
    Dataset(
        code="identified",
        vi="Trẻ em dưới 16 tuổi đang sống tại địa bàn vào ngày tính, được phát hiện trong kỳ",
        en="Children under 16 who live at the place on the day counted, identified in the period",
        sources=(sources.SPELLS, sources.HOMES, sources.PEOPLE, sources.POVERTY),
        sql=_SQL,
        columns=(
            columns.SEX,
            columns.AGE_YEARS,
            columns.AGE_GROUP,
            columns.GROUPS,
            columns.POVERTY,
            columns.RESIDENCE,
        ),
    )
)
