"""A seal as a text that a person prints, signs and keeps elsewhere; and reading it back."""

import re
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from mangnon.audit.models import Seal
from mangnon.clock import ZONE
from mangnon.text.sentence import DomainError, Sentence

_NUMBER = re.compile(r"^.*/ seal\s*:\s*([0-9]+)\s*$", re.MULTILINE)
_HASH = re.compile(r"^.*/ hash\s*:\s*((?:[0-9a-f]{8}\s*){8})$", re.MULTILINE)


class Exported(NamedTuple):
    """A seal that was exported earlier: all that the chain must still hold."""

    number: int
    hash: bytes


class NoSuchExport(DomainError):
    """A file is no exported seal, or cannot be read or written."""


class NothingSealed(DomainError):
    """There is no seal to export."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi="Chưa có dấu niêm phong nào. Hãy chạy: mangnon audit seal",
                en="There is no seal yet. Run: mangnon audit seal",
            )
        )


def last_seal() -> Seal:
    """Return the last seal; raises NothingSealed."""
    seal = Seal.objects.order_by("-number").first()
    if seal is None:
        raise NothingSealed
    return seal


def rendered(seal: Seal) -> str:
    """Write a seal: number, hash and what it covers; lines to sign."""
    digits = bytes(seal.hash).hex()
    hash_ = " ".join(digits[at : at + 8] for at in range(0, 64, 8))
    return f"""\
DẤU NIÊM PHONG NHẬT KÝ TRUY VẾT / SEAL OF THE AUDIT CHAIN
{settings.SITE_NAME}

Số dấu / seal: {seal.number}
Mã băm / hash: {hash_}
Lập lúc / made at: {seal.at.astimezone(ZONE):%d/%m/%Y %H:%M:%S}
Dòng / entries: {seal.first_id} – {seal.last_id}, số dòng / count: {seal.count}
Khóa / key: {seal.key_id}

Hãy in, ký và cất giữ ở nơi khác với máy chủ. Kiểm tra về sau:
Print it, sign it, and keep it away from the server. To check later:
    mangnon audit verify --against FILE

Người giữ / kept by: ______________________________
Chữ ký / signature:  ______________________________
Ngày / date:         ______________________________
"""


def write_export(path: Path, text: str) -> None:
    """Write the text to a new file; an export that is there already is never overwritten."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise NoSuchExport(
            Sentence(
                vi=f"Đã có tệp {path}, không ghi đè. Hãy chọn tên khác.",
                en=f"The file {path} is there already and is not overwritten. Choose another name.",
            )
        ) from None
    except OSError as error:
        raise NoSuchExport(
            Sentence(
                vi=f"Không ghi được tệp {path} ({error.strerror}). Hãy chọn nơi khác.",
                en=f"The file {path} cannot be written ({error.strerror}). Choose another place.",
            )
        ) from None


def read_export(path: Path) -> Exported:
    """Read an exported seal, or one typed from paper; raises NoSuchExport."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    number, hash_ = _NUMBER.search(text), _HASH.search(text)
    if number is None or hash_ is None:
        raise NoSuchExport(
            Sentence(
                vi=f"Tệp {path} không phải là dấu niêm phong đã xuất: cần có dòng “Số dấu / seal” "
                "và dòng “Mã băm / hash” với 64 chữ số. Hãy chọn đúng tệp.",
                en=f"The file {path} is no exported seal: it needs the line “Số dấu / seal” and "
                "the line “Mã băm / hash” with 64 digits. Choose the right file.",
            )
        )
    return Exported(int(number[1]), bytes.fromhex("".join(hash_[1].split())))
