"""An author says how they mean what the coach hears otherwise."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from askwell.coach import TurnKind
from askwell.web.coaching import queries
from askwell.web.coaching.models import Correction, Gift
from askwell.web.coaching.refusals import NotNowError, Reason, need
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.operations.holding import hold_even_ended


@transaction.atomic
def correct(
    meeting: Meeting, contribution: int, *, by: Person, meant: TurnKind, at: datetime
) -> Correction | None:
    """Keep how it was meant; to mean what the coach hears takes a correction back.

    A yes to a donation was for what its author saw then: they are asked anew.
    """
    learning_set = hold_even_ended(meeting.learning_set)
    need(learning_set.forgotten_at is None, Reason.FORGOTTEN)
    turn = queries.correctable(by, meeting, contribution)
    if turn is None or turn.reading is None:
        raise NotNowError(Reason.NOT_YOURS_TO_DO)
    kept = Correction.objects.filter(meeting=meeting, contribution=contribution).first()
    if meant is turn.reading.kind:
        if kept:
            kept.delete()
        return None
    Gift.objects.filter(
        donation__learning_set=learning_set, donation__made_at=None, person=by
    ).delete()
    kept = kept or Correction(meeting=meeting, contribution=contribution, author=by)
    kept.learning_set = learning_set
    kept.read, kept.meant = turn.reading.kind.value, meant.value
    kept.corrected_at = at
    kept.save()
    return kept


def correct_in_room(
    meeting: UUID, contribution: int, *, by: str, meant: TurnKind
) -> None:
    """What a person said of held words as they sent them.

    The words are in the log already: where they can no longer be read, nothing is kept.
    """
    held = Meeting.objects.select_related("learning_set").get(pk=meeting)
    author = Person.objects.get(pk=by)
    with suppress(NotNowError):
        correct(held, contribution, by=author, meant=meant, at=timezone.now())
