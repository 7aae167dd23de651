from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def mark_those_of_programmes(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    badges = apps.get_model("passports", "Badge").objects
    badges.filter(adopted__isnull=False).update(is_of_programme=True)


class Migration(migrations.Migration):
    dependencies = [
        ("passports", "0001_what_a_facilitator_did_and_can_show"),
    ]

    operations = [
        migrations.AddField(
            model_name="adopted",
            name="edited_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="badge",
            name="is_of_programme",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(mark_those_of_programmes, migrations.RunPython.noop),
    ]
