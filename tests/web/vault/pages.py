"""Models for tests alone, kept out of the product's own registry."""

import uuid

from django.db import models
from django.test.utils import isolate_apps

from askwell.web.vault.fields import SealedTextField

with isolate_apps("askwell.web.vault"):

    class Notebook(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        learning_set_id = models.UUIDField(default=uuid.uuid4)

        class Meta:
            app_label = "vault"

        def __str__(self) -> str:
            return "Notebook"

    class Page(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE)
        author_id = models.UUIDField()
        number = models.IntegerField(default=1)
        words = SealedTextField(
            set_from="notebook.learning_set_id", author_from="author_id"
        )
        aside = SealedTextField(
            set_from="notebook.learning_set_id", author_from="author_id", null=True
        )

        class Meta:
            app_label = "vault"

        def __str__(self) -> str:
            return f"Page {self.number}"
