import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import askwell.web.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0001_initial"),
        ("topics", "0002_prepared_and_brought"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="slot",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="action",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="actions",
                to="topics.topic",
            ),
        ),
        migrations.AddField(
            model_name="reportback",
            name="did",
            field=askwell.web.vault.fields.SealedTextField(
                author_from="action.owner_id",
                blank=True,
                null=True,
                set_from="action.learning_set_id",
            ),
        ),
        migrations.AddField(
            model_name="reportback",
            name="still_open",
            field=askwell.web.vault.fields.SealedTextField(
                author_from="action.owner_id",
                blank=True,
                null=True,
                set_from="action.learning_set_id",
            ),
        ),
        migrations.AlterField(
            model_name="reportback",
            name="meeting",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.CreateModel(
            name="ProgressNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "words",
                    askwell.web.vault.fields.SealedTextField(
                        author_from="action.owner_id", set_from="action.learning_set_id"
                    ),
                ),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="actions.action",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress note",
                "verbose_name_plural": "progress notes",
                "ordering": ["noted_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("due_at", models.DateTimeField()),
                ("posted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="actions.action",
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder",
                "verbose_name_plural": "reminders",
                "ordering": ["due_at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("posted_at__isnull", True)),
                        fields=["due_at"],
                        name="reminders_to_post",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("action", "due_at"), name="reminds_once_at_a_moment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scale",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "much_less",
                    askwell.web.vault.fields.SealedTextField(
                        author_from="action.owner_id",
                        blank=True,
                        null=True,
                        set_from="action.learning_set_id",
                    ),
                ),
                (
                    "less",
                    askwell.web.vault.fields.SealedTextField(
                        author_from="action.owner_id",
                        blank=True,
                        null=True,
                        set_from="action.learning_set_id",
                    ),
                ),
                (
                    "expected",
                    askwell.web.vault.fields.SealedTextField(
                        author_from="action.owner_id",
                        blank=True,
                        null=True,
                        set_from="action.learning_set_id",
                    ),
                ),
                (
                    "more",
                    askwell.web.vault.fields.SealedTextField(
                        author_from="action.owner_id",
                        blank=True,
                        null=True,
                        set_from="action.learning_set_id",
                    ),
                ),
                (
                    "much_more",
                    askwell.web.vault.fields.SealedTextField(
                        author_from="action.owner_id",
                        blank=True,
                        null=True,
                        set_from="action.learning_set_id",
                    ),
                ),
                (
                    "now",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "much less than I expect"),
                            (-1, "less than I expect"),
                            (0, "what I expect"),
                            (1, "more than I expect"),
                            (2, "much more than I expect"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "later",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "much less than I expect"),
                            (-1, "less than I expect"),
                            (0, "what I expect"),
                            (1, "more than I expect"),
                            (2, "much more than I expect"),
                        ],
                        null=True,
                    ),
                ),
                ("later_at", models.DateTimeField(blank=True, null=True)),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scale",
                        to="actions.action",
                    ),
                ),
            ],
            options={
                "verbose_name": "scale",
                "verbose_name_plural": "scales",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("now__isnull", True),
                                ("now__range", (-2, 2)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("later__isnull", True),
                                ("later__range", (-2, 2)),
                                _connector="OR",
                            ),
                        ),
                        name="rated_on_the_scale",
                    )
                ],
            },
        ),
    ]
