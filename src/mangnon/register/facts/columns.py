"""Columns that several of the register's datasets share, with what their values are called."""

from mangnon.indicators.datasets import Breakdown, Column, Label
from mangnon.register.facts.group_names import GroupNames

SEX = Column(
    "sex",
    "text",
    "Giới tính",
    "Sex",
    Breakdown("sex", "Giới tính", "Sex", {"m": Label("Nam", "Boys"), "f": Label("Nữ", "Girls")}),
)
AGE_GROUP = Column(
    "age_group",
    "text",
    "Nhóm tuổi",
    "Age group",
    Breakdown(
        "age_group",
        "Nhóm tuổi",
        "Age group",
        {
            "0-2": Label("0–2 tuổi", "0–2 years"),
            "3-5": Label("3–5 tuổi", "3–5 years"),
            "6-10": Label("6–10 tuổi", "6–10 years"),
            "11-15": Label("11–15 tuổi", "11–15 years"),
            "16+": Label("Đã đủ 16 tuổi", "16 years and over"),
        },
    ),
)
GROUPS = Column(
    "groups",
    "text[]",
    "Mã các nhóm hoàn cảnh đặc biệt của trẻ",
    "Codes of the child's groups of special circumstances",
    Breakdown(
        "circumstance",
        "Nhóm hoàn cảnh đặc biệt",
        "Group of special circumstances",
        GroupNames(),
        partitions=False,  # a child may be in two groups
    ),
)
POVERTY = Column(
    "poverty",
    "text",
    "Hộ nghèo, cận nghèo trong năm của ngày tính",
    "Poverty status of the household in the year of the day counted",
    Breakdown(
        "poverty",
        "Hoàn cảnh kinh tế hộ",
        "Household poverty",
        {
            "poor": Label("Hộ nghèo", "Poor"),
            "near_poor": Label("Hộ cận nghèo", "Near-poor"),
            "none": Label("Không thuộc hộ nghèo, cận nghèo", "Neither"),
        },
    ),
)
AGE_YEARS = Column(
    "age_years",
    "integer",
    "Tuổi tròn (năm) vào ngày tính",
    "Completed years of age on the day counted",
)
RESIDENCE = Column(
    "residence",
    "text",
    "Loại cư trú",
    "Kind of residence",
    Breakdown(
        "residence",
        "Loại cư trú",
        "Kind of residence",
        {
            "permanent": Label("Thường trú", "Permanent"),
            "temporary": Label("Tạm trú", "Temporary"),
        },
    ),
)
