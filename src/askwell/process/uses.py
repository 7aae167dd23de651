"""What a set may switch on for one meeting, and what can be counted with one tap."""

from dataclasses import dataclass

from askwell.process.choices import HeardAs
from askwell.process.formats.shape import Script
from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Something that is off until everybody present has said yes to it (INV-20).

    `asks` names whoever asks. `seen_by_elsewhere` takes the place of `seen_by` where
    the format is not action learning: there the coach is silent about advice.
    """

    name: str
    title: str
    asks: str
    reads: str
    seen_by: str
    seen_by_elsewhere: str
    keeps: str

    def seen(self, *, action_learning: bool) -> str:
        return self.seen_by if action_learning else self.seen_by_elsewhere


CAPTIONS = Use(
    name="captions",
    title=_("Live captions are read by the coach"),
    asks=_("%(name)s asks whether live captions may be read in this meeting."),
    reads=_(
        "Each line of captions that somebody here passes on, by a program on this "
        "server. It is read once and forgotten at once."
    ),
    seen_by=_(
        "You alone, when your last words could be heard as advice. The presenter is "
        "never coached."
    ),
    seen_by_elsewhere=_("Nobody: where advice is welcome, the coach is silent."),
    keeps=_("Who spoke and what kind of turn it was, sealed. Not one word."),
)
SHARES = Use(
    name="shares",
    title=_("Whoever facilitates sees what kinds of turns we take"),
    asks=_(
        "%(name)s asks whether whoever facilitates may see what kinds of turns we take."
    ),
    reads=_("What members write in the room, and captions where those are read."),
    seen_by=_(
        "Whoever facilitates: how many turns were questions, how many were open, how "
        "many could be heard as advice. Numbers for the whole set, never by person."
    ),
    seen_by_elsewhere=_(
        "Whoever facilitates: how many turns were questions, and how many were open. "
        "Numbers for the whole set, never by person."
    ),
    keeps=_(
        "How many turns asked and how many told in the whole meeting. The set sees it "
        "afterwards; outside the set it counts only among many sets."
    ),
)

USES: tuple[Use, ...] = (CAPTIONS, SHARES)

_BY_NAME = {use.name: use for use in USES}


def uses_in(script: Script, *, facilitated: bool) -> tuple[Use, ...]:
    """What can be of any use: numbers to whoever facilitates, hints where we ask."""
    wanted = {CAPTIONS: facilitated or script.action_learning, SHARES: facilitated}
    return tuple(use for use in USES if wanted[use])


def use_named(name: str) -> Use:
    """Raises KeyError for a name that no use has."""
    return _BY_NAME[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A kind of spoken turn that whoever facilitates can count."""

    heard_as: HeardAs
    title: str


COUNTS: tuple[Count, ...] = (
    Count(heard_as=HeardAs.OPEN_QUESTION, title=_("Open question")),
    Count(heard_as=HeardAs.CLOSED_QUESTION, title=_("Closed question")),
    Count(heard_as=HeardAs.LEADING_QUESTION, title=_("Advice as a question")),
    Count(heard_as=HeardAs.ADVICE, title=_("Advice")),
    Count(heard_as=HeardAs.REFLECTION, title=_("Reflection")),
    Count(heard_as=HeardAs.SHARING, title=_("Experience")),
)


def countable(*, action_learning: bool) -> tuple[Count, ...]:
    """Where advice is welcome, nobody counts it."""
    return tuple(each for each in COUNTS if action_learning or not each.heard_as.steers)
