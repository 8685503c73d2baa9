from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='plan',
            name='close_reason',
            field=models.CharField(blank=True, choices=[('goals_met', 'Đã đạt mục tiêu của kế hoạch'), ('replaced', 'Thay bằng kế hoạch mới'), ('declined', 'Gia đình không muốn tiếp tục'), ('aged_out', 'Trẻ đã đủ 16 tuổi'), ('moved', 'Trẻ chuyển đi nơi khác'), ('died', 'Trẻ đã mất')], default='', max_length=12),
            preserve_default=False,
        ),
    ]
