"""The judges of a declaration: one small rule each; every mistake at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mangnon.indicators.datasets import Dataset, dataset, datasets
from mangnon.indicators.declaration import PLACE_BREAKDOWNS
from mangnon.indicators.errors import UnknownDataset
from mangnon.indicators.expressions import Refused, parse
from mangnon.indicators.periods import KINDS
from mangnon.text.sentence import Sentence

Raw = Mapping[str, Any]
CLOSED_LISTS: dict[str, tuple[str, ...]] = {
    "unit": ("percent", "per_mille", "count", "ratio"),
    "better": ("lower", "higher", "neither"),
    "measure": ("stock", "flow", "latest"),
    "counts": ("persons", "places", "events"),
    "interval": ("none", "wilson", "poisson"),
    "period": tuple(KINDS),
}
REQUIRED = (
    *("code", "name_vi", "name_en", "definition_vi", "definition_en"),
    *("unit", "better", "measure", "counts"),
)
SOURCES = ("records", "reported", "survey")


def judge_declaration(raw: Raw) -> list[Sentence]:
    """Return every mistake of an indicator's table, none where it can be counted."""
    return [mistake for rule in _RULES for mistake in rule(raw)]


def _required(raw: Raw) -> Iterator[Sentence]:
    for key in REQUIRED:
        if not str(raw.get(key, "")).strip():
            yield Sentence(f"thiếu «{key}»; hãy viết: {key} = …", f"“{key}” is missing; write it")


def _closed_lists(raw: Raw) -> Iterator[Sentence]:
    for key, options in CLOSED_LISTS.items():
        if key in raw and raw[key] not in options:
            some = ", ".join(options)
            yield Sentence(
                f"«{key} = {raw[key]}» không có trong danh sách; chọn một trong: {some}",
                f"“{key} = {raw[key]}” is not on the list; choose one of: {some}",
            )


def _cutoff(raw: Raw) -> Iterator[Sentence]:
    dated = [one.get("day", "") for one in raw.get("cutoffs", ())]
    for text in (raw.get("cutoff", "12-31"), *dated):
        if not re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", str(text)):
            yield Sentence(
                f"ngày chốt «{text}» sai; hãy viết tháng-ngày, ví dụ 12-31",
                f"the cut-off “{text}” is wrong; write month-day, for example 12-31",
            )


def _series(raw: Raw) -> Iterator[Sentence]:
    series = raw.get("series", ())
    if not series:
        yield Sentence("thiếu [[series]]: số liệu từ đâu?", "[[series]] is missing: from where?")
    codes = [one.get("code") for one in series]
    for code in {code for code in codes if codes.count(code) > 1}:
        yield Sentence(f"hai chuỗi cùng mã «{code}»", f"two series share the code “{code}”")
    for one in series:
        for key in ("code", "source", "name_vi", "name_en"):
            if not one.get(key):
                yield Sentence(f"một chuỗi thiếu «{key}»", f"a series lacks “{key}”")
        if one.get("source") not in SOURCES:
            yield Sentence(
                f"nguồn «{one.get('source')}» không rõ; chọn: {', '.join(SOURCES)}",
                f"the source “{one.get('source')}” is unknown; choose: {', '.join(SOURCES)}",
            )
    if any(one.get("source") == "records" for one in series) and "numerator" not in raw:
        yield Sentence(
            "chuỗi đếm từ hồ sơ cần [numerator]",
            "a series counted from records needs [numerator]",
        )


def _denominator(raw: Raw) -> Iterator[Sentence]:
    counted = "numerator" in raw and raw.get("unit") != "count"
    if counted and "denominator" not in raw:
        yield Sentence(
            "thiếu [denominator]; chỉ số đếm (unit = count) mới không cần mẫu số",
            "[denominator] is missing; only a count (unit = count) goes without",
        )


def _measures(raw: Raw) -> Iterator[Sentence]:
    for part in ("numerator", "denominator"):
        if part not in raw:
            continue
        table = raw[part]
        if not isinstance(table, Mapping) or not {"dataset", "value"} <= set(table):
            yield Sentence(f"[{part}] cần dataset và value", f"[{part}] needs dataset and value")
            continue
        try:
            parse(str(table["value"]), dataset(table["dataset"]))
        except UnknownDataset as error:
            yield error.sentence
        except Refused as error:
            yield Sentence(f"[{part}]: {error.sentence.vi}", f"[{part}]: {error.sentence.en}")


def _breakdowns(raw: Raw) -> Iterator[Sentence]:
    for name in raw.get("breakdowns", ()):
        if name in PLACE_BREAKDOWNS:
            continue
        for used in _datasets_of(raw):
            if used.breakdown(name) is None:
                names = [column.breakdown.name for column in used.columns if column.breakdown]
                some = ", ".join(names) or "—"
                yield Sentence(
                    f"tập dữ kiện «{used.code}» không chia theo «{name}»; có: {some}",
                    f"the dataset “{used.code}” has no breakdown “{name}”; it has: {some}",
                )


def _published(raw: Raw) -> Iterator[Sentence]:
    for key in ("published", "published_below"):
        for name in raw.get(key, ()):
            if name not in raw.get("breakdowns", ()):
                yield Sentence(
                    f"{key}: «{name}» không có trong breakdowns; hãy thêm hoặc bỏ",
                    f"{key}: “{name}” is not among the breakdowns; add it there or leave it out",
                )


def _datasets_of(raw: Raw) -> list[Dataset]:
    used = {raw[part].get("dataset") for part in ("numerator", "denominator") if part in raw}
    return [one for one in datasets() if one.code in used]


_RULES: tuple[Callable[[Raw], Iterator[Sentence]], ...] = (
    _required,
    _closed_lists,
    _cutoff,
    _series,
    _denominator,
    _measures,
    _breakdowns,
    _published,
)
