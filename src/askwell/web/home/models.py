"""What somebody was asked once, and let go."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


class LetGo(models.Model):
    """Somebody would not look back on a meeting they facilitated; not asked again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("meeting not looked back on")
        verbose_name_plural = _("meetings not looked back on")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="lets_a_meeting_go_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
