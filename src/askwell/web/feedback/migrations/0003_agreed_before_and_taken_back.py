from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def agreed_when_asked(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """When they agreed was not kept; they were asked before."""
    watches = apps.get_model("feedback", "Watch").objects
    watches.filter(state__in=["agreed", "ended"]).update(agreed_at=F("asked_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0002_watch_ended_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="asking",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="watch",
            name="agreed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(agreed_when_asked, migrations.RunPython.noop),
    ]
