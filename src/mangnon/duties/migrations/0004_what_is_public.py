
import django.db.models.deletion
from django.db import migrations, models


def tell(apps, schema_editor):
    """Write the public line of what was handed to a whole level already."""
    Handing = apps.get_model("duties", "Handing")
    PublicDuty = apps.get_model("duties", "PublicDuty")
    rows = Handing.objects.filter(held=None, rule__in=("districts", "communes"))
    PublicDuty.objects.bulk_create(
        PublicDuty(
            handing=one, document_id=one.duty.document_id,
            anchor=one.duty.clause.anchor if one.duty.clause else "",
            title_vi=one.duty.title_vi, title_en=one.duty.title_en, rule=one.rule,
            within_vi=one.within.name_vi, within_en=one.within.name_en, day=one.day,
            deadline_kind=one.deadline_kind, deadline_day=one.deadline_day,
            deadline_days=one.deadline_days,
        )
        for one in rows.select_related("duty__clause", "within")
    )


class Migration(migrations.Migration):

    dependencies = [
        ('duties', '0003_who_asked_for_time'),
        ('legislation', '0005_originals_and_readers'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('anchor', models.CharField(blank=True, max_length=64)),
                ('title_vi', models.CharField(max_length=300)),
                ('title_en', models.CharField(max_length=300)),
                ('rule', models.CharField(choices=[('districts', 'Mọi huyện'), ('communes', 'Mọi xã'), ('offices', 'Các cơ quan được nêu')], max_length=12)),
                ('within_vi', models.CharField(max_length=200)),
                ('within_en', models.CharField(max_length=200)),
                ('day', models.DateField()),
                ('deadline_kind', models.CharField(choices=[('by', 'Chậm nhất ngày'), ('before', 'Trước ngày'), ('within', 'Trong thời hạn tính bằng ngày làm việc kể từ ngày nhận')], max_length=8)),
                ('deadline_day', models.DateField(blank=True, null=True)),
                ('deadline_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='public_duties', to='legislation.document')),
                ('handing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='duties.handing')),
            ],
            options={
                'ordering': ['day', 'pk'],
            },
        ),
        migrations.RunPython(tell, migrations.RunPython.noop),
    ]
