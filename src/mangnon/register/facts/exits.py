"""Dataset ``exits``: spells of special circumstances that ended during the period, and why."""

from mangnon.indicators.datasets import Breakdown, Column, Dataset, Label, offer
from mangnon.register.facts import columns, sources

_REASON = Breakdown(
    "reason",
    "Lý do ra khỏi danh sách",
    "Reason of leaving the list",
    {
        "aged_out": Label("Đủ 16 tuổi", "Turned 16"),
        "improved": Label("Đã cải thiện, hòa nhập", "Improved, reintegrated"),
        "moved": Label("Chuyển đi", "Moved away"),
        "died": Label("Đã mất", "Died"),
        "corrected": Label("Ghi nhầm, đã sửa", "Corrected, recorded by mistake"),
        "law_changed": Label("Không còn thuộc nhóm theo luật", "No longer a group by law"),
        "other": Label("Lý do khác", "Other"),
    },
)

# The place is where the child lived on the spell's last day, which is the day before valid_to.
_SQL = """
WITH ended AS (
    SELECT s.spell_id, s.child_id, s.group_code, s.end_reason, p.period_id, s.valid_to - 1 AS last
    FROM spells s JOIN periods p ON s.valid_to BETWEEN p.start_day AND p.as_of
),
at_home AS (
    SELECT e.spell_id, e.period_id, arg_max(h.place_id, h.valid_from) AS place_id
    FROM ended e JOIN homes h ON h.child_id = e.child_id AND h.valid_from <= e.last
    GROUP BY ALL
)
SELECT w.place_id, e.period_id,
       CASE WHEN coalesce(e.end_reason, '') = '' THEN 'other' ELSE e.end_reason END AS reason,
       c.sex, [e.group_code] AS groups
FROM ended e
JOIN at_home w ON w.spell_id = e.spell_id AND w.period_id = e.period_id
JOIN people c ON c.child_id = e.child_id
"""

offer(
    Dataset(
        code="exits",
        vi="Các lượt ra khỏi nhóm hoàn cảnh đặc biệt trong kỳ",
        en="Spells of special circumstances that ended during the period",
        sources=(sources.SPELLS, sources.HOMES, sources.PEOPLE),
        sql=_SQL,
        columns=(
            Column("reason", "text", "Lý do", "Reason", _REASON),
            columns.SEX,
            columns.GROUPS,
        ),
    )
)
