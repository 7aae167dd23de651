"""Votes, who facilitates next, and why a contract was opened again."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0004_belonging"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="contract",
            name="about",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="learningset",
            name="dial",
            field=models.CharField(
                choices=[
                    ("leads", "leads the meetings"),
                    ("co_leads", "leads together with a member"),
                    ("observes", "is there and watches"),
                    ("on_call", "comes when asked"),
                    ("none", "is no longer needed"),
                ],
                default="leads",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="learningset",
            name="facilitated_by",
            field=models.CharField(
                choices=[
                    ("facilitator", "a facilitator"),
                    ("turns", "its members, taking turns"),
                ],
                default="facilitator",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="learningset",
            name="next_facilitator",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="contract",
            name="because",
            field=models.CharField(
                choices=[
                    ("begun", "the set began"),
                    ("reworded", "the words changed"),
                    ("joined", "someone joined"),
                    ("left", "someone left"),
                    ("reopened", "the set wished to agree anew"),
                ],
                default="begun",
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Vote",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("turns", "take turns facilitating"),
                            ("facilitator", "have a facilitator again"),
                        ],
                        max_length=12,
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("carried", "carried"),
                            ("not_carried", "not carried"),
                            ("lapsed", "not everyone answered in time"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "learning_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="programmes.learningset",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "vote",
                "verbose_name_plural": "votes",
            },
        ),
        migrations.CreateModel(
            name="Voice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("says_yes", models.BooleanField()),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="voices",
                        to="programmes.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "voice in a vote",
                "verbose_name_plural": "voices in a vote",
            },
        ),
        migrations.AddConstraint(
            model_name="vote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("learning_set",),
                name="one_vote_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="voice",
            constraint=models.UniqueConstraint(
                fields=("vote", "person"), name="votes_once"
            ),
        ),
    ]
