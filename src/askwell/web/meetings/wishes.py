"""What a set wanted to try next time: its newest wish opens the next meeting."""

from dataclasses import dataclass

from askwell.web.meetings import log
from askwell.web.meetings.models import Resolution, Words
from askwell.web.programmes.models import LearningSet

# The field of a review that says what to try next time.
WISH = "try_next"


@dataclass(frozen=True)
class Wish:
    """What somebody wanted to try next time."""

    words: str
    person: str


def newest_wish(learning_set: LearningSet) -> Wish | None:
    """The last review's or what was resolved since; it stands until there is another.

    None once its words have been destroyed.
    """
    said, resolved = _last_said(learning_set), _last_resolved(learning_set)
    closed_at = said.meeting.closed_at if said else None
    if resolved and (closed_at is None or resolved.made_at >= closed_at):
        return _wish(resolved.words, str(resolved.person_id))
    return _wish(log.opened(learning_set.pk, said), said.author_id) if said else None


def _last_said(learning_set: LearningSet) -> Words | None:
    said = Words.objects.filter(
        meeting__learning_set=learning_set,
        meeting__closed_at__isnull=False,
        field=WISH,
    )
    newest_first = said.order_by("-meeting__closed_at", "-number")
    return newest_first.select_related("meeting").first()


def _last_resolved(learning_set: LearningSet) -> Resolution | None:
    return learning_set.resolutions.order_by("-made_at").first()


def _wish(words: str | None, person: str) -> Wish | None:
    return Wish(words, person) if words else None
