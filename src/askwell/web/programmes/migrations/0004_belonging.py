"""How somebody belongs, in one word instead of a yes or no."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

BELONGING = [
    ("member", "member"),
    ("guest", "guest"),
    ("observer", "observer"),
    ("trainee", "trainee facilitator"),
    ("facilitator", "facilitator from outside"),
]


def keep_guests(apps, schema_editor):
    for name in ("Invitation", "SetMembership"):
        rows = apps.get_model("programmes", name).objects
        rows.filter(is_guest=True).update(belonging="guest")


def recall_guests(apps, schema_editor):
    for name in ("Invitation", "SetMembership"):
        rows = apps.get_model("programmes", name).objects
        rows.filter(belonging="guest").update(is_guest=True)


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0003_invitations_name_and_remind"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "invitation",
            "belonging",
            models.CharField(choices=BELONGING, default="member", max_length=12),
        ),
        migrations.AddField(
            "setmembership",
            "belonging",
            models.CharField(
                choices=BELONGING,
                default="member",
                max_length=12,
                verbose_name="belongs as",
            ),
        ),
        migrations.RunPython(keep_guests, recall_guests),
        migrations.RemoveConstraint("setmembership", "a_guest_does_not_facilitate"),
        migrations.RemoveField("invitation", "is_guest"),
        migrations.RemoveField("setmembership", "is_guest"),
        migrations.AddField(
            "setmembership",
            "facilitated_at",
            models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            "setmembership", "offers_since", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            "setmembership",
            models.UniqueConstraint(
                fields=["learning_set"],
                condition=Q(is_host=True, left_at__isnull=True),
                name="one_host_at_most",
            ),
        ),
        migrations.AddConstraint(
            "setmembership",
            models.CheckConstraint(
                condition=Q(is_facilitator=False)
                | ~Q(belonging__in=["guest", "observer"]),
                name="who_visits_does_not_facilitate",
            ),
        ),
        migrations.AddConstraint(
            "setmembership",
            models.CheckConstraint(
                condition=Q(is_host=False) | Q(belonging="member"),
                name="the_host_is_a_member",
            ),
        ),
    ]
