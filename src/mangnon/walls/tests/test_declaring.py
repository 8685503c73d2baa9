"""Every table is declared; no role but the desk's reaches what names a child."""

from django.apps import apps
from django.db import connection, models

from mangnon.walls import everywhere, within
from mangnon.walls.declaring import undeclared, walls


def test_every_table_is_declared_by_some_walls_py():
    """A new model says in its app's ``walls.py`` who may see it, and where."""
    assert undeclared() == []


def test_whatever_hangs_on_a_child_is_private():
    """A table with a way to a child's own row is walled, or it would tell of the child."""
    child = apps.get_model("register.Child")
    near = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if any(field.related_model is child for field in model._meta.concrete_fields)
    }
    private = {wall.table for wall in walls() if wall.seen is not None}
    assert near <= private


def test_what_is_sealed_is_counted_by_nobody():
    readable = {
        f"{wall.table}.{field.column}"
        for wall in walls()
        for field in wall.model._meta.concrete_fields
        if isinstance(field, models.BinaryField) and field.column in wall.counted_columns
    }
    assert readable == set()


def test_no_private_table_is_the_portals():
    assert [wall.table for wall in walls() if wall.seen is not None and wall.portal] == []


def test_a_scope_inside_another_holds_until_it_ends(db):
    def now() -> tuple[str, ...]:
        if connection.vendor != "postgresql":
            return ("", "")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT COALESCE(current_setting('mangnon.places', true), ''),"
                " COALESCE(current_setting('mangnon.all', true), '')"
            )
            return tuple(cursor.fetchone())

    walled = connection.vendor == "postgresql"
    with within([7, 9]):
        assert now() == (("7,9", "") if walled else ("", ""))
        with everywhere():
            assert now() == (("", "on") if walled else ("", ""))
        assert now() == (("7,9", "") if walled else ("", ""))
    assert now() == ("", "")
