"""What each subject takes from a pack, and what the subjects may ask of one another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from mangnon.packfile.mistakes import Mistake
from mangnon.packfile.rows import Row

_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+")
_IN_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Offers = Mapping[str, Mapping[str, Row]]


@dataclass(frozen=True)
class Part:
    """A subject's rows by file or table, and what others may name: {kind: {key: row}}."""

    rows: Mapping[str, list[Row]]
    offers: Offers = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """Everything that the parts of a pack offer: places, offices, documents, indicators …"""

    offers: Offers

    def find(self, kind: str, key: str) -> Row | None:
        """Return the row of a kind (``place``, ``document`` …) and key, or None."""
        return self.offers.get(kind, {}).get(key)

    def unknown(self, row: Row, name: str, kind: str) -> list[Mistake]:
        """Return a mistake where the field ``name`` is filled and names nothing of ``kind``."""
        wanted = row[name]
        if wanted in (None, "") or self.find(kind, wanted) is not None:
            return []
        known = self.offers.get(kind, {})
        near = get_close_matches(str(wanted), known, n=3, cutoff=0.6)
        some = ", ".join(near or sorted(known)[:8]) or "—"
        vi, en = KINDS[kind]
        hint_vi, hint_en = ("có phải", "did you mean") if near else ("đang có", "there are")
        return [
            row.wrong(
                name,
                f"“{name}”: gói không có {vi} “{wanted}” — {hint_vi}: {some}",
                f"“{name}”: the pack has no {en} “{wanted}” — {hint_en}: {some}",
            )
        ]


KINDS: dict[str, tuple[str, str]] = {
    "place": ("địa bàn", "place"),
    "root": ("địa bàn gốc", "root place"),
    "office": ("cơ quan", "office"),
    "document": ("văn bản", "document"),
    "clause": ("điều khoản", "clause"),
    "indicator": ("chỉ số", "indicator"),
    "circumstance_group": ("nhóm hoàn cảnh", "circumstance group"),
    "objective": ("mục tiêu", "objective"),
    "page": ("trang", "page"),
    "picture": ("hình ảnh", "picture"),
    "service": ("dịch vụ", "service"),
    "procedure": ("thủ tục", "procedure"),
    "duty": ("nhiệm vụ", "duty"),
}


def repeated(rows: list[Row], *names: str) -> list[Mistake]:
    """Return a mistake for each row whose fields ``names`` were all written before."""
    seen: dict[tuple[Any, ...], Row] = {}
    mistakes: list[Mistake] = []
    for row in rows:
        key = tuple(row[name] for name in names)
        if None in key or "" in key:
            continue
        if key in seen:
            shown = ", ".join(str(part) for part in key)
            first = seen[key]
            mistakes.append(
                row.wrong(
                    names[0],
                    f"“{shown}” đã có ở {first.file}:{first.line} — mỗi mã chỉ một lần",
                    f"“{shown}” stands already at {first.file}:{first.line} — write it once",
                )
            )
        seen.setdefault(key, row)
    return mistakes


def ends_before_it_begins(row: Row, start: str, end: str) -> list[Mistake]:
    """Return a mistake where a row's last day is not after its first."""
    if row[start] is None or row[end] is None or row[start] < row[end]:
        return []
    return [
        row.wrong(
            end,
            f"“{end}” {row[end]} không sau “{start}” {row[start]} — ghi ngày đầu tiên không còn",
            f"“{end}” {row[end]} is not after “{start}” {row[start]} — "
            "write the first day that no longer counts",
        )
    ]


def in_one_language(row: Row) -> list[Mistake]:
    """Return a mistake for each text that stands in one of the two languages only."""
    stems = [name[:-3] for name in row.values if name.endswith("_vi")]
    pairs = [(f"{stem}_vi", f"{stem}_en") for stem in stems if f"{stem}_en" in row.values]
    return [
        row.wrong(
            filled,
            f"có “{filled}” mà thiếu “{empty}” — hãy viết cả hai thứ tiếng",
            f"“{filled}” stands without “{empty}” — write it in both languages",
        )
        for pair in pairs
        for filled, empty in (pair, pair[::-1])
        if row[filled] and not row[empty]
    ]


def no_web_address(row: Row, name: str) -> list[Mistake]:
    """Return a mistake where a field is filled with something that is no address of the web."""
    if not row[name] or _WEB.fullmatch(row[name]):
        return []
    return [
        row.wrong(
            name,
            f"“{row[name]}” không phải địa chỉ trang web — hãy viết như https://example.gov.vn/",
            f"“{row[name]}” is no web address — write it like https://example.gov.vn/",
        )
    ]


def no_page_code(row: Row) -> list[Mistake]:
    """Return a mistake where a code cannot stand in a page's address."""
    if not row["code"] or _IN_ADDRESS.fullmatch(row["code"]):
        return []
    return [
        row.wrong(
            "code",
            f"mã “{row['code']}” không đặt được vào địa chỉ trang — chỉ dùng a–z, 0–9 và dấu gạch",
            f"the code “{row['code']}” cannot stand in an address — use a–z, 0–9 and hyphens only",
        )
    ]
