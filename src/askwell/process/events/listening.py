"""What the set allowed for this meeting, and what was counted of what was said."""

from dataclasses import dataclass

from askwell.process.choices import HeardAs
from askwell.process.events.base import Event, SpokenEvent
from askwell.process.people import Words


@dataclass(frozen=True, kw_only=True)
class UseAsked(SpokenEvent):
    """Everybody here is asked; whoever asks has said yes."""

    use: str


@dataclass(frozen=True, kw_only=True)
class UseAllowed(SpokenEvent):
    use: str


@dataclass(frozen=True, kw_only=True)
class UseEnded(Event):
    """Somebody would rather not, or no longer; who it was is not kept."""

    use: str


@dataclass(frozen=True, kw_only=True)
class CaptionAddressMade(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class CaptionAddressClosed(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class TurnHeard(Event):
    """A turn in captions was read.

    How it was read is sealed like the words of whoever spoke. Where the speaker is
    not known, `person` is `ASKWELL` and it stands in `unnamed`: it is nobody's.
    """

    heard_as: Words = None
    unnamed: HeardAs | None = None
    phase: str
    slot: int


@dataclass(frozen=True, kw_only=True)
class CoachHushed(Event):
    pass


@dataclass(frozen=True, kw_only=True)
class TurnTallied(Event):
    heard_as: HeardAs
    phase: str
    slot: int


@dataclass(frozen=True, kw_only=True)
class TallyUndone(Event):
    tally: int


@dataclass(frozen=True, kw_only=True)
class TallyShown(Event):
    slot: int
    shows: bool = True
