"""What can be wrong with the chain, each in a sentence that names the entry or the seal."""

from dataclasses import dataclass
from typing import Literal

from mangnon.text.sentence import Sentence

FaultKind = Literal[
    "changed", "missing", "reordered", "inserted", "unproven", "left_out", "seal_changed",
    "seal_missing", "seal_unproven", "cut_off", "replaced", "trigger_missing", "trigger_changed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``number`` is that of the entry, or of the seal."""

    kind: FaultKind
    number: int
    sentence: Sentence


def changed(entry: int, seal: int) -> Fault:
    """An entry does not say any more what was sealed."""
    return Fault(
        "changed",
        entry,
        Sentence(
            vi=f"Dòng nhật ký số {entry} (dấu niêm phong số {seal}) đã bị sửa sau khi ghi.",
            en=f"Entry {entry} (seal {seal}) was changed after it was written.",
        ),
    )


def missing(entry: int, seal: int) -> Fault:
    """A sealed entry is gone."""
    return Fault(
        "missing",
        entry,
        Sentence(
            vi=f"Dòng nhật ký số {entry} (dấu niêm phong số {seal}) đã bị xóa.",
            en=f"Entry {entry} (seal {seal}) is missing: it was deleted.",
        ),
    )


def reordered(entry: int, other: int, seal: int) -> Fault:
    """In an entry's place stands another of the same seal."""
    return Fault(
        "reordered",
        entry,
        Sentence(
            vi=f"Dòng nhật ký số {entry} (dấu niêm phong số {seal}) bị đổi chỗ: ở đó nay là "
            f"dòng đã niêm phong là số {other}.",
            en=f"Entry {entry} (seal {seal}) was moved: what stands there now was sealed as "
            f"entry {other}.",
        ),
    )


def inserted(entry: int) -> Fault:
    """An entry bears no genuine proof."""
    return Fault(
        "inserted",
        entry,
        Sentence(
            vi=f"Dòng nhật ký số {entry} không do phần mềm ghi, hoặc đã bị sửa trước khi niêm "
            "phong: chứng thực của dòng không đúng.",
            en=f"Entry {entry} was not written by the program, or was changed before it was "
            "sealed: its proof is not genuine.",
        ),
    )


def unproven(entry: int) -> Fault:
    """An entry in no seal names a key that is not at hand."""
    return Fault(
        "unproven",
        entry,
        Sentence(
            vi=f"Dòng nhật ký số {entry} chưa được niêm phong, và khóa chứng thực của nó không "
            "có trong tệp khóa. Hãy đặt lại tệp khóa có khóa này.",
            en=f"Entry {entry} is not sealed yet, and the key of its proof is not in the key "
            "file. Put back the key file that holds it.",
        ),
    )


def left_out(entry: int, seal: int) -> Fault:
    """A genuine entry turned up after the seals had closed over its place."""
    return Fault(
        "left_out",
        entry,
        Sentence(
            vi=f"Dòng nhật ký số {entry} không nằm trong dấu niêm phong nào, dù từ dấu số {seal} "
            "không dòng nào ở chỗ ấy có thể đến muộn nữa: dòng đã bị gỡ ra rồi đặt lại.",
            en=f"Entry {entry} is in no seal, though since seal {seal} no entry could come there "
            "any more: it was taken out and put back.",
        ),
    )


def seal_changed(seal: int) -> Fault:
    """A seal is not the one that was made under its number."""
    return Fault(
        "seal_changed",
        seal,
        Sentence(
            vi=f"Dấu niêm phong số {seal} không phải là dấu đã lập: bị sửa, bị đổi chỗ, hoặc do "
            "người không giữ khóa lập.",
            en=f"Seal {seal} is not the one that was made: it was changed, moved, or made by "
            "somebody without the key.",
        ),
    )


def seal_missing(seal: int) -> Fault:
    """A number is left out in the row of seals."""
    return Fault(
        "seal_missing",
        seal,
        Sentence(
            vi=f"Thiếu dấu niêm phong số {seal}: dấu đã bị xóa.",
            en=f"Seal {seal} is missing: it was deleted.",
        ),
    )


def seal_unproven(seal: int, key_id: str) -> Fault:
    """No seal from this one on can be proven with the keys at hand."""
    return Fault(
        "seal_unproven",
        seal,
        Sentence(
            vi=f"Dấu niêm phong số {seal}, dấu cuối, dùng khóa “{key_id}” không có trong tệp "
            "khóa, nên không chứng minh được. Hãy đặt lại tệp khóa có khóa này.",
            en=f"Seal {seal}, the last one, was made with the key “{key_id}”, which the key file "
            "does not hold, so nothing is proven. Put back the key file that holds it.",
        ),
    )


def cut_off(seal: int, last: int) -> Fault:
    """The chain ends before the exported seal."""
    return Fault(
        "cut_off",
        last + 1,
        Sentence(
            vi=f"Chuỗi nhật ký kết thúc ở dấu số {last}, nhưng dấu đã xuất là số {seal}: các dấu "
            f"từ số {last + 1} đã bị cắt bỏ.",
            en=f"The chain ends at seal {last}, but seal {seal} was exported: the seals from "
            f"{last + 1} on were cut off.",
        ),
    )


def replaced(seal: int) -> Fault:
    """The seal of this number is another than the exported one."""
    return Fault(
        "replaced",
        seal,
        Sentence(
            vi=f"Dấu niêm phong số {seal} khác với dấu đã xuất: chuỗi nhật ký đã bị thay từ dấu "
            "này hoặc trước đó.",
            en=f"Seal {seal} differs from the exported one: the chain was replaced at this seal "
            "or before it.",
        ),
    )


def trigger_missing(name: str) -> Fault:
    """A guard inside the database is gone."""
    return Fault(
        "trigger_missing",
        0,
        Sentence(
            vi=f"Cơ sở dữ liệu thiếu chốt chặn “{name}”: ai vào được cơ sở dữ liệu đều có thể "
            "sửa nhật ký. Hãy chạy: mangnon audit guard",
            en=f"The database lacks its guard “{name}”: whoever reaches it could change entries. "
            "Run: mangnon audit guard",
        ),
    )


def trigger_changed(name: str) -> Fault:
    """A guard inside the database does not refuse any more what it was put up to refuse."""
    return Fault(
        "trigger_changed",
        0,
        Sentence(
            vi=f"Chốt chặn “{name}” trong cơ sở dữ liệu đã bị sửa: nó có thể cho sửa nhật ký. "
            "Hãy chạy: mangnon audit guard, rồi: mangnon audit verify",
            en=f"The database's guard “{name}” was changed: it may let entries be changed. "
            "Run: mangnon audit guard, then: mangnon audit verify",
        ),
    )
