"""The schemas for editors agree with the judge: sound packs are valid, spoilt ones are not."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mangnon.packs.schema import schemas, write_schemas

FILES = {
    "pack.schema.json": "pack.toml",
    "documents.schema.json": "documents.toml",
    "standards.schema.json": "standards.toml",
    "indicator.schema.json": "indicators/*.toml",
    "plan.schema.json": "plan.toml",
    "duties.schema.json": "duties.toml",
    "simulation.schema.json": "simulation.toml",
    "procedures.schema.json": "procedures.toml",
    "services.schema.json": "services.toml",
    "meetings.schema.json": "meetings.toml",
    "aggregates.schema.json": "aggregates.toml",
    "pictures.schema.json": "pictures/pictures.toml",
    "offices.schema.json": "offices.toml",
    "context.schema.json": "context.toml",
    "links.schema.json": "links.toml",
}


def plain(value: Any) -> Any:
    """Give TOML's days the form in which editors see them."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def errors(schema: str, text: str) -> list[str]:
    """Return what a schema says of a TOML text."""
    validator = Draft202012Validator(schemas()[schema])
    return [error.message for error in validator.iter_errors(plain(tomllib.loads(text)))]


def test_there_is_one_for_each_toml_file() -> None:
    assert set(schemas()) == set(FILES)
    for schema in schemas().values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("schema", FILES)
def test_both_packs_are_valid(schema: str, nowhere: Path, reference: Path) -> None:
    for pack in (nowhere, reference):
        met = sorted(pack.glob(FILES[schema]))
        assert met
        for path in met:
            assert errors(schema, path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plan.toml", 'comparator = "<="', 'comparator = "≤"'),
        ("plan.toml", "as_printed_vi", "as_printd_vi"),
        ("plan.toml", "data_age_days = 400", 'data_age_days = "400"'),
        ("documents.toml", 'kind = "law"', 'kind = "lore"'),
        ("standards.toml", 'subject = "commune"', 'subject = "shop"'),
        ("indicators/hardship.toml", 'unit = "percent"', 'unit = "pct"'),
        ("simulation.toml", "draws = 3.0", 'draws = "3"'),
        ("pack.toml", 'root = "NW"', ""),
        ("procedures.toml", 'how = "in_person"', 'how = "by foot"'),
        ("services.toml", 'kind = "hotline"', 'kind = "bell"'),
    ],
)
def test_spoilt_files_are_not(nowhere: Path, file: str, old: str, new: str) -> None:
    text = (nowhere / file).read_text(encoding="utf-8")
    assert old in text
    schema = next(name for name, of in FILES.items() if Path(file).match(of))
    assert errors(schema, text.replace(old, new, 1)) != []


def test_they_are_written_for_editors(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "made" / "here")
    assert {path.name for path in written} == set(FILES)
    described = json.loads(written[0].read_text(encoding="utf-8"))["properties"]["root"]
    assert " / " in described["description"]
