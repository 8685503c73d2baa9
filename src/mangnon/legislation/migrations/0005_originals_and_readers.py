
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('legislation', '0004_text_in_its_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='Message',
            fields=[
                ('uuid', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('problem', 'báo sai'), ('follow', 'muốn theo dõi'), ('confirm', 'xác nhận theo dõi'), ('stop', 'thôi theo dõi')], max_length=8)),
                ('sealed', models.TextField()),
                ('sent_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='document',
            name='edited_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='relation',
            name='by_hand',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='Follower',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words_sealed', models.TextField()),
                ('key', models.CharField(max_length=64, unique=True)),
                ('language', models.CharField(default='vi', max_length=2)),
                ('since', models.DateField()),
                ('told', models.CharField(max_length=64)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followers', to='legislation.document')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Original',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=160)),
                ('kind', models.CharField(max_length=8)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('pages', models.PositiveIntegerField(default=0)),
                ('pictures', models.PositiveIntegerField(default=0)),
                ('brought_on', models.DateField()),
                ('kept_on', models.DateField(blank=True, null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='originals', to='legislation.document')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words_sealed', models.TextField()),
                ('anchor', models.CharField(blank=True, max_length=64)),
                ('reported_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=400)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='problems', to='legislation.document')),
            ],
            options={
                'ordering': ['closed_on', 'pk'],
            },
        ),
    ]
