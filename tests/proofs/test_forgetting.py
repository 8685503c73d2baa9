"""Whoever is forgotten is found nowhere: in no table, file, trail, backup; and no total moves.

Every field of every table is walked after an erasing, whatever opens it is tried; the wrapped key
itself is sought in the database's own files.
"""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, models

from mangnon.audit.models import Entry
from mangnon.audit.verifying import verify
from mangnon.cli.tests.conftest import run as run  # the fixture
from mangnon.indicators.models import Cell
from mangnon.register import identity
from mangnon.register.models import Asking, Child, DataKey, Guardian, Household
from mangnon.vault import SealBroken, Sealer
from tests.support.canaries import CANARIES, found_in
from tests.support.own_world import OwnWorld, built

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(run, tmp_path, settings) -> OwnWorld:
    world = built(run, tmp_path, settings)
    child = world.children[0]
    home = Household(uuid="7b1e0000-0000-4000-8000-000000000001")
    sealed = identity.seal_homes([home.uuid], addresses=[CANARIES["address"]],
                                 telephones=[CANARIES["telephone"]])  # fmt: skip
    home.data_key = DataKey.objects.create(id=sealed.key_ids[0], wrapped=sealed.wrapped[0])
    (home.address_sealed,), (home.telephone_sealed,) = sealed.texts
    home.save()
    Child.objects.filter(pk=child.pk).update(household=home)
    mother = identity.seal_guardian(child, CANARIES["guardian"])
    Guardian.objects.create(child=child, relation="mother", name_sealed=mother)
    return world


def every_value() -> list[tuple[str, bytes]]:
    """Return each value of each field of each table, as bytes."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if (
            not model._meta.managed
            or "FTS" in model.__name__
            or model._meta.label == "finding.Terms"
        ):
            continue
        fields = [one for one in model._meta.local_concrete_fields
                  if isinstance(one, models.BinaryField | models.CharField | models.TextField
                                | models.JSONField | models.UUIDField)]  # fmt: skip
        if not fields:
            continue
        for row in model._default_manager.values_list(*[one.attname for one in fields]):
            for one, value in zip(fields, row, strict=True):
                name = f"{model._meta.label}.{one.name}"
                raw = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                found.append((name, raw))
    return found


def opened_with(keys: dict[str, bytes], child: Child, home: Household) -> set[str]:
    """Try every seal in the database, the trail's too, with the keys that a thief kept."""
    found = set()
    bindings = [f"child:{child.uuid}:{one}" for one in ("name", "document", "guardian")]
    bindings += [f"household:{home.uuid}:{one}" for one in ("address", "telephone")]
    for name, raw in every_value():
        for at, key in keys.items():
            for bound in bindings:
                try:
                    Sealer(key).unseal(raw, bound_to=bound)
                except (SealBroken, ValueError):
                    continue
                found.add(f"{name} ({at})")
    return found


def erase(world: OwnWorld) -> str:
    code, said = world.say("retention", "--on", "2026-06-01", "--erase", "--by", "Bà Tám",
                           "--reason", "due")  # fmt: skip
    assert code == 0, said
    return said


def test_who_is_due_is_forgotten_everywhere_and_totals_stand(world):
    child, home = world.children[0], Household.objects.get()
    bound = {"child": child, "household": home}
    wrapped = [bytes(one.data_key.wrapped) for one in bound.values()]
    keys = {
        kind: identity.ring().unwrap(bytes(one.data_key.wrapped), bound_to=f"{kind}:{one.uuid}")
        for kind, one in bound.items()
    }
    assert opened_with(keys, child, home) >= {"register.Child.name_sealed (child)"}
    assert "1 hồ sơ" in world.say("retention", "--on", "2026-06-01")[1]
    cells = Cell.objects.exclude(series="own").count()

    said = erase(world)

    assert "0 of them moved" in said
    assert Cell.objects.exclude(series="own").count() == cells
    child.refresh_from_db()
    assert (child.data_key_id, child.name_sealed, child.document_sealed) == (None, None, None)
    assert child.birth_date == date(2001, 3, 1)
    assert identity.open_name(child) is None
    assert not Guardian.objects.exists()
    assert opened_with(keys, child, home) == set()
    values = every_value()
    assert [name for name, raw in values if found_in(raw)] == []
    assert [name for name, raw in values if raw in wrapped] == []
    assert Entry.objects.filter(act="retention.erase").count() == 1
    assert verify().fault is None
    if connection.vendor == "sqlite":
        for path in Path(connection.settings_dict["NAME"]).parent.glob("test*sqlite3*"):
            content = path.read_bytes()
            assert [one for one in wrapped if one in content] == [], path


def test_the_others_keep_their_names(world):
    erase(world)
    assert [identity.open_name(one) for one in Child.objects.order_by("pk")] == [
        None, CANARIES["second name"], CANARIES["name in bulk"],
    ]  # fmt: skip


def test_no_erasing_without_a_name_and_a_reason(world):
    for words in (["--by", "Bà Tám"], ["--reason", "due"], []):
        assert world.say("retention", "--on", "2026-06-01", "--erase", *words)[0] == 2
    assert Child.objects.filter(data_key=None).count() == 0


def test_erasing_that_would_move_what_is_counted_is_undone(world, monkeypatch):
    marks = iter(["before", "after"])
    monkeypatch.setattr("mangnon.retention.actions.erasing.counted", lambda ids: next(marks))
    code, said = world.say("retention", "--on", "2026-06-01", "--erase", "--by", "Bà Tám",
                           "--reason", "due")  # fmt: skip
    assert code == 2
    assert "nothing was erased" in said
    assert identity.open_name(world.children[0]) == CANARIES["name"]


def test_a_child_gets_a_copy_of_what_is_held(world):
    path = world.folder / "copy.json"
    uuid = str(world.children[0].uuid)
    assert world.say("retention", "--child", uuid, "--copy", str(path), "--by", "Bà Tám")[0] == 0
    told = path.read_text("utf-8")
    for kind in ("name", "document", "guardian", "address", "telephone"):
        assert CANARIES[kind] in told, kind
    assert Entry.objects.filter(act="retention.copy", subject__endswith=uuid).count() == 1
    assert Asking.objects.count() == 0
