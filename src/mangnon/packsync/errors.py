"""What stops rows from being written or removed."""

from mangnon.packsync.tables import Key, Table
from mangnon.text.sentence import DomainError, Sentence


def shown(key: Key) -> str:
    """Write a key for people: ``10525 · 2025-07-01``."""
    return " · ".join("—" if part is None else str(part) for part in key)


class RefersToNothing(DomainError):
    """A row names another row that does not exist."""

    def __init__(self, table: Table, key: Key, field: str, wanted: Key) -> None:
        super().__init__(
            Sentence(
                vi=(
                    f"{table.name_vi} “{shown(key)}”: “{field}” chỉ tới “{shown(wanted)}”, "
                    "là dòng không có. Hãy thêm dòng đó hoặc sửa chỗ chỉ tới."
                ),
                en=(
                    f"{table.name_en} “{shown(key)}”: “{field}” names “{shown(wanted)}”, "
                    "which does not exist. Add it, or correct the reference."
                ),
            )
        )


class StillInUse(DomainError):
    """A row cannot go, because records rest on it."""

    def __init__(self, table: Table, key: Key, users: str) -> None:
        super().__init__(
            Sentence(
                vi=(
                    f"Không bỏ được {table.name_vi.lower()} “{shown(key)}”: còn hồ sơ dùng tới "
                    f"({users}). Hãy giữ dòng này và ghi ngày kết thúc (valid_to)."
                ),
                en=(
                    f"{table.name_en} “{shown(key)}” cannot be removed: records rest on it "
                    f"({users}). Keep the row and write the day it ends (valid_to)."
                ),
            )
        )
