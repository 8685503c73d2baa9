"""The database itself refuses to change or remove an entry or a seal."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from mangnon.audit import triggers
from mangnon.audit.guarding import unguarded
from mangnon.audit.models import Actor, Entry, Seal
from mangnon.audit.sealing import seal_waiting

pytestmark = pytest.mark.django_db

REFUSED = (
    "UPDATE audit_entry SET reason = 'khác'",
    "UPDATE audit_seal SET count = 0",
    "DELETE FROM audit_entry",
    "DELETE FROM audit_seal",
    "UPDATE audit_actor SET code = 'ai khác'",
)
REFUSED_ON = {
    "postgresql": ("TRUNCATE audit_entry", "TRUNCATE audit_seal"),
    "sqlite": (
        "REPLACE INTO audit_entry SELECT * FROM audit_entry",
        "REPLACE INTO audit_seal SELECT * FROM audit_seal",
    ),
}


def refused(statement):
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(statement)


@pytest.mark.parametrize("statement", REFUSED)
def test_a_change_is_refused(act, statement):
    act(2)
    seal_waiting()
    with pytest.raises(DatabaseError, match="only ever added"):
        refused(statement)
    assert (Entry.objects.count(), Seal.objects.count()) == (2, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("row", [0, 1])
def test_emptying_or_replacing_is_refused(act, row):
    act(2)
    seal_waiting()
    with pytest.raises(DatabaseError, match="only ever added"):
        refused(REFUSED_ON[connection.vendor][row])


def test_an_update_through_the_program_is_refused(act):
    act(1)
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Entry.objects.update(reason="khác")


def test_an_actors_name_may_change(act):
    act(1)
    Actor.objects.update(name="Nguyễn Thị Lan")
    assert Actor.objects.get().name == "Nguyễn Thị Lan"


def test_a_guard_taken_down_is_named():
    assert triggers.missing(connection) == []
    triggers.take_down(connection)
    assert "audit_actor_code" in triggers.missing(connection)
    triggers.put_up(connection)
    assert triggers.missing(connection) == []


# Each weakens a guard that stays where it is, under its own name.
WEAKENED = {
    "postgresql": (
        "CREATE OR REPLACE TRIGGER audit_entry_final BEFORE UPDATE ON audit_entry"
        " FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE OR REPLACE TRIGGER audit_actor_code BEFORE UPDATE OF code ON audit_actor"
        " FOR EACH ROW WHEN (OLD.code = 'x') EXECUTE FUNCTION audit_refuse()",
        "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RETURN OLD; END $$",
    ),
    "sqlite": (
        "DROP TRIGGER audit_entry_delete",
        "CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry WHEN OLD.id < 0"
        " BEGIN SELECT RAISE(ABORT, 'audit_entry is only ever added to'); END",
    ),
}
NAMED = {
    "postgresql": sorted(triggers._ON_POSTGRESQL),
    "sqlite": ["audit_entry_delete"],
}


def test_a_guard_that_was_changed_is_named_and_put_right():
    assert triggers.changed(connection) == []
    with connection.cursor() as cursor:
        for weakened in WEAKENED[connection.vendor]:
            cursor.execute(weakened)
            assert connection.vendor == "sqlite" or triggers.changed(connection) != []
    assert triggers.missing(connection) == []
    assert triggers.changed(connection) == NAMED[connection.vendor]
    assert [one.kind for one in unguarded(connection)] == ["trigger_changed"] * len(
        NAMED[connection.vendor]
    )
    triggers.put_up(connection)
    assert list(unguarded(connection)) == []


@pytest.mark.django_db(transaction=True)
def test_the_migration_goes_back_and_forth():
    """Its own steps, not the command: that would take down every app that rests on it."""
    (step,) = import_module("mangnon.audit.migrations.0002_append_only").Migration.operations
    with connection.schema_editor(atomic=False) as editor:
        step.reverse_code(apps, editor)
        assert triggers.missing(connection) != []
        step.code(apps, editor)
    assert triggers.missing(connection) == []
