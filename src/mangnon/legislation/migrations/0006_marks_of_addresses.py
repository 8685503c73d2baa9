
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('legislation', '0005_originals_and_readers'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='address',
            field=models.CharField(blank=True, db_index=True, default='', max_length=64),
            preserve_default=False,
        ),
    ]
