"""Telephone numbers as people write them, kept as digits."""

from mangnon.register.errors import WrongIdentity
from mangnon.text.sentence import Sentence

_BETWEEN = str.maketrans("", "", " .-()\u00a0")


def cleaned_telephone(text: str) -> str:
    """Return the digits of a number ("+" before them stays), "" for none; raise WrongIdentity."""
    number = text.translate(_BETWEEN)
    digits = number.removeprefix("+")
    if number and not (digits.isascii() and digits.isdigit() and 8 <= len(digits) <= 15):
        raise WrongIdentity(
            Sentence(
                vi="Số điện thoại phải có từ 8 đến 15 chữ số. Ví dụ: 0912 345 678.",
                en="A telephone number has 8 to 15 digits. For example: 0912 345 678.",
            )
        )
    return number
