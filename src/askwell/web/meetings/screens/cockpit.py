"""What only those who facilitate see: one thing to say, what to watch, and a script."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from askwell.facilitation import guiding
from askwell.facilitation.interventions import Trigger, intervention
from askwell.facilitation.moments import BY_EAR, Moment, Unknown, next_moment
from askwell.facilitation.moments import unknown as unknown_in
from askwell.process import rounds
from askwell.process.choices import HeardAs
from askwell.process.formats.shape import Capture, Floor
from askwell.process.people import PersonId
from askwell.process.uses import SHARES
from askwell.web.meetings.screens import counts
from askwell.web.meetings.screens.sight import Sight

# Nobody is called upset by a program: somebody has asked for something.
CALLED: Final = marked("Somebody has asked for a pause, or for help.")
AT_ANY_TIME: Final = (Trigger.DISTRESS, Trigger.CONFLICT)
ELSEWHERE: Final = (Trigger.STACKED, Trigger.FOCUS_LEFT, *AT_ANY_TIME)
"""Where advice is welcome, this is left to watch for."""

NOT_KNOWN: Final[Mapping[Unknown, str]] = {
    Unknown.ADVICE: marked(
        "Nobody counts what is said aloud, so advice is not heard here. Press “I heard "
        "advice” whenever you hear some."
    ),
    Unknown.TURNS: marked(
        "Turns are known as far as they are written or noted. Press a name under "
        "“Somebody said one aloud” when somebody has asked."
    ),
    Unknown.PACE: marked("Only of written answers is it known how fast they come."),
    Unknown.FOCUS: marked(
        "Whether the talk stays with %(presenter)s, only your ears tell."
    ),
    Unknown.FEELING: marked(
        "Whether somebody is upset, or two are at odds, no program tries to know."
    ),
}


@dataclass(frozen=True, slots=True)
class MomentSeen:
    """What has happened, and the one thing to say."""

    trigger: str
    about: PersonId
    happened: str
    say: str


def due(see: Sight) -> Moment | None:
    """The one thing to say a word on now, for those who facilitate."""
    if not see.facilitates or not see.steers or not see.running:
        return None
    return next_moment(see.state, timezone.now(), read=_read(see))


def _read(see: Sight) -> list[HeardAs]:
    """What was written reads like this, where the set lets it be read (INV-20)."""
    if see.slot is None or not see.state.allows(SHARES.name):
        return []
    return counts.written(see, (see.slot,))


def moment(see: Sight) -> MomentSeen | None:
    found = due(see)
    if found is None:
        return None
    words = intervention(found.trigger)
    called = found.trigger is Trigger.DISTRESS
    return MomentSeen(
        trigger=found.trigger,
        about=found.about or "",
        happened=_filled(CALLED if called else words.happened, see, found.about),
        say=_filled(words.say, see, found.about),
    )


def _filled(words: str, see: Sight, about: PersonId | None = None) -> str:
    presenter = see.short(see.state.presenter) or _("the presenter")
    return _(words) % {"presenter": presenter, "name": see.short(about)}


@dataclass(frozen=True, slots=True)
class Watched:
    """Something to watch for, and what to say then; without a trigger, words alone."""

    when: str
    say: str
    trigger: str = ""


def watch(see: Sight) -> list[Watched]:
    """The format's own words for this phase first, then what may happen anywhere."""
    if see.phase is None:
        return []
    found = [
        Watched(_(each.when), _(each.say), each.trigger if see.facilitates else "")
        for each in see.phase.nudges
    ]
    if not see.facilitates or see.quiet:
        return found
    known = {each.trigger for each in see.phase.nudges}
    more = (each for each in _by_ear(see) if each not in known)
    return [*found, *(_watched(see, each) for each in more)]


def _by_ear(see: Sight) -> tuple[Trigger, ...]:
    if see.slot is None:
        return AT_ANY_TIME
    return BY_EAR if see.state.script.action_learning else ELSEWHERE


def _watched(see: Sight, trigger: Trigger) -> Watched:
    words = intervention(trigger)
    return Watched(_filled(words.happened, see), _filled(words.say, see), trigger)


@dataclass(frozen=True, slots=True)
class NotKnown:
    """What is not known here; `tally` where one press makes it known."""

    words: str
    tally: str = ""


def unknown(see: Sight) -> list[NotKnown]:
    if not see.facilitates:
        return []
    return [
        NotKnown(
            _filled(NOT_KNOWN[each], see),
            HeardAs.ADVICE if each is Unknown.ADVICE else "",
        )
        for each in unknown_in(see.state)
    ]


# Guided mode


@dataclass(frozen=True, slots=True)
class Guide:
    """The step a guided host is at: say this, then that happens, then press this."""

    say: str
    then: list[str]
    done: str
    settles_order: bool = False
    turn: "GuidedTurn | None" = None


@dataclass(frozen=True, slots=True)
class GuidedTurn:
    """Who can be given the turn with one press: next in the round, or by their hand."""

    person: PersonId
    name: str
    in_round: bool


def _next_turn(see: Sight) -> GuidedTurn | None:
    hands = see.state.queue
    if see.floor and see.floor.in_turn:
        person = rounds.after(see.state)
        return GuidedTurn(person, see.short(person), in_round=True) if person else None
    if not hands:
        return None
    return GuidedTurn(hands[0].person, see.short(hands[0].person), in_round=False)


def guide(see: Sight) -> Guide | None:
    if not see.guided or see.closed:
        return None
    if see.lobby:
        return _guide(see, guiding.LOBBY)
    if see.phase is None:
        return None
    if see.paused:
        return _guide(see, guiding.REST)
    if see.floor is Floor.ACTION_OWNERS and not rounds.order(see.state):
        return _guide(see, guiding.NOTHING_OPEN)
    unsettled = Capture.ORDER in see.phase.captures and see.state.order is None
    return _guide(
        see,
        guiding.guidance(see.phase),
        settles_order=unsettled and not see.state.script.everyone_presents,
    )


def _guide(
    see: Sight, words: guiding.Guidance, *, settles_order: bool = False
) -> Guide:
    in_turn = words.in_turn if rounds.whose(see.state) else ()
    return Guide(
        say=_filled(words.say, see),
        then=[_filled(each, see) for each in (*in_turn, *words.then)],
        done=_filled(words.done, see),
        settles_order=settles_order,
        turn=_next_turn(see) if see.now and not see.paused else None,
    )
