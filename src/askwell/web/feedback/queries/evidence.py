"""What somebody can show: that they were observed, observed others, and wrote of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from askwell.facilitation.evidence import Evidence, Item
from askwell.facilitation.pathways import meets_must_haves
from askwell.web.feedback.models import LogEntry, Observation
from askwell.web.feedback.reading import ratings_in
from askwell.web.people.models import Person


def evidence(person: Person) -> Iterator[Item]:
    """Three queries."""
    yield from _observed(person)
    yield from _observed_others(person)
    yield from _log(person)


def _observed(person: Person) -> Iterator[Item]:
    """Slots that others signed and the person has read, but not those left out.

    What is unread can still be corrected, so it counts for nothing yet.
    """
    rows = Observation.objects.filter(
        person=person, signed_at__isnull=False, seen_at__isnull=False, left_out=False
    )
    for row in rows.defer("answer").order_by("signed_at"):
        yield Item(
            kind=Evidence.OBSERVED_SLOT,
            at=row.signed_at or row.begun_at,
            about=place(row),
            meets=meets(row),
        )


def place(observation: Observation) -> str:
    """Which slot of which meeting of which set."""
    return f"{observation.set_key}/{observation.meeting_key}/{observation.slot}"


def meets(observation: Observation) -> bool:
    """Whether every must-have was seen, and at 3 of 4 at least."""
    ratings = ratings_in(observation.ratings)
    return meets_must_haves({name: each.rating or 0 for name, each in ratings.items()})


def _observed_others(person: Person) -> Iterator[Item]:
    """Signed for good by them, whatever its owner does with it since."""
    rows = Observation.objects.filter(
        observer=person, signed_at__isnull=False, seen_at__isnull=False
    )
    for row in rows.defer("ratings", "answer").order_by("signed_at"):
        at = row.signed_at or row.begun_at
        yield Item(kind=Evidence.OBSERVED_OTHERS, at=at, about=place(row))


def _log(person: Person) -> Iterator[Item]:
    """Each line counts once, and its words by number."""
    for row in LogEntry.objects.filter(person=person).defer("words").order_by("on"):
        at, about = datetime.combine(row.on, time.min, tzinfo=UTC), str(row.pk)
        yield Item(kind=Evidence.LOG_ENTRY, at=at, about=about)
        words = float(row.number_of_words)
        yield Item(kind=Evidence.LOG_WORDS, at=at, amount=words, about=about)
