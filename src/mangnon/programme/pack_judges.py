"""The judges of a pack's targets: one small rule each."""

from collections.abc import Callable, Iterator

from mangnon.packfile import Context, Mistake, Row

_RANGES: dict[str, float] = {"percent": 100.0, "per_mille": 1000.0}


def judge_target(target: Row, context: Context) -> list[Mistake]:
    """Return every mistake of one target."""
    return [mistake for rule in _RULES for mistake in rule(target, context)]


def _names(target: Row, context: Context) -> Iterator[Mistake]:
    named = (
        *(("indicator", "indicator"), ("objective", "objective"), ("place", "place")),
        *(("document", "document"), ("printed_in", "document")),
    )
    for field, kind in named:
        yield from context.unknown(target, field, kind)
    for step in target["step"]:
        for one in step["allotted"]:
            yield from context.unknown(one, "place", "place")


def _clause(target: Row, context: Context) -> Iterator[Mistake]:
    clause, not_held = target["clause"], bool(target["original_not_held"])
    if not clause and not not_held:
        yield target.wrong(
            "code",
            "chỉ tiêu không dẫn điều, khoản nào — ghi “clause”, hoặc original_not_held = true",
            "the target names no clause — write “clause”, or original_not_held = true",
        )
    if clause and not_held:
        yield target.wrong(
            "original_not_held",
            "đã có “clause” thì không thể chưa có bản gốc — bỏ một trong hai",
            "with a “clause” the original is held — drop one of the two",
        )
    if clause and context.find("clause", f"{target['document']}#{clause}") is None:
        yield target.wrong(
            "clause",
            f"văn bản “{target['document']}” không có điều, khoản “{clause}” — thêm "
            "[[document.clause]] trong documents.toml",
            f"the document “{target['document']}” has no clause “{clause}” — add a "
            "[[document.clause]] to documents.toml",
        )


def _series(target: Row, context: Context) -> Iterator[Mistake]:
    indicator = context.find("indicator", target["indicator"] or "")
    if indicator is None or not target["series"]:
        return
    series = {one["code"]: one for one in indicator["series"]}
    found = series.get(target["series"])
    if found is None:
        some = ", ".join(series)
        yield target.wrong(
            "series",
            f"chỉ số {target['indicator']} không có chuỗi “{target['series']}” — chọn: {some}",
            f"{target['indicator']} has no series “{target['series']}” — choose: {some}",
        )
    elif not found["judges"]:
        some = ", ".join(code for code, one in series.items() if one["judges"]) or "—"
        yield target.wrong(
            "series",
            f"chuỗi “{target['series']}” không dùng để kết luận (judges) — chọn: {some}",
            f"the series “{target['series']}” does not judge targets — choose: {some}",
        )


def _steps(target: Row, context: Context) -> Iterator[Mistake]:
    steps = target["step"]
    if not steps and "step" in target.lines:
        yield target.wrong(
            "step", "không có bước nào — thêm [[target.step]]", "no step — add [[target.step]]"
        )
    before, what = target["base_on"], "base_on"
    for step in steps:
        due = step["due"]
        if due is not None and before is not None and due <= before:
            yield step.wrong(
                "due",
                f"“due” {due} không sau {what} {before} — xếp các bước theo thời gian",
                f"“due” {due} is not after {what} {before} — put the steps in order of time",
            )
        before, what = due or before, "due"


def _values(target: Row, context: Context) -> Iterator[Mistake]:
    indicator = context.find("indicator", target["indicator"] or "")
    unit = indicator["unit"] if indicator else ""
    most = _RANGES.get(unit)
    written = [(target, "base_value"), *((step, "value") for step in target["step"])]
    written += [(one, "value") for step in target["step"] for one in step["allotted"]]
    for row, field in written:
        value = row[field]
        if value is not None and (value < 0 or (most is not None and value > most)):
            span = f"0 – {most:g}" if most is not None else "≥ 0"
            yield row.wrong(
                field,
                f"“{field}” {value:g} nằm ngoài đơn vị {unit} của chỉ số — phải trong {span}",
                f"“{field}” {value:g} is outside the unit {unit} of the indicator — {span}",
            )


def _allotment(target: Row, context: Context) -> Iterator[Mistake]:
    own = any(step["allotted"] for step in target["step"])
    if target["allotment"] == "same" and own:
        yield target.wrong(
            "allotment",
            "allotment = same thì không ghi mức riêng — bỏ [[target.step.allotted]]",
            "with allotment = same no place has its own level — drop [[target.step.allotted]]",
        )
    if target["allotment"] == "own" and not own:
        yield target.wrong(
            "allotment",
            "allotment = own cần mức riêng từng nơi — thêm [[target.step.allotted]]",
            "allotment = own needs the level of each place — add [[target.step.allotted]]",
        )


def _limits(target: Row, context: Context) -> Iterator[Mistake]:
    for field, least in (("minimum_denominator", 0), ("data_age_days", 1)):
        value = target[field]
        if value is not None and value < least:
            yield target.wrong(
                field,
                f"“{field}” {value:g} quá nhỏ — ít nhất {least}",
                f"“{field}” {value:g} is too small — at least {least}",
            )


_RULES: tuple[Callable[[Row, Context], Iterator[Mistake]], ...] = (
    *(_names, _clause, _series, _steps, _values, _allotment, _limits),
)
