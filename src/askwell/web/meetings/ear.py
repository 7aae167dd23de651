"""What a turn counts as: how the coach reads it, where the coach is sure."""

from askwell import coach
from askwell.process.choices import HeardAs
from askwell.web.meetings.hearing import Hearing


def heard_as(words: str, where: Hearing) -> HeardAs | None:
    """Nothing below the coach's confidence."""
    reading = coach.read(
        words, phase=where.phase, role=where.role, previous=where.previous
    )
    sure = reading.reason or reading.hint
    return HeardAs(reading.kind.value) if sure else None
