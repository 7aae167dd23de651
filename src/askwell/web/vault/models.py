"""What the database knows of its keystore: which one it is, and what was shredded."""

from django.db import models


class Mark(models.Model):
    """Pairs this database with the keystore its words are sealed with; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    keystore = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_keystore")
        ]

    def __str__(self) -> str:
        return str(self.keystore)


class Receipt(models.Model):
    """Says that the keys of a set, or of one author in it, were destroyed.

    Ids without foreign keys: a receipt outlives the rows it speaks of. Also what a
    keystore restored from a backup is shredded by once more.
    """

    set_id = models.UUIDField()
    author_id = models.CharField(max_length=64, blank=True)
    keys = models.JSONField(default=list)
    shredded_at = models.DateTimeField()
    unreadable_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["set_id", "author_id", "keys"], name="one_receipt"
            )
        ]

    def __str__(self) -> str:
        return f"Nobody can read it from {self.unreadable_from:%Y-%m-%d}"
