"""The first meeting as a script to read from, drawn from the format that runs it."""

from dataclasses import dataclass

from askwell.process.formats import format_named
from askwell.process.formats.shape import Role
from askwell.process.plan import plan

# The script is worked out for a set of the usual size; the room does so for its own.
PEOPLE, BOOKED = 6, 90


@dataclass(frozen=True)
class Line:
    """One part of the meeting, when it begins, and what to say aloud to begin it."""

    starts: int
    minutes: int
    title: str
    purpose: str
    say: str


def first_meeting() -> tuple[Line, ...]:
    """All of a first meeting in its order, in minutes from the opening."""
    script = format_named("classic_uk").script({"first_meeting": True})
    planned = plan(script, people=PEOPLE, booked=BOOKED, open_actions=0)
    return tuple(
        Line(
            starts=step.starts,
            minutes=step.minutes,
            title=script.phase(step.phase).title,
            purpose=script.phase(step.phase).purpose,
            say=script.phase(step.phase).prompt(Role.FACILITATOR),
        )
        for step in planned.steps
        if step.phase is not None
    )
