"""Entries and seals are only ever added; a list page is found by a child on it (PostgreSQL)."""

from django.db import migrations

from mangnon.audit import triggers

# SQLite, which small installations use, looks a page's children up by reading.
INDEX = """
CREATE INDEX audit_entry_listed ON audit_entry
    USING gin ((subjects::jsonb) jsonb_path_ops) WHERE subjects <> '[]'
"""


def forwards(apps, schema_editor):
    triggers.put_up(schema_editor.connection)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(INDEX)


def backwards(apps, schema_editor):
    triggers.take_down(schema_editor.connection)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX audit_entry_listed")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
