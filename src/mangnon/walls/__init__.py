"""The walls inside a PostgreSQL database: who may see which table, which row, which column.

A subject declares its tables in its ``walls.py``; ``mangnon db roles`` builds what is declared.
On SQLite, which knows no roles, there are none.
"""

from mangnon.walls.declaring import (
    HERE,
    Wall,
    hangs_on,
    helper,
    inbox,
    private,
    public,
    shared,
    shown,
)
from mangnon.walls.scope import everywhere, within

__all__ = [
    "HERE",
    "Wall",
    "everywhere",
    "hangs_on",
    "helper",
    "inbox",
    "private",
    "public",
    "shared",
    "shown",
    "within",
]
