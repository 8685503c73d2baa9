from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("finding", "0002_terms")]

    operations = [
        migrations.AddField(
            "entry", "parts", models.JSONField(blank=True, default=list)
        ),
    ]
