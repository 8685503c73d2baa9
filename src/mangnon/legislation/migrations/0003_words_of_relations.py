"""Two relations take the words of the national database."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_WORDS = {"repeals": "abrogates", "cites": "refers_to"}


def forward(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename(apps, _WORDS)


def back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename(apps, {new: old for old, new in _WORDS.items()})


def _rename(apps: Apps, words: dict[str, str]) -> None:
    relations = apps.get_model("legislation", "Relation").objects
    for before, after in words.items():
        relations.filter(kind=before).update(kind=after)


class Migration(migrations.Migration):
    dependencies = [("legislation", "0002_attributes_and_relations")]
    operations = [migrations.RunPython(forward, back)]
