"""What every command carries."""

from dataclasses import dataclass

from askwell.process.people import PersonId


@dataclass(frozen=True, kw_only=True)
class Command:
    """`token` is made by the client; the same token twice is once."""

    by: PersonId
    token: str


@dataclass(frozen=True, kw_only=True)
class Spoken(Command):
    """Something noted for its `speaker`, who is `by` unless named."""

    speaker: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Step(Command):
    """A step of the facilitator; refused when the phase has moved meanwhile.

    `expected_phase` is `state.phase.number`, or 0 before the first phase.
    """

    expected_phase: int
