"""How the cells of the register's sheets are read."""

from collections.abc import Mapping

from mangnon.imports.errors import wrong_cell
from mangnon.imports.sheets import one_of
from mangnon.register.ethnic import GROUPS
from mangnon.register.models import Child, Measurement, Residence
from mangnon.register.particulars import cleaned_name

_SEXES = {
    Child.Sex.MALE: ("nam", "trai", "m", "bé trai", "con trai"),
    Child.Sex.FEMALE: ("nữ", "gái", "f", "bé gái", "con gái"),
}
SEX_WORDS = ("Nam", "Nữ")
_KINDS = {
    Residence.Kind.PERMANENT: ("thường trú", "tt", "kt1"),
    Residence.Kind.TEMPORARY: ("tạm trú", "kt3", "kt2"),
    Residence.Kind.ABSENT: ("vắng mặt", "tạm vắng"),
}
_POSITIONS = {
    Measurement.Position.LYING: ("nằm", "l", "lying"),
    Measurement.Position.STANDING: ("đứng", "h", "standing"),
}
POSITION_WORDS = ("Nằm", "Đứng")
KIND_WORDS = ("Thường trú", "Tạm trú", "Vắng mặt")
ETHNIC_WORDS = tuple(name for _, name in GROUPS)

SEXES = dict(zip(map(str, _SEXES), SEX_WORDS, strict=True))
KINDS = dict(zip(map(str, _KINDS), KIND_WORDS, strict=True))
POSITIONS = dict(zip(map(str, _POSITIONS), POSITION_WORDS, strict=True))
ETHNIC = dict(GROUPS)

sex = one_of(_SEXES, list(SEX_WORDS))
position = one_of(_POSITIONS, list(POSITION_WORDS))
kind = one_of(_KINDS, list(KIND_WORDS))
ethnic = one_of({code: (name, code) for code, name in GROUPS}, list(ETHNIC_WORDS))


def said(words: Mapping[str, str], code: str) -> str:
    """Return the word that a sheet has for a code that stands."""
    return words.get(code, code)


def name(text: str) -> str:
    """Read a name; figures are no part of one."""
    if any(letter.isdigit() for letter in text):
        raise wrong_cell(
            f"Họ tên “{text[:40]}” có chữ số. Hãy ghi lại họ tên.",
            f"The name “{text[:40]}” holds figures. Write the name again.",
        )
    return cleaned_name(text)


def document(text: str) -> str:
    """Read a number of a paper; a spreadsheet that took it for a number dropped its first zero."""
    number = "".join(text.split()).lstrip("'")
    if number.isascii() and number.isdigit() and len(number) == 11:
        number = f"0{number}"
    if not 4 <= len(number) <= 40 or not all(one.isalnum() or one in "-/." for one in number):
        raise wrong_cell(
            f"Số giấy tờ “{text[:40]}” không đúng. Số định danh có 12 chữ số.",
            f"The document number “{text[:40]}” is not right. A personal number has 12 figures.",
        )
    return number
