"""Whether a set is ready to facilitate itself: ten parts, each met, not met, unknown.

No validated instrument was found for this. The ten parts and their numbers are
Askwell's own, to talk about rather than to obey: nothing is ever locked by them.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from askwell.insight.metrics.open_share import open_share
from askwell.insight.metrics.turn_equality import turn_equality
from askwell.insight.tally import NOTHING, Sum, part_of
from askwell.insight.told import Told
from askwell.process.choices import HeardAs
from askwell.process.formats.shape import Counting
from askwell.process.listening import in_whole_steps
from askwell.process.people import PersonId
from askwell.process.words import _

LATEST: Final = 3
"""So many closed meetings are looked at, and it takes so many."""
SLIPS: Final = 2
"""So many parts, in so many meetings in a row, and something has slipped."""


class Answer(StrEnum):
    """All that is said of a part."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What is known of the set beside the logs of its meetings.

    `learners` are the members who do not facilitate for good; `observed` those of
    them who have facilitated a slot while a facilitator or an observer was there and
    watched. What is None is not known. With too few members, `can_ask` is false.
    """

    learners: frozenset[PersonId] = frozenset()
    observed: frozenset[PersonId] = frozenset()
    has_observer: bool = False
    has_host: bool = False
    feels_safe: bool | None = None
    peers_bring_back: bool | None = None
    voted: bool | None = False
    can_ask: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the ten.

    `counts` reads it from one meeting, where it can be read there; it takes `fewest`
    of what is counted in the latest meetings together. `knows` answers it otherwise.
    """

    name: str
    title: str
    means: str
    found: str
    to_know: str
    helps: str
    counts: Callable[[Told], Sum | None] | None = None
    fewest: int = 1
    enough: float = 0.0
    """At least so much, or, of what should be little, less than that."""
    is_less_better: bool = False
    knows: Callable[[Now], bool | None] | None = None

    def holds(self, value: float) -> bool:
        return value < self.enough if self.is_less_better else value >= self.enough


@dataclass(frozen=True, slots=True)
class Found:
    """What is said of one part; `value` only where it was counted."""

    part: Part
    answer: Answer
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Index:
    """The ten parts as they stand."""

    found: tuple[Found, ...]
    meetings: int
    """How many of the latest meetings it is counted from."""
    beyond: tuple[Part, ...] = ()
    """What this set cannot come to know, however much it would like to."""

    @property
    def waits_for_meetings(self) -> bool:
        """What meetings tell is not known before there were so many."""
        return self.meetings < LATEST

    @property
    def met(self) -> int:
        return sum(each.answer is Answer.MET for each in self.found)

    @property
    def unknown(self) -> int:
        return sum(each.answer is Answer.UNKNOWN for each in self.found)

    def of(self, part: Part) -> Found:
        return next(each for each in self.found if each.part is part)

    @property
    def would_help(self) -> Found | None:
        """The first that is not met, else the first that is not known.

        Whether all want it is theirs to say, and once they do, who has had a go
        matters no more.
        """
        done = self.of(VOTED).answer is Answer.MET
        others = (VOTED, OBSERVED) if done else (VOTED,)
        for wanted in (Answer.NOT_MET, Answer.UNKNOWN):
            for each in self.found:
                beyond = wanted is Answer.UNKNOWN and each.part in self.beyond
                if each.answer is wanted and each.part not in others and not beyond:
                    return each
        return None


def index(meetings: Sequence[Told], now: Now) -> Index:
    """How far a set is; its closed meetings, the oldest first."""
    latest = _that_count(meetings)[-LATEST:]
    found = tuple(_of_part(each, latest, now) for each in PARTS)
    beyond = () if now.can_ask else (SAFE, BRING_BACK)
    return Index(found, len(latest), beyond)


def slipped(meetings: Sequence[Told]) -> tuple[Part, ...]:
    """The parts that failed in each of the last two meetings, if there are two such.

    Each meeting is counted by itself, so that one bad day is one bad day. A meeting
    of which a part is not known says nothing against it.
    """
    latest = _that_count(meetings)[-SLIPS:]
    if len(latest) < SLIPS:
        return ()
    found = [part for part in SLIPPERY if all(_fails(part, each) for each in latest)]
    return tuple(found) if len(found) >= SLIPS else ()


def _that_count(meetings: Sequence[Told]) -> list[Told]:
    """INV-27: where advice is invited, none of this says anything."""
    return [each for each in meetings if each.counting is Counting.ACTION_LEARNING]


def _of_part(part: Part, latest: Sequence[Told], now: Now) -> Found:
    if part.knows is not None:
        return Found(part, _answer(part.knows(now)))
    if len(latest) < LATEST:
        return Found(part, Answer.UNKNOWN)
    value = _value(part, latest, fewest=part.fewest)
    if value is None:
        return Found(part, Answer.UNKNOWN)
    return Found(part, _answer(part.holds(value)), value)


def _answer(holds: bool | None) -> Answer:
    if holds is None:
        return Answer.UNKNOWN
    return Answer.MET if holds else Answer.NOT_MET


def _value(part: Part, meetings: Sequence[Told], *, fewest: int) -> float | None:
    counted = [part.counts(each) for each in meetings] if part.counts else []
    total = sum((each for each in counted if each is not None), NOTHING)
    return total.mean if total.weight >= fewest else None


def _fails(part: Part, meeting: Told) -> bool:
    value = _value(part, [meeting], fewest=math.ceil(part.fewest / LATEST))
    return value is not None and not part.holds(value)


# What is counted in one meeting


def _advice(told: Told) -> Sum | None:
    """Of turns that the set let be heard, or counted by hand, what told."""
    heard = told.heard[: in_whole_steps(len(told.heard))] or told.tallied
    return part_of(sum(_tells(each) for each in heard), len(heard))


def _tells(heard: HeardAs) -> bool:
    return heard.steers


def _speaking(told: Told) -> Sum | None:
    """Of the turns in slots, those of whoever facilitated the slot."""
    slots = [each for each in told.worked if each.facilitator]
    own = sum(each.turns.get(each.facilitator or "", 0) for each in slots)
    return part_of(own, sum(sum(each.turns.values()) for each in slots))


def _reported(told: Told) -> Sum | None:
    """Of the actions whose owner came, those that were reported on."""
    waiting = [each for each in told.carried if each.person in told.came]
    return part_of(sum(each.reported is not None for each in waiting), len(waiting))


# What is known otherwise


def _everybody_has_run_one(now: Now) -> bool | None:
    if now.learners and now.learners <= now.observed:
        return True
    return False if now.has_observer and now.learners else None


ADVICE: Final = Part(
    name="advice",
    title=_("Hardly any advice"),
    means=_("Fewer than one turn in twenty tells somebody what to do."),
    found=_(
        "Turns that were heard or counted, with everybody’s yes, in your last three "
        "meetings. A question that could be heard as advice counts as advice."
    ),
    to_know=_(
        "Whoever facilitates counts turns in the room and shows you the count, or all "
        "of you let captions be read. Twenty turns are enough."
    ),
    helps=_("When you hear advice, ask: what question is behind that?"),
    counts=_advice,
    fewest=20,
    enough=0.05,
    is_less_better=True,
)
OPEN: Final = Part(
    name="open",
    title=_("Mostly open questions"),
    means=_("At least six in ten questions invite thinking."),
    found=_(
        "The kinds of the questions written or noted in your last three meetings; "
        "questions of fact are left out."
    ),
    to_know=_("Write your questions down, or let them be noted. Ten are enough."),
    helps=_("Begin questions with what, how or who, and stop after the first one."),
    counts=open_share,
    fewest=10,
    enough=0.6,
)
BRING_BACK: Final = Part(
    name="bring_back",
    title=_("You bring each other back"),
    means=_(
        "When the talk drifts, it is as often one of you as the facilitator who "
        "brings it back."
    ),
    found=_(
        "Your own answers, without names. The log of a meeting does not know who "
        "brought it back."
    ),
    to_know=_("Answer the two questions, all of you, four at least."),
    helps=_(
        "Agree that whoever notices says so: “Are we still with the question?” The "
        "facilitator waits a breath longer."
    ),
    knows=lambda now: now.peers_bring_back,
)
SPEAKING: Final = Part(
    name="speaking",
    title=_("Whoever facilitates says little"),
    means=_("Fewer than one turn in ten is theirs."),
    found=_(
        "Turns noted in the slots of your last three meetings. Only turns are known: "
        "how long anybody spoke is not."
    ),
    to_know=_("Give turns in the room, or write. Twenty turns are enough."),
    helps=_("Whoever facilitates counts to ten before saying anything."),
    counts=_speaking,
    fewest=20,
    enough=0.1,
    is_less_better=True,
)
EQUAL: Final = Part(
    name="equal",
    title=_("Turns are shared"),
    means=_("Everybody has about as many turns: 0.8 or more, where 1 is equal."),
    found=_(
        "Turns noted in the slots of your last three meetings, without whoever "
        "presented or facilitated. Silence can be a gift, too."
    ),
    to_know=_("Give turns in the room, or write. Two slots are enough."),
    helps=_("Ask first whoever has not asked yet: a question, or pass?"),
    counts=turn_equality,
    fewest=2,
    enough=0.8,
)
REPORTS: Final = Part(
    name="reports",
    title=_("Actions are reported on"),
    means=_("Of the actions whose owner came, at least eight in ten are told of."),
    found=_(
        "The report-backs of your last three meetings; done or not does not count."
    ),
    to_know=_("Somebody has to come with an action from an earlier meeting."),
    helps=_("Open with the report-backs, before anybody bids for time."),
    counts=_reported,
    enough=0.8,
)
OBSERVED: Final = Part(
    name="observed",
    title=_("Everybody has had a go"),
    means=_(
        "Each of you has facilitated a slot while a facilitator or an observer was "
        "there to see it."
    ),
    found=_("Who facilitated the slots of all your meetings, and who was there."),
    to_know=_(
        "It takes somebody who is there to see it: a facilitator, or an observer whom "
        "all of you let in."
    ),
    helps=_("Share the work for some meetings: a member leads, the facilitator helps."),
    knows=_everybody_has_run_one,
)
HOST: Final = Part(
    name="host",
    title=_("Somebody minds dates and rooms"),
    means=_("A member is the host. Most sets that stop, stop over dates."),
    found=_("Who is named as host."),
    to_know=_("It is always known."),
    helps=_("Choose a host. It can be any of you."),
    knows=lambda now: now.has_host,
)
SAFE: Final = Part(
    name="safe",
    title=_("It is safe to speak"),
    means=_("You can say here what is hard to say."),
    found=_(
        "Your own answers, without names: 5 or more of 7 on the whole, and nobody at 3 "
        "or below. Nobody ever sees more of it than met or not met."
    ),
    to_know=_("Answer the two questions, all of you, four at least."),
    helps=_(
        "Read your working agreement aloud, and ask what would make it easier to speak."
    ),
    knows=lambda now: now.feels_safe,
)
VOTED: Final = Part(
    name="voted",
    title=_("All of you want it"),
    means=_("Every one of you has said yes to taking turns."),
    found=_("The set’s own vote, in which nobody sees who says what."),
    to_know=_("It is known once everybody has answered."),
    helps=_("Ask the set. A no costs nothing, and a yes can be undone."),
    knows=lambda now: now.voted,
)

PARTS: Final[tuple[Part, ...]] = (
    HOST,
    OBSERVED,
    REPORTS,
    OPEN,
    ADVICE,
    EQUAL,
    SPEAKING,
    BRING_BACK,
    SAFE,
    VOTED,
)
SLIPPERY: Final[tuple[Part, ...]] = (REPORTS, OPEN, ADVICE, EQUAL)
"""Those that meetings alone tell of, whoever facilitates."""

_BY_NAME = {each.name: each for each in PARTS}


def part_named(name: str) -> Part:
    """Raises KeyError for a name that no part has."""
    return _BY_NAME[name]


# Two questions that members answer by themselves

ENOUGH_ANSWERS: Final = 4
"""With fewer, those who know their own answer could work out the others'."""
SAFE_MEAN, NOT_SAFE = 5.0, 3
SAFE_STEPS: Final = tuple(range(1, 8))


class BroughtBack(StrEnum):
    """Who brings the talk back when it drifts, as a member sees it."""

    ONE_OF_US = "us"
    BOTH = "both"
    FACILITATOR = "facilitator"
    NOBODY = "nobody"


def feels_safe(answers: Sequence[int]) -> bool | None:
    """From 1 to 7 each; None of fewer than four."""
    if len(answers) < ENOUGH_ANSWERS:
        return None
    return sum(answers) / len(answers) >= SAFE_MEAN and min(answers) > NOT_SAFE


def peers_bring_back(answers: Sequence[BroughtBack]) -> bool | None:
    """Whether at least half of those who saw a drift saw a member bring it back."""
    if len(answers) < ENOUGH_ANSWERS:
        return None
    by_peers = sum(
        each in (BroughtBack.ONE_OF_US, BroughtBack.BOTH) for each in answers
    )
    return 2 * by_peers >= len(answers)
