"""From bytes to text: UTF-8 only, with or without its mark."""

from pathlib import Path

_OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Exception):
    """A file that is no UTF-8 text; ``line`` is where that shows."""

    def __init__(self, line: int, vi: str, en: str) -> None:
        super().__init__(en)
        self.line = line
        self.vi = vi
        self.en = en


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; raises Unreadable."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(0, "thiếu tệp này — hãy thêm vào", "it is missing — add it") from None
    except OSError as error:
        why = error.strerror or str(error)
        raise Unreadable(
            0,
            f"không đọc được ({why}) — xem lại quyền đọc",
            f"it cannot be read ({why}) — check that it may be read",
        ) from None
    if raw.startswith(_OTHER_MARKS) or (b"\0" in raw[:200] and not raw.startswith(b"\xef")):
        raise Unreadable(
            0,
            "tệp ghi bằng UTF-16 — hãy lưu lại bằng UTF-8 (trong Excel: “CSV UTF-8”)",
            "it is written in UTF-16 — save it as UTF-8 (in Excel: “CSV UTF-8”)",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            raw.count(b"\n", 0, error.start) + 1,
            f"byte 0x{raw[error.start]:02x} không phải UTF-8 — hãy lưu lại tệp bằng UTF-8",
            f"the byte 0x{raw[error.start]:02x} is not UTF-8 — save the file as UTF-8",
        ) from None
