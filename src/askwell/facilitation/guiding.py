"""Guided mode: what to say now, what happens then, and when to go on, word by word.

In all of it `%(presenter)s` stands for whoever presents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from askwell.process.formats.shape import Capture, Floor, Phase, Role
from askwell.process.words import _


@dataclass(frozen=True, slots=True)
class Guidance:
    """One step for a host who has never done this: nothing else needs to be known.

    `in_turn` is how a round goes, for as long as somebody's turn is still to come.
    """

    say: str
    then: tuple[str, ...]
    done: str
    in_turn: tuple[str, ...] = ()


LOBBY: Final = Guidance(
    say=_(
        "Welcome. I lead us through this meeting, and I read out what stands on my "
        "screen. What is said here stays here."
    ),
    then=(
        _("Wait until everybody is here. They stand under “Who is here”."),
        _(
            "Whoever has no device of their own can be noted as here in the menu "
            "beside their name."
        ),
    ),
    done=_("When everybody is here, press this:"),
)
NOTHING_OPEN: Final = Guidance(
    say=_("Nobody has an action to report on, so we go straight on."),
    then=(_("Nobody has an action to report on."),),
    done=_("Press this:"),
)
REST: Final = Guidance(
    say=_("We rest for a moment. Nothing runs away."),
    then=(_("The clock stands still. Anybody may get up."),),
    done=_("When all of you are back, press this:"),
)

THEN: Final[Mapping[Floor, str]] = {
    Floor.EVERYONE: _("Whoever wants to speaks. If nobody does, wait: silence works."),
    Floor.EVERYONE_IN_TURN: _(
        "One after the other, everybody speaks, you too if you are a member. Nobody "
        "comments, and anybody may pass."
    ),
    Floor.PRESENTER_FIRST: _(
        "%(presenter)s speaks first, then one after the other the rest of you."
    ),
    Floor.PRESENTER_LAST: _(
        "One after the other, everybody speaks. %(presenter)s speaks last."
    ),
    Floor.PRESENTER: _("%(presenter)s speaks. Nobody interrupts, you neither."),
    Floor.PRESENTER_AND_FACILITATOR: _(
        "%(presenter)s and you settle it between you. The others listen."
    ),
    Floor.MEMBERS_AND_PRESENTER: _(
        "The others ask, one question at a time. %(presenter)s answers, or passes. "
        "You ask nothing about the matter yourself."
    ),
    Floor.MEMBERS_IN_TURN: _(
        "One after the other, the others speak or pass. %(presenter)s only listens."
    ),
    Floor.MEMBERS_ONCE_EACH: _(
        "The others speak once each, or pass. %(presenter)s only listens and owes "
        "nobody a reply."
    ),
    Floor.MEMBERS: _("The others talk among themselves. %(presenter)s only listens."),
    Floor.BIDDERS: _(
        "Whoever would like time says so in a sentence. Nobody has to, and nothing is "
        "discussed yet."
    ),
    Floor.ACTION_OWNERS: _(
        "One after the other, whoever chose an action says what became of it. Nobody "
        "is told what they should have done."
    ),
    Floor.NOBODY: _("Nobody speaks, you neither. Look at the clock, not at faces."),
}
DONE: Final[Mapping[Floor, str]] = {
    Floor.PRESENTER: _(
        "When %(presenter)s has ended, wait for a breath, then press this:"
    ),
    Floor.PRESENTER_AND_FACILITATOR: _("When it is settled, press this:"),
    Floor.BIDDERS: _("When it is settled who presents, press this:"),
    Floor.NOBODY: _("When the time is over, press this:"),
}
ROUND: Final = _("Press “On to …” each time, so that all see whose turn it is.")
HANDS: Final = _("When a hand goes up, its name appears here. Give them the turn.")
BY_HAND: Final = frozenset({Floor.EVERYONE, Floor.MEMBERS_AND_PRESENTER, Floor.MEMBERS})
ROUND_DONE: Final = _("When everybody has had their turn, press this:")
TALK_DONE: Final = _(
    "When the time is nearly up, or nothing new comes, press this. The clock only "
    "reminds you; it cuts nobody off."
)

ALSO: Final[Mapping[Capture, str]] = {
    Capture.ORDER: _(
        "Under “Who wants time” stands who could present. Say it aloud, and ask "
        "whether all are content."
    ),
    Capture.CONTRACT: _("Each of you agrees by pressing “I agree” on your own page."),
    Capture.FACILITATOR: _(
        "Ask who facilitates which slot. You hand the role on at the end of a slot. "
        "Who observes, you choose in the list of people."
    ),
    Capture.STARS: _("%(presenter)s may star a question that helps. Leave it to them."),
    Capture.METHOD: _("%(presenter)s chooses a way of working on their own page."),
    Capture.PROBLEM_STATEMENTS: _(
        "First everybody writes one sentence for themselves; a line at the top says "
        "how many have. Then uncover them there and have them read out."
    ),
    Capture.AGREEMENT: _("Ask: do we agree on the problem? Note the answer there too."),
    Capture.ACTIONS: _("An action is theirs to choose. None is a fine answer."),
    Capture.IMPROVEMENT: _("This is about how you worked, not about the topic."),
    Capture.NEXT_MEETING: _(
        "Before you end, settle when you meet next; any member can note it."
    ),
}
"""What else there is to do in a phase, by what it leaves behind."""


def guidance(phase: Phase) -> Guidance:
    """For any phase of any format."""
    also = (ALSO[each] for each in phase.captures if each in ALSO)
    floor = phase.floor
    usual = ROUND_DONE if floor.in_turn else TALK_DONE
    by_hand = (HANDS,) if floor in BY_HAND else ()
    return Guidance(
        say=phase.prompt(Role.FACILITATOR),
        then=(*also,) if floor.in_turn else (THEN[floor], *by_hand, *also),
        done=DONE.get(floor, usual),
        in_turn=(THEN[floor], ROUND) if floor.in_turn else (),
    )
