"""What is typed to begin again with one short meeting."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ShortMeetingForm(forms.Form):
    """The day and the hour; everything else is decided."""

    day = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        label=_("From when?"),
        help_text=_("In your own time zone; everyone sees it in theirs."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def __init__(self, data: Any = None, *, last: datetime, now: datetime) -> None:
        """In two weeks, at the hour of the day they last met."""
        day = timezone.localdate(now) + timedelta(weeks=2)
        hour = timezone.localtime(last).replace(minute=0)
        super().__init__(data, initial={"day": day, "time": hour.time()})
        self._now = now

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "day" in given and "time" in given:
            local = datetime.combine(given["day"], given["time"])
            given["starts_at"] = timezone.make_aware(local)
            if given["starts_at"] <= self._now:
                raise ValidationError(_("That is past. Choose a time to come."))
        return given
