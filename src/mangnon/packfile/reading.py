"""Rows from CSV cells and TOML tables, judged by their shape; every mistake at once."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from mangnon.packfile.mistakes import Mistake
from mangnon.packfile.rows import Row
from mangnon.packfile.shapes import EXAMPLES, Field, Shape
from mangnon.packfile.tomllines import Path
from mangnon.packfile.values import Unfit, from_cell, from_toml


def row_of_cells(
    file: str, line: int, cells: Mapping[str, str], shape: Shape, mistakes: list[Mistake]
) -> Row:
    """Read one line of a CSV file."""
    values: dict[str, Any] = {}
    for field in shape.fields:
        text = cells.get(field.name, "").strip()
        values[field.name] = _empty(field)
        if not text:
            if field.required:
                mistakes.append(Mistake(file, line, *_missing(field)))
            continue
        try:
            values[field.name] = from_cell(field, text)
        except Unfit as error:
            mistakes.append(_at(file, line, field.name, error))
    return Row(file, line, values)


def row_of_table(
    file: str,
    raw: Mapping[str, Any],
    shape: Shape,
    lines: Mapping[Path, int],
    path: Path,
    mistakes: list[Mistake],
) -> Row:
    """Read one table of a TOML file, and the tables inside it."""
    line = lines.get(path, lines.get(path[:-1], 1))
    keys = {key: lines.get((*path, key), lines.get((*path, key, 0), line)) for key in raw}
    mistakes += [Mistake(file, keys[key], *_unknown(key, shape)) for key in _strangers(raw, shape)]
    values: dict[str, Any] = {}
    for field in shape.fields:
        values[field.name] = _empty(field)
        if field.name not in raw or raw[field.name] == "":
            if field.required and not field.judged_elsewhere:
                mistakes.append(Mistake(file, line, *_missing(field)))
            continue
        try:
            value = from_toml(field, raw[field.name])
        except Unfit as error:
            mistakes.append(_at(file, keys[field.name], field.name, error))
            continue
        if field.inner is not None:
            value = _inside(file, value, field, lines, (*path, field.name), mistakes)
        values[field.name] = value
    return Row(file, line, values, keys, raw)


def _inside(
    file: str,
    value: Any,
    field: Field,
    lines: Mapping[Path, int],
    path: Path,
    mistakes: list[Mistake],
) -> Row | list[Row]:
    if field.inner is None:
        raise TypeError(f"{field.name} has no inner shape")
    if field.type == "table":
        return row_of_table(file, value, field.inner, lines, path, mistakes)
    return [
        row_of_table(file, one, field.inner, lines, (*path, number), mistakes)
        for number, one in enumerate(value)
    ]


def _empty(field: Field) -> Any:
    if field.type == "text":
        return ""
    return [] if field.type in ("texts", "tables") else None


def _strangers(raw: Mapping[str, Any], shape: Shape) -> Iterator[str]:
    return (key for key in raw if shape.field(key) is None)


def _missing(field: Field) -> tuple[str, str]:
    example = field.choices[0] if field.choices else EXAMPLES[field.type]
    return (
        f"thiếu “{field.name}” ({field.vi}) — hãy viết, ví dụ: {example}",
        f"“{field.name}” is missing ({field.en}) — write it, for example: {example}",
    )


def _unknown(key: str, shape: Shape) -> tuple[str, str]:
    near = get_close_matches(key, shape.names, n=1, cutoff=0.6)
    some = near[0] if near else ", ".join(shape.names)
    return (
        f"không có trường “{key}” — {'có phải' if near else 'các trường'}: {some}",
        f"there is no field “{key}” — {'did you mean' if near else 'the fields are'}: {some}",
    )


def _at(file: str, line: int, name: str, error: Unfit) -> Mistake:
    return Mistake(file, line, f"“{name}”: {error.vi}", f"“{name}”: {error.en}")


def unknown_columns(header: list[str], shape: Shape) -> list[tuple[str, str]]:
    """Say which columns of a CSV header are strange, missing or twice there."""
    found = [_unknown(name, shape) for name in header if shape.field(name) is None]
    lacking = (field for field in shape.fields if field.required and field.name not in header)
    found.extend(_missing(field) for field in lacking)
    found.extend(
        (f"cột “{name}” có hai lần — giữ lại một", f"the column “{name}” is there twice — keep one")
        for name in sorted({name for name in header if header.count(name) > 1})
    )
    return found
