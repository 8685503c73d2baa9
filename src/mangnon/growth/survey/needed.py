"""Refuses a survey that lacks a column it cannot do without, and says how to name one."""

from mangnon.growth.survey.columns import Columns
from mangnon.growth.survey.errors import SurveyError
from mangnon.text.sentence import Sentence

_NO_SEX = Sentence(
    vi="Không thấy cột giới tính. Hãy đặt tên cột là 'Giới tính' (nam/nữ) hoặc 'sex' (m/f).",
    en="There is no column of sex. Name it 'sex' (m/f) or 'Giới tính' (nam/nữ).",
)
_NO_AGE = Sentence(
    vi="Không thấy tuổi. Cần cột 'Ngày tuổi', hoặc 'Tháng tuổi', hoặc 'Ngày sinh' cùng 'Ngày cân'.",
    en="There is no age. Give 'age_days', or 'age_months', or 'birth_date' with 'visit_date'.",
)
_AGE_OF_WHAT = Sentence(
    vi="Cột '{name}' không nói tuổi tính theo ngày hay tháng. "
    "Hãy đổi tên thành 'Ngày tuổi' hoặc 'Tháng tuổi'.",
    en="The column '{name}' does not say whether ages are in days or months. "
    "Rename it to 'age_days' or 'age_months'.",
)
_NO_VISIT = Sentence(
    vi="Có ngày sinh nhưng không có ngày cân đo. Hãy thêm cột 'Ngày cân', hoặc chạy với "
    "--measured-on NGÀY nếu mọi trẻ được cân đo cùng ngày.",
    en="There is a birth date but no date of measuring. Add a column 'visit_date', or run with "
    "--measured-on DATE if all children were measured on one day.",
)
_NO_MEASUREMENT = Sentence(
    vi="Không thấy cột cân nặng hay chiều cao. "
    "Hãy đặt tên cột là 'Cân nặng (kg)' và 'Chiều cao (cm)'.",
    en="There is neither a weight nor a height. Name the columns 'weight_kg' and 'height_cm'.",
)


def refuse_missing(columns: Columns, *, visit_given: bool) -> None:
    """Raise SurveyError, with every missing column and the names that were read."""
    missing = []
    if "sex" not in columns:
        missing.append(_NO_SEX)
    if "age_days" not in columns and "age_months" not in columns:
        missing += _missing_age(columns, visit_given)
    if "weight" not in columns and "length" not in columns:
        missing.append(_NO_MEASUREMENT)
    if missing:
        raise SurveyError([*missing, _names_read(columns)])


def _missing_age(columns: Columns, visit_given: bool) -> list[Sentence]:
    if "birth" in columns:
        return [] if visit_given or "visit" in columns else [_NO_VISIT]
    if "age" in columns:
        name = columns.name["age"]
        return [Sentence(*(text.format(name=name) for text in (_AGE_OF_WHAT.vi, _AGE_OF_WHAT.en)))]
    return [_NO_AGE]


def _names_read(columns: Columns) -> Sentence:
    names = ", ".join([*columns.name.values(), *columns.unused][:20])
    return Sentence(
        vi=f"Tên cột đọc được ở dòng {columns.header_row}: {names}.",
        en=f"Column names read in row {columns.header_row}: {names}.",
    )
