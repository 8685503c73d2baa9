"""The index of terms: a virtual table on SQLite, a column with a GIN index on PostgreSQL."""

from django.db import migrations

MADE = {
    # Terms are separated by spaces; whatever else they are made of is one token.
    "sqlite": [
        "CREATE VIRTUAL TABLE finding_fts USING fts5(terms, content='', detail=none, "
        "columnsize=0, tokenize=\"ascii tokenchars '^=_'\")",
    ],
    "postgresql": [
        "ALTER TABLE finding_entry ADD COLUMN terms tsvector",
        "CREATE INDEX finding_entry_terms ON finding_entry USING gin (terms)",
    ],
}
UNMADE = {
    "sqlite": ["DROP TABLE finding_fts"],
    "postgresql": ["ALTER TABLE finding_entry DROP COLUMN terms"],
}


def make(apps, schema_editor):
    for statement in MADE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    for statement in UNMADE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [("finding", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
