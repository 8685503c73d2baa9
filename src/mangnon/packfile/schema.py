"""A JSON Schema for editors, made from the same fields that the judge reads."""

from typing import Any

from mangnon.packfile.shapes import Field, Shape

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(shape: Shape, title: str) -> dict[str, Any]:
    """Return the schema of a TOML file."""
    return {"$schema": DRAFT, "title": title, **_table(shape)}


def _table(shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "description": f"{shape.vi} / {shape.en}",
        "properties": {field.name: _field(field) for field in shape.fields},
        "required": [field.name for field in shape.fields if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    about = {"description": f"{field.vi} / {field.en}"}
    return {**about, **_type(field)}


def _type(field: Field) -> dict[str, Any]:
    if field.inner is not None:
        inner = _table(field.inner)
        return inner if field.type == "table" else {"type": "array", "items": inner}
    plain = dict(_TYPES[field.type])
    if field.choices and field.type == "texts":
        plain["items"] = {"enum": list(field.choices)}
    elif field.choices:
        plain = {"enum": list(field.choices)}
    return plain


_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "code": {"type": "string", "pattern": r"^[^\s@,;\"]{1,64}$"},
    # TOML's own dates reach a schema as strings.
    "day": {"type": "string", "format": "date"},
    "flag": {"type": "boolean"},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "share": {"type": ["number", "string"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "table": {"type": "object"},
    "tables": {"type": "array", "items": {"type": "object"}},
}
