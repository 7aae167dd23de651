"""What is typed to begin again with one short meeting."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.web.ui.days import within_reach

# Early enough to be worth it, late enough for people to come.
SOON = timedelta(days=10)
TUESDAY = 1


class ShortMeetingForm(forms.Form):
    """The day and the hour; everything else is decided."""

    day = forms.DateField(
        label=_("On which day?"),
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        label=_("From when?"),
        help_text=_("In your own time zone; everyone sees it in theirs."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def __init__(
        self, data: Any = None, *, like: datetime | None, now: datetime
    ) -> None:
        """In two weeks or so, on the weekday and at the hour they met before."""
        self._now = now
        soon = timezone.localdate(now) + SOON
        before = timezone.localtime(like) if like else None
        weekday = before.weekday() if before else TUESDAY
        initial = {
            "day": soon + timedelta(days=(weekday - soon.weekday()) % 7),
            "time": before.time() if before else time(10),
        }
        super().__init__(data, initial=initial)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "day" in given and "time" in given:
            local = datetime.combine(given["day"], given["time"])
            given["starts_at"] = timezone.make_aware(local)
            if given["starts_at"] <= self._now:
                raise ValidationError(_("That is past. Choose a time to come."))
        return given
