"""Which column is what: names as surveys write them, Vietnamese with or without marks, English.

Names are compared folded and without spaces, dots and underlines: "Cân nặng (kg)" is `cannangkg`.
"""

from dataclasses import dataclass
from typing import Literal

from mangnon.growth.survey.errors import refused
from mangnon.growth.survey.sheet import Row, Sheet
from mangnon.text.folding import words

Role = Literal[
    "id",
    "sex",
    "age_days",
    "age_months",
    "age",
    "birth",
    "visit",
    "weight",
    "length",
    "measured",
    "oedema",
    "cluster",
]

NAMES: dict[Role, str] = {
    "id": "id childid childno ma maso matre sott stt sothutu madinhdanh",
    "sex": "sex gender gioi gioitinh phai childsex sexofchild gioitinhtre namnu",
    "age_days": "agedays ageday ageindays agedindays daysold ngaytuoi tuoingay songaytuoi "
    "tuoitheongay tuoitinhtheongay",
    "age_months": "agemons agemonths agemonth ageinmonths agemo agemos monthsold thangtuoi "
    "tuoithang sothangtuoi tuoitheothang tuoitinhtheothang",
    "age": "age tuoi",
    "birth": "dob birthdate birthday dateofbirth birthdt ngaysinh ngaythangnamsinh sinhngay "
    "ngaysinhtre ntns",
    "visit": "visitdate dateofvisit measurementdate dateofmeasurement measuredon surveydate "
    "dateofsurvey interviewdate dateofinterview datevisit dov date ngaycan ngaydo ngaycando "
    "ngaykham ngaydieutra ngayphongvan ngaykiemtra ngaykhaosat",
    "weight": "weight wt weigh cannang trongluong cn cannangtre bodyweight childweight",
    "length": "length height ht len lenhei lengthheight heightlength lengthorheight stature "
    "chieucao chieudai chieucaodai chieudaicao chieucaochieudai chieudaichieucao cc cao "
    "childheight bodyheight bodylength",
    "measured": "measure measured lorh lh position lyingstanding standinglying tuthe "
    "tuthedo cachdo kieudo namdung dunghaynam namhaydung",
    "oedema": "oedema edema bilateraloedema phu phuhaichan phudinhduong",
    "cluster": "cluster clusterno clusterid clusternumber psu ea cum socum macum cumdieutra",
}

UNITS = {
    "kg": "kg", "kgs": "kg", "kilogram": "kg", "kilograms": "kg",
    "g": "g", "gr": "g", "gram": "g", "grams": "g", "gam": "g",
    "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb",
    "cm": "cm", "centimetre": "cm", "centimetres": "cm", "centimeter": "cm", "centimeters": "cm",
    "mm": "mm", "m": "m", "met": "m", "metre": "m", "meter": "m",
    "in": "in", "inch": "in", "inches": "in", "ft": "ft", "foot": "ft", "feet": "ft",
}  # fmt: skip

WANTED_UNIT: dict[Role, str] = {"weight": "kg", "length": "cm"}
HEADER_WITHIN = 15
"""Rows above the names (a title, a date) are passed over, up to this many."""

_ROLE_OF: dict[str, Role] = {name: role for role, names in NAMES.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each recognised column stands and what it is called; what was not used."""

    header_row: int
    width: int
    place: dict[Role, int]
    name: dict[Role, str]
    unused: tuple[str, ...]

    def __contains__(self, role: Role) -> bool:
        return role in self.place


def find_columns(sheet: Sheet) -> Columns:
    """Find the row of names and what each column is; of two alike the first is used.

    Raises SurveyError for a unit other than kg or cm in a name.
    """
    number, header = max(sheet.rows[:HEADER_WITHIN], key=lambda row: len(_roles(row[1])))
    place: dict[Role, int] = {}
    unused = []
    for where, cell in enumerate(header):
        name = str(cell).strip() if cell is not None else ""
        role = _role(name)
        if role is None or role in place:
            unused.append(name)
        else:
            place[role] = where
    names = {role: str(header[where]).strip() for role, where in place.items()}
    width = 1 + max((where for where, cell in enumerate(header) if cell not in (None, "")))
    return Columns(number, width, place, names, tuple(name for name in unused if name))


def _roles(header: Row) -> set[Role]:
    roles = (_role(cell) for cell in header if isinstance(cell, str))
    return {role for role in roles if role is not None}


def _role(name: str) -> Role | None:
    parts = words(name)
    whole = _ROLE_OF.get("".join(parts))
    if whole is not None or not parts:
        return whole
    role, unit = _without_unit(parts)
    if role is not None and unit is not None:
        _refuse_unit(name, role, unit)
    return role


def _without_unit(parts: list[str]) -> tuple[Role | None, str | None]:
    """Read a name that ends in its unit: `weight_lb`, `weightlb`, "Cân nặng (kg)"."""
    joined = "".join(parts)
    for ending in sorted(UNITS, key=len, reverse=True):
        role = _ROLE_OF.get(joined.removesuffix(ending)) if joined.endswith(ending) else None
        if role in WANTED_UNIT:
            return role, UNITS[ending]
    return None, None


def _refuse_unit(name: str, role: Role, unit: str) -> None:
    wanted = WANTED_UNIT[role]
    if unit != wanted:
        raise refused(
            vi=f"Cột '{name}' ghi theo {unit}. Hãy đổi sang {wanted} rồi chạy lại.",
            en=f"The column '{name}' is in {unit}. Turn it into {wanted} and run again.",
        )
