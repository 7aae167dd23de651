"""What every command carries."""

from dataclasses import dataclass
from hashlib import blake2b

from askwell.process.people import PersonId

MARK_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class Command:
    """`token` is made by the client; the same token twice by one person is once."""

    by: PersonId
    token: str

    @property
    def mark(self) -> str:
        """What the log keeps of the token: a digest of it and its sender.

        So nobody's token stands in the way of another's, and an entry that does not
        say by whom it came about still does not.
        """
        return blake2b(
            f"{self.by}\n{self.token}".encode(), digest_size=MARK_BYTES
        ).hexdigest()


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
