"""JSON for machines: the release, what each key means, and the figures."""

import json
from collections.abc import Sequence
from datetime import date

from mangnon.portal.downloads.about import about
from mangnon.portal.downloads.rows import Value, keys
from mangnon.portal.editions import Edition


def json_file(edition: Edition, found: Sequence[dict[str, Value]]) -> bytes:
    """Write the rows; what is not known or not shown is null."""
    release = edition.release
    document = {
        "release": {
            "number": release.number,
            "day": release.day.isoformat(),
            "demonstration": release.demonstration,
        },
        "about": dict(about(edition)),
        "keys": {column.key: column.meaning for column in keys()},
        "figures": [{key: _value(key, value) for key, value in row.items()} for row in found],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _value(key: str, value: Value) -> str | float | bool | None:
    if isinstance(value, date):
        return value.isoformat()
    if key == "release" and isinstance(value, float):
        return int(value)
    return None if value == "" else value
