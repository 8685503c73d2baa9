"""The judges of a declaration: one small rule each; every mistake at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mangnon.indicators.datasets import Dataset, dataset, datasets
from mangnon.indicators.declaration import PLACE_BREAKDOWNS
from mangnon.indicators.errors import UnknownDataset
from mangnon.indicators.expressions import Refused, parse
from mangnon.indicators.periods import KINDS
from mangnon.text.sentence import Sentence

Raw = Mapping[str, Any]
Keys = tuple[str | int, ...]
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


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the way to the key that holds it: ``("series", 1, "source")``.

    The key itself may be missing; then the last table on the way is where it belongs.
    """

    keys: Keys
    sentence: Sentence


def judge_declaration(raw: Raw) -> list[Fault]:
    """Return every mistake of an indicator's table, none where it can be counted."""
    return [mistake for rule in _RULES for mistake in rule(raw)]


def _required(raw: Raw) -> Iterator[Fault]:
    for key in REQUIRED:
        if not str(raw.get(key, "")).strip():
            said = Sentence(f"thiếu “{key}”; hãy viết: {key} = …", f"“{key}” is missing; write it")
            yield Fault((key,), said)


def _closed_lists(raw: Raw) -> Iterator[Fault]:
    for key, options in CLOSED_LISTS.items():
        if key in raw and raw[key] not in options:
            some = ", ".join(options)
            said = Sentence(
                f"“{key} = {raw[key]}” không có trong danh sách; chọn một trong: {some}",
                f"“{key} = {raw[key]}” is not on the list; choose one of: {some}",
            )
            yield Fault((key,), said)


def _cutoff(raw: Raw) -> Iterator[Fault]:
    days: dict[Keys, Any] = {("cutoff",): raw.get("cutoff", "12-31")}
    for number, one in enumerate(raw.get("cutoffs", ())):
        days["cutoffs", number, "day"] = one.get("day", "")
    for keys, text in days.items():
        if not re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", str(text)):
            said = Sentence(
                f"ngày chốt “{text}” sai; hãy viết tháng-ngày, ví dụ 12-31",
                f"the cut-off “{text}” is wrong; write month-day, for example 12-31",
            )
            yield Fault(keys, said)


def _series(raw: Raw) -> Iterator[Fault]:
    series = raw.get("series", ())
    if not series:
        said = Sentence("thiếu [[series]]: số liệu từ đâu?", "[[series]] is missing: from where?")
        yield Fault(("series",), said)
    codes = [one.get("code") for one in series]
    for number, one in enumerate(series):
        if one.get("code") in codes[:number]:
            code = one["code"]
            said = Sentence(f"hai chuỗi cùng mã “{code}”", f"two series share the code “{code}”")
            yield Fault(("series", number, "code"), said)
        for key, said in _of_series(one):
            yield Fault(("series", number, key), said)


def _of_series(one: Raw) -> Iterator[tuple[str, Sentence]]:
    """What is wrong with one series, by its key."""
    for key in ("code", "source", "name_vi", "name_en"):
        if not one.get(key):
            yield key, Sentence(f"một chuỗi thiếu “{key}”", f"a series lacks “{key}”")
    source = one.get("source")
    if source and source not in SOURCES:
        yield (
            "source",
            Sentence(
                f"nguồn “{source}” không rõ; chọn: {', '.join(SOURCES)}",
                f"the source “{source}” is unknown; choose: {', '.join(SOURCES)}",
            ),
        )


def _numerator(raw: Raw) -> Iterator[Fault]:
    sources = [one.get("source") for one in raw.get("series", ())]
    if "records" in sources and "numerator" not in raw:
        said = Sentence(
            "chuỗi đếm từ hồ sơ cần [numerator]",
            "a series counted from records needs [numerator]",
        )
        yield Fault(("series", sources.index("records"), "source"), said)


def _denominator(raw: Raw) -> Iterator[Fault]:
    counted = "numerator" in raw and raw.get("unit") != "count"
    if counted and "denominator" not in raw:
        said = Sentence(
            "thiếu [denominator]; chỉ số đếm (unit = count) mới không cần mẫu số",
            "[denominator] is missing; only a count (unit = count) goes without",
        )
        yield Fault(("unit",), said)


def _measures(raw: Raw) -> Iterator[Fault]:
    for part in ("numerator", "denominator"):
        if part not in raw:
            continue
        table = raw[part]
        if not isinstance(table, Mapping) or not {"dataset", "value"} <= set(table):
            said = Sentence(f"[{part}] cần dataset và value", f"[{part}] needs dataset and value")
            yield Fault((part,), said)
            continue
        try:
            parse(str(table["value"]), dataset(table["dataset"]))
        except UnknownDataset as error:
            yield Fault((part, "dataset"), error.sentence)
        except Refused as error:
            said = error.sentence
            within = Sentence(f"[{part}]: {said.vi}", f"[{part}]: {said.en}")
            yield Fault((part, "value"), within)


def _breakdowns(raw: Raw) -> Iterator[Fault]:
    for number, name in enumerate(raw.get("breakdowns", ())):
        if name in PLACE_BREAKDOWNS:
            continue
        for used in _datasets_of(raw):
            if used.breakdown(name) is None:
                names = [column.breakdown.name for column in used.columns if column.breakdown]
                some = ", ".join(names) or "—"
                said = Sentence(
                    f"tập dữ kiện “{used.code}” không chia theo “{name}”; có: {some}",
                    f"the dataset “{used.code}” has no breakdown “{name}”; it has: {some}",
                )
                yield Fault(("breakdowns", number), said)


def _published(raw: Raw) -> Iterator[Fault]:
    for key in ("published", "published_below"):
        for number, name in enumerate(raw.get(key, ())):
            if name not in raw.get("breakdowns", ()):
                said = Sentence(
                    f"{key}: “{name}” không có trong breakdowns; hãy thêm hoặc bỏ",
                    f"{key}: “{name}” is not among the breakdowns; add it there or leave it out",
                )
                yield Fault((key, number), said)


def _datasets_of(raw: Raw) -> list[Dataset]:
    used = {raw[part].get("dataset") for part in ("numerator", "denominator") if part in raw}
    return [one for one in datasets() if one.code in used]


_RULES: tuple[Callable[[Raw], Iterator[Fault]], ...] = (
    _required,
    _closed_lists,
    _cutoff,
    _series,
    _numerator,
    _denominator,
    _measures,
    _breakdowns,
    _published,
)
