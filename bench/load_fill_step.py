"""Step: the province's children get names, its communes officers who are signed in.

What each officer's browser holds, and whom it acts on, is written to ``posts.json``.
"""

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from bench.acts import calm, small
from bench.children import as_step, say
from bench.province import FIRST, SEED, TODAY
from bench.roster_fill_step import names
from bench.stage import start_django

CHUNK = 20_000
FILES = 40  # children of a post whose files are opened, and whose names are typed


def work(home: str, database: str, officers: int) -> dict[str, Any]:
    """Name everybody, sign officers in, open their weigh days, count everything."""
    start_django(Path(home), database)
    from django.db import connection

    from mangnon.indicators.recount import rebuild

    say("names")
    _name_children()
    say(f"{officers} officers, their weigh days")
    posts = _posts(officers)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say("counting everything, so that live figures stand")
    rebuild()
    (Path(home) / "posts.json").write_text(json.dumps(posts), encoding="utf-8")
    return {"officers": len(posts), "smallest_weigh_day": min(one["rows"] for one in posts)}


def _name_children() -> None:
    """Seal a name for every child, each under a key of its own."""
    from django.db import connection, transaction

    from mangnon.register.actions.bulk.children import write_keys
    from mangnon.register.identity import seal_children
    from mangnon.register.models import Child, DataKey

    kept = DataKey._meta.pk.get_db_prep_value
    chance = np.random.default_rng(SEED)
    rows = list(Child.objects.order_by("pk").values_list("pk", "uuid", "sex"))
    for first in range(0, len(rows), CHUNK):
        pks, uuids, sexes = zip(*rows[first : first + CHUNK], strict=True)
        called = names(len(pks), np.array(sexes) == "f", chance)
        sealed = seal_children(uuids, names=called, documents=[""] * len(pks))
        keys = [kept(key, connection) for key in sealed.key_ids]
        with transaction.atomic(), connection.cursor() as cursor:
            write_keys(sealed)
            cursor.executemany(
                "UPDATE register_child SET data_key_id = %s, name_sealed = %s WHERE id = %s",
                list(zip(keys, sealed.texts[0], pks, strict=True)),
            )


def _posts(wanted: int) -> list[dict[str, Any]]:
    """Give officers to the communes with the most small children, one to each."""
    from mangnon.places.models import Place

    weighed, others = _by_home(small()), _by_home(calm())
    homes = sorted(weighed, key=lambda home: (-len(weighed[home]), home))[:wanted]
    if len(homes) < wanted:
        raise ValueError(f"{len(homes)} communes have small children; {wanted} officers are asked")
    places = Place.objects.in_bulk(homes)
    return [
        _post(number, places[home], weighed[home], others[home])
        for number, home in enumerate(homes)
    ]


def _by_home(children: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for child in children.filter(home__isnull=False).select_related("data_key"):
        found[child.home_id].append(child)
    return found


def _post(number: int, place: Any, weighed: list[Any], others: list[Any]) -> dict[str, Any]:
    """Make one officer of a commune, signed in; say on whom she acts, each child once."""
    from mangnon.access.doors import system_warrant
    from mangnon.register.actions import open_weighday

    chance = random.Random(number)
    chance.shuffle(weighed)
    chance.shuffle(others)
    listed = [child.pk for child in weighed]
    warrant = system_warrant("bench")
    day = open_weighday(place=place, day=TODAY, children=listed, warrant=warrant)
    return {
        "cookies": _cookies(f"officer-{number:03}", place),
        "typed": [_typed(child) for child in others[:FILES]],
        "opened": [str(child.uuid) for child in others[:FILES]],
        "grown": [str(child.uuid) for child in weighed if child.measurements.exists()],
        "weighed": [[str(child.uuid), _height(child)] for child in weighed],
        "begun": [str(child.uuid) for child in others],
        "weighday": str(day.uuid),
        "rows": len(listed),
    }


def _cookies(name: str, place: Any) -> dict[str, str]:
    """Sign a child officer in, with a second factor as her role needs."""
    from allauth.mfa.totp.internal.auth import TOTP

    from mangnon.access.actions import add_person, give_role
    from mangnon.access.doors import system_warrant
    from tests.support.desk import signed_in
    from tests.support.officers import SECRET

    warrant = system_warrant("bench")
    user = add_person(name, name=name, warrant=warrant)
    give_role(user, "child_officer", place, valid_from=FIRST, warrant=warrant)
    TOTP.activate(user, SECRET)
    return {one.key: one.value for one in signed_in(user).cookies.values()}


def _typed(child: Any) -> str:
    """Give what is typed to find a child: its family and given name, without accents."""
    from mangnon.register.identity import open_name
    from mangnon.text.folding import fold

    words = fold(open_name(child) or "").split()
    return f"{words[0]} {words[-1]}"


def _height(child: Any) -> float | None:
    """Give the greatest height on record, in cm."""
    from django.db.models import Max

    return child.measurements.aggregate(most=Max("length_cm"))["most"]


if __name__ == "__main__":
    as_step(work)
