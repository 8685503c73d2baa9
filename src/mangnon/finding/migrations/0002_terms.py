"""The index of terms: a virtual table on SQLite, a table with a GIN index on PostgreSQL."""

from django.db import migrations, models

MADE = {
    # Terms are separated by spaces; whatever else they are made of is one token.
    "sqlite": [
        "CREATE VIRTUAL TABLE finding_fts USING fts5(terms, content='', detail=none, "
        "columnsize=0, tokenize=\"ascii tokenchars '^=_'\")",
    ],
    "postgresql": [
        "CREATE TABLE finding_terms (id bigint PRIMARY KEY, terms tsvector NOT NULL)",
        # The index answers; what it is made of is hardly ever read, and packing it takes long.
        "ALTER TABLE finding_terms ALTER COLUMN terms SET STORAGE EXTERNAL",
        "CREATE INDEX finding_terms_gin ON finding_terms USING gin (terms)",
    ],
}
UNMADE = {
    "sqlite": ["DROP TABLE finding_fts"],
    "postgresql": ["DROP TABLE finding_terms"],
}


def make(apps, schema_editor):
    for statement in MADE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    for statement in UNMADE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [("finding", "0001_initial")]

    operations = [
        migrations.RunPython(make, unmake),
        migrations.CreateModel(
            name="Terms",
            fields=[("id", models.BigIntegerField(primary_key=True, serialize=False))],
            options={"db_table": "finding_terms", "managed": False},
        ),
    ]
