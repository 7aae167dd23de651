from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_meetings_in_time"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="notice", name="notices_to_deliver"),
        migrations.RenameField(
            model_name="notice", old_name="delivered_at", new_name="handed_on_at"
        ),
        migrations.RemoveField(model_name="notice", name="attempts"),
        migrations.RemoveField(model_name="notice", name="leased_until"),
        migrations.AddField(
            model_name="notice",
            name="read_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=Q(("handed_on_at__isnull", True)),
                fields=["created_at"],
                name="notices_to_hand_on",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                fields=["person", "-created_at"], name="board_of_a_person"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=Q(("read_at__isnull", True)), fields=["person"], name="unread"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=~Q(("address", "")),
                fields=["address"],
                name="sent_to_an_address",
            ),
        ),
    ]
