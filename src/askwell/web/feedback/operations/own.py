"""A facilitator's own review of a meeting, and their practice log."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.facilitation.duties import Went
from askwell.web.feedback.models import LogEntry, Review
from askwell.web.feedback.queries.slots import was_led_by
from askwell.web.feedback.refusals import Reason, need
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


@transaction.atomic
def keep_review(
    meeting: Meeting,
    *,
    by: Person,
    went: Mapping[str, Went],
    same: str = "",
    differently: str = "",
    at: datetime,
) -> Review:
    """Write it, or write it anew; `went` has a word for the name of a duty."""
    need(was_led_by(meeting, by), Reason.NOT_YOURS_TO_DO)
    said = {name: each.value for name, each in went.items()}
    kept = {"went": said, "same": same, "differently": differently}
    review = Review.objects.select_for_update().filter(meeting=meeting, person=by)
    found = review.first() or Review(meeting=meeting, person=by)
    found.words, found.kept_at = json.dumps(kept), at
    found.save()
    return found


def delete_review(meeting: Meeting, *, by: Person) -> None:
    Review.objects.filter(meeting=meeting, person=by).delete()


@transaction.atomic
def keep_line(
    *,
    by: Person,
    on: date,
    words: str,
    at: datetime,
    about: str = "",
    meeting_key: UUID | None = None,
    entry: LogEntry | None = None,
) -> LogEntry:
    """Add a line to one's own log, or change the one that is given.

    Sent twice it is kept once.
    """
    Person.objects.select_for_update().get(pk=by.pk)
    alike = LogEntry.objects.filter(
        person=by, on=on, about=about, meeting_key=meeting_key
    )
    if entry is None:
        entry = next((each for each in alike if each.words == words), None)
    entry = entry or LogEntry(person=by, kept_at=at)
    need(entry.person_id == by.pk, Reason.NOT_YOURS_TO_DO)
    entry.on, entry.about, entry.meeting_key = on, about, meeting_key
    entry.words, entry.number_of_words = words, len(words.split())
    entry.save()
    return entry


def delete_line(entry: LogEntry, *, by: Person) -> None:
    LogEntry.objects.filter(pk=entry.pk, person=by).delete()
