"""Step: a register of invented children written by its own bulk acts, and a copy in clear text."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench.children import as_step, say
from bench.stage import start_django

COMMUNES = 207
SEED = 2026
CHUNK = 25_000


def work(home: str, database: str, children: int) -> dict[str, Any]:
    """Fill the database; the clear copy is the peers', no installation has one."""
    start_django(Path(home), database)
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    communes = _communes()
    chance = np.random.default_rng(SEED)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_clear (id BIGINT PRIMARY KEY, name VARCHAR(120) NOT NULL,"
            " home_id BIGINT NOT NULL, birth_date DATE NOT NULL)"
        )
    for first in range(0, children, CHUNK):
        _write(min(CHUNK, children - first), communes, chance)
        say(f"{min(first + CHUNK, children):,} children")
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX clear_by_name ON bench_clear (home_id, name)")
        cursor.execute("CREATE INDEX clear_names ON bench_clear (name)")
        cursor.execute("ANALYZE")
    return {"children": children}


def _communes() -> np.ndarray:
    from mangnon.places.models import Kind, Place

    made = [
        Place(
            code=f"{number:05}", kind=Kind.COMMUNE, style="xa", name_vi=f"Xã {number}",
            name_en=f"Commune {number}", sort_key=f"{number:05}", valid_from=date(2005, 1, 1),
        )
        for number in range(COMMUNES)
    ]  # fmt: skip
    Place.objects.bulk_create(made)
    return np.array(Place.objects.order_by("pk").values_list("pk", flat=True))


def names(count: int, girls: np.ndarray, chance: np.random.Generator) -> list[str]:
    """Invent names with the shares of the simulation's pools."""
    from mangnon.simulation import name_pools as pools

    def drawn(pool: dict[str, Any]) -> np.ndarray:
        weight = np.array([np.mean(value) for value in pool.values()])
        return chance.choice(np.array(list(pool), dtype=object), count, p=weight / weight.sum())

    family = drawn(pools.FAMILY)
    middle = np.where(girls, drawn(pools.GIRL_MIDDLE), drawn(pools.BOY_MIDDLE))
    second = np.where(girls, "Thị", "Văn")
    given = np.where(girls, drawn(pools.GIRL_GIVEN), drawn(pools.BOY_GIVEN))
    kind = chance.random(count)
    return [
        f"{a} {s} {g}" if k < 0.4 else f"{a} {s} {m} {g}" if k < 0.6 else f"{a} {m} {g}"
        for a, s, m, g, k in zip(family, second, middle, given, kind, strict=True)
    ]


def _write(count: int, communes: np.ndarray, chance: np.random.Generator) -> None:
    from django.db import connection

    from mangnon.access.doors import demonstration_warrant
    from mangnon.register.actions import bulk

    girls = chance.random(count) < 0.48
    born = np.datetime64("2008-01-01") + chance.integers(0, 5_800, count)
    called = names(count, girls, chance)
    home = chance.choice(communes, count)
    warrant = demonstration_warrant()
    batch = bulk.ChildrenBatch(called, np.where(girls, "f", "m"), born)
    ids = bulk.add_children_in_bulk(batch, warrant=warrant)
    bulk.add_residences(bulk.ResidencesBatch(np.array(ids), home, born), warrant=warrant)
    rows = zip(ids, called, home.tolist(), born.astype(str).tolist(), strict=True)
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO bench_clear VALUES (%s, %s, %s, %s)", list(rows))


if __name__ == "__main__":
    as_step(work)
