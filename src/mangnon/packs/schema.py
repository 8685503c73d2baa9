"""JSON Schemas for editors, from the fields that the judge reads."""

import json
from pathlib import Path
from typing import Any

from mangnon.packfile.schema import schema_of
from mangnon.packs import reading, simulated
from mangnon.packs.loaders import LOADERS


def schemas() -> dict[str, dict[str, Any]]:
    """Return {file name: schema}: ``plan.schema.json`` for ``plan.toml``."""
    shapes = {reading.FILE: reading.SHAPE, simulated.FILE: simulated.SHAPE}
    for loader in LOADERS:
        shapes.update(loader.SCHEMAS)
    return {_file(name): schema_of(shape, name) for name, shape in shapes.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder, made where it is missing; say which files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _file(name: str) -> str:
    stem = name.removesuffix(".toml").removesuffix("s/*")
    return f"{stem.rpartition('/')[2]}.schema.json"
