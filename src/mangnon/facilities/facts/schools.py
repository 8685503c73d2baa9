"""Dataset ``schools``: schools open on the day, and whether their recognition is valid."""

from mangnon.facilities.facts.sites import FOREVER, OWNERSHIP, sites_of, standing
from mangnon.indicators.datasets import Breakdown, Column, Dataset, Label, Source, offer

_RECOGNITIONS = Source(
    "school_recognitions",
    """
    SELECT r.facility_id, r.level, DAY(r.decided_on) AS decided_on,
           DAY(r.expires_on) AS expires_on
    FROM facilities_recognition r
    WHERE r.facility_id IN
          (SELECT s.facility_id FROM facilities_site s WHERE s.place_id IN ({places}))
    """,
    (
        ("facility_id", "BIGINT"),
        ("level", "BIGINT"),
        ("decided_on", "BIGINT"),
        ("expires_on", "BIGINT"),
    ),
)

_SQL = f"""
WITH working AS ({standing("school")}),
held AS (
    SELECT w.facility_id, w.period_id,
           max(r.level) FILTER (coalesce(r.expires_on, {FOREVER}) > w.as_of) AS valid_level
    FROM working w JOIN school_recognitions r
      ON r.facility_id = w.facility_id AND r.decided_on <= w.as_of
    GROUP BY ALL
)
SELECT w.place_id, w.period_id, w.level, w.ownership,
       h.valid_level IS NOT NULL AS at_standard,
       h.facility_id IS NOT NULL AS ever_recognised,
       coalesce(h.valid_level, 0) AS standard_level
FROM working w
LEFT JOIN held h ON h.facility_id = w.facility_id AND h.period_id = w.period_id
"""

_LEVEL = Breakdown(
    "level",
    "Cấp học",
    "School level",
    {
        "mam_non": Label("Mầm non", "Pre-school"),
        "tieu_hoc": Label("Tiểu học", "Primary"),
        "thcs": Label("Trung học cơ sở", "Lower secondary"),
        "thpt": Label("Trung học phổ thông", "Upper secondary"),
        "lien_cap": Label("Liên cấp", "Combined"),
    },
)

offer(
    Dataset(
        code="schools",
        vi="Trường học các cấp đang hoạt động vào ngày tính",
        en="Schools open on the day counted",
        sources=(sites_of("school"), _RECOGNITIONS),
        sql=_SQL,
        columns=(
            Column("level", "text", "Cấp học", "School level", _LEVEL),
            OWNERSHIP,
            Column(
                "at_standard",
                "boolean",
                "Có quyết định công nhận đạt chuẩn còn hiệu lực",
                "Holds a recognition valid on the day",
            ),
            Column(
                "ever_recognised",
                "boolean",
                "Đã từng được công nhận đạt chuẩn",
                "Was recognised at any time",
            ),
            Column(
                "standard_level",
                "integer",
                "Mức độ đạt chuẩn còn hiệu lực; 0 nếu không có",
                "Level of the valid recognition; 0 where there is none",
            ),
        ),
    )
)
