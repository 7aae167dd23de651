"""What somebody who learns to facilitate has chosen and done; none of their words."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.people.models import Person


class Learner(models.Model):
    """In which context somebody facilitates, by its name; empty until they choose."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    context = models.CharField(max_length=20, blank=True)
    began_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("learner")
        verbose_name_plural = _("learners")

    def __str__(self) -> str:
        return str(self.pk)


class LessonDone(models.Model):
    """A lesson worked through to its exercise; whoever did it can take that back."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    lesson = models.CharField(max_length=40)
    done_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("lesson done")
        verbose_name_plural = _("lessons done")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "lesson"], name="a_lesson_is_done_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Asked(models.Model):
    """Somebody worked on a question in the gym: when, and in which exercise."""

    class Exercise(models.TextChoices):
        WRITE = "write", _("write a question")
        TURN = "turn", _("turn advice into a question")
        CHOOSE = "choose", _("choose one of several questions")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    exercise = models.CharField(max_length=8, choices=Exercise)
    situation = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("question in the gym")
        verbose_name_plural = _("questions in the gym")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "exercise", "situation"],
                name="a_situation_counts_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
