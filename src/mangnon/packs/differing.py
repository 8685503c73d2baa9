"""What applying a pack would add, change and remove."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mangnon.packfile import Context, Part
from mangnon.packs.loaders import LOADERS, Loader
from mangnon.packs.models import AppliedPack
from mangnon.packs.reading import Pack
from mangnon.packsync import Difference, Key, Sheet, Table, compare


@dataclass(frozen=True)
class Step:
    """A subject's differences, table by table."""

    loader: Loader
    part: Part
    differences: tuple[Difference, ...]


def differences(pack: Pack) -> list[Step]:
    """Hold a judged pack against the database; nothing is written."""
    owned = owned_by(code_of(pack))
    return [
        Step(
            loader,
            pack.parts[loader.NAME],
            tuple(
                compare(sheet, _owned_keys(sheet.table, owned))
                for sheet in _sheets(loader, pack.parts[loader.NAME], pack.context)
            ),
        )
        for loader in LOADERS
    ]


def code_of(pack: Pack) -> str:
    """Return the pack's own code; empty where its head could not be read."""
    return "" if pack.head is None else str(pack.head["code"])


def owned_by(code: str) -> Mapping[str, frozenset[str]]:
    """Return {table: keys as text} of the rows that this pack brought the last time."""
    held = AppliedPack.objects.filter(code=code).values_list("owned", flat=True).first()
    return {kind: frozenset(keys) for kind, keys in (held or {}).items()}


def inventory(pack: Pack) -> dict[str, list[str]]:
    """Return {table: keys as text} of the rows that this pack brings."""
    return {
        sheet.table.kind: [key_text(key) for key in sheet.rows]
        for loader in LOADERS
        for sheet in _sheets(loader, pack.parts[loader.NAME], pack.context)
    }


def key_text(key: Key) -> str:
    """Write a key so that it can be kept and compared."""
    return json.dumps([None if part is None else str(part) for part in key], ensure_ascii=False)


def _sheets(loader: Loader, part: Part, context: Context) -> list[Sheet]:
    return loader.sheets(part, context)


def _owned_keys(table: Table, owned: Mapping[str, frozenset[str]]) -> Iterable[Key]:
    brought = owned.get(table.kind)
    if not brought:
        return ()
    return [key for key in table.standing() if key_text(key) in brought]
