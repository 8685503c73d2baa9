"""From a row of a file to the columns of a table, where both use the same names."""

from collections.abc import Sequence

from mangnon.packfile import Row, Shape
from mangnon.packsync.tables import Values


def columns_of(row: Row, shape: Shape, paths: Sequence[str]) -> Values:
    """Return a row's values by column; ``office__code`` stands under ``office``.

    A flag that was left out is false.
    """
    return tuple(_value(row, shape, path.partition("__")[0]) for path in paths)


def _value(row: Row, shape: Shape, name: str) -> object:
    field = shape.field(name)
    value: object = row[name]
    return bool(value) if field is not None and field.type == "flag" else value
