"""A meeting in progress, and a short way to put commands to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from uuid import UUID

from askwell.process.commands import Arrive, Command, Open, WriteNote
from askwell.web.meetings import log, operations
from askwell.web.meetings.writer import Accepted, Outcome, Submission, Writer
from factories import NOON, a_person, a_set

NAMES = {"ana": "Ana Sousa", "ben": "Ben Whitlock", "chi": "Chiara Russo"}
_tokens = count(1)


def a_token() -> str:
    return f"token-{next(_tokens)}"


@dataclass
class Held:
    """A meeting that is held; people by their short names."""

    id: UUID
    learning_set: UUID
    people: dict[str, str]
    writer: Writer = field(default_factory=Writer)

    @property
    def head(self) -> int:
        return log.state(self.id).head

    def person(self, name: str) -> str:
        return self.people[name]

    def a_note(self, name: str, words: str, token: str = "") -> Command:
        return WriteNote(by=self.person(name), token=token or a_token(), words=words)

    def note(self, name: str, words: str) -> Outcome:
        return self.put(self.a_note(name, words))

    def put(self, *commands: Command) -> Outcome:
        """Put commands to the meeting, in one batch; the outcome of the last."""
        return put_all(self.writer, [(self.id, each) for each in commands])[-1]


def put_all(writer: Writer, commands: list[tuple[UUID, Command]]) -> list[Outcome]:
    """Put commands to any meetings in one batch, and hear all outcomes."""
    outcomes: list[Outcome] = []
    writer.write([Submission(where, each, outcomes.append) for where, each in commands])
    return outcomes


def a_meeting(*, at: datetime = NOON, here: Sequence[str] = tuple(NAMES)) -> Held:
    """Open, with three people in its set and Ana facilitating."""
    people = {short: a_person(name) for short, name in NAMES.items()}
    learning_set = a_set(*people.values(), facilitator=people["ana"], agreed=True)
    meeting = operations.schedule(learning_set, starts_at=at, booked_minutes=90)
    operations.convene(meeting)
    ids = {short: str(person.pk) for short, person in people.items()}
    held = Held(meeting.pk, learning_set.pk, ids)
    arrivals = [Arrive(by=ids[name], token=a_token()) for name in here]
    opened = held.put(*arrivals, Open(by=ids["ana"], token=a_token()))
    assert isinstance(opened, Accepted), opened
    return held
