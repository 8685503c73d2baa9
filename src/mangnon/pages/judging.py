"""What is wrong with a pack's pages: each by itself, and how they hang together."""

from collections.abc import Iterator

from mangnon.packfile import Context, Mistake, Row
from mangnon.packfile.parts import KINDS
from mangnon.pages.markdown import links_in, sections_of

_ABOVE = {"section": ("home", "section"), "text": ("home", "section", "text"),
          "policy": ("section",), "situation": ("section",), "news-index": ("home",),
          "news": ("news-index",)}  # fmt: skip
_LED_TO = ("page", "picture", "procedure", "service")
_POLICY = 3  # for whom, what it gives, how to get it


def judge_drafts(rows: list[Row], context: Context) -> list[Mistake]:
    """Return every mistake of every page."""
    by_stem = {(row["stem"], row["language"]): row for row in rows}
    return [one for row in rows for one in _of_page(row, by_stem, context)]


def _of_page(row: Row, by_stem: dict[tuple[str, str], Row], context: Context) -> Iterator[Mistake]:
    yield from context.unknown(row, "office", "office")
    yield from context.unknown(row, "signed_by", "office")
    yield from context.unknown(row, "under", "page")
    yield from context.unknown(row, "picture", "picture")
    yield from _place(row, by_stem)
    for named in row["basis"]:
        code = named.partition("|")[0].strip()
        if context.find("document", code) is None:
            yield row.wrong(
                "basis",
                f"“basis”: gói không có văn bản “{code}” — xem documents.toml",
                f"“basis”: the pack has no document “{code}” — see documents.toml",
            )
    yield from _leading(row, context)
    if row["kind"] == "news" and row["date"] is None:
        yield row.wrong(
            "date", "tin phải có ngày — ghi date = 2013-12-03", "news has a day — write date = …"
        )
    if row["kind"] == "policy" and len(sections_of(row["text"])) != _POLICY:
        yield row.wrong(
            "",
            "chính sách có đúng ba mục ##: dành cho ai, được gì, làm thế nào để được",
            "a policy has exactly three parts ##: for whom, what it gives, how to get it",
        )


def _leading(row: Row, context: Context) -> Iterator[Mistake]:
    """Judge where the page leads: to pages, procedures and services that the pack has."""
    for named in [*row["leads_to"], *links_in(row["text"])]:
        kind, _, code = named.partition(":")
        if kind in _LED_TO and context.find(kind, code) is None:
            vi, en = KINDS[kind]
            yield row.wrong(
                "leads_to",
                f"gói không có {vi} “{code}” — hãy sửa hoặc thêm vào gói",
                f"the pack has no {en} “{code}” — correct it or add it to the pack",
            )


def _place(row: Row, by_stem: dict[tuple[str, str], Row]) -> Iterator[Mistake]:
    """Judge where the page stands in the tree."""
    if row["kind"] == "home":
        return
    above = by_stem.get((row["under"], row["language"])) if row["under"] else None
    allowed = _ABOVE.get(row["kind"] or "", ())
    if row["under"] is None or (above is not None and above["kind"] not in allowed):
        yield row.wrong(
            "under",
            f"“under”: trang loại này phải nằm dưới một trang loại {', '.join(allowed)}",
            f"“under”: a page of this kind stands below one of: {', '.join(allowed)}",
        )
    seen = {row["stem"]}
    while above is not None:
        if above["stem"] in seen:
            yield row.wrong(
                "under",
                "“under”: trang nằm dưới chính nó — sửa một trong các trang",
                "“under”: the page stands below itself — correct one of the pages",
            )
            return
        seen.add(above["stem"])
        above = by_stem.get((above["under"], row["language"])) if above["under"] else None
