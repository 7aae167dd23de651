"""One presenter in an hour, for a set that meets on screens."""

from collections.abc import Mapping
from dataclasses import replace

from askwell.process.formats.phases import (
    BIDS,
    CHECK_IN,
    CLARIFY,
    EXPERIENCE_ROUND,
    EXPLORE,
    LEARNING_ROUND,
    PRESENT,
    PROCESS_REVIEW,
    REFLECT_AND_ACT,
    REPORT_BACKS,
    SILENCE,
)
from askwell.process.formats.shape import (
    Counting,
    Format,
    Nudge,
    Option,
    Phase,
    Role,
    Script,
)
from askwell.process.words import _

DROPPED = Nudge(
    when=_("The presenter's line drops"),
    say=_("We hold for three minutes. If the line stays gone, we swap slots."),
)
AUDIO_ONLY = Nudge(
    when=_("Somebody is here by voice only"),
    say=_("Please say your name before you speak."),
)

ARRIVE = replace(
    CHECK_IN,
    minutes=4,
    prompts={
        Role.FACILITATOR: _(
            "Welcome. Is everyone somewhere private? What is said here stays here. "
            "In a sentence each, in the order on the screen: how are you arriving?"
        ),
        Role.MEMBER: _(
            "Close the other windows. When your name comes up, say in a sentence "
            "how you are arriving."
        ),
    },
    nudges=(AUDIO_ONLY,),
)
REPORT = replace(REPORT_BACKS, minutes=10, minutes_each=0)
BID_BRIEFLY = replace(BIDS, minutes=3)
PRESENT_ON_SCREEN = replace(PRESENT, nudges=(*PRESENT.nudges, DROPPED))
EXPLORE_ON_SCREEN = replace(
    EXPLORE,
    prompts={
        **EXPLORE.prompts,
        Role.FACILITATOR: _(
            "Raise a hand and wait for your name. What question would help our "
            "presenter to think afresh? Leave a breath more than feels natural."
        ),
    },
    nudges=(*EXPLORE.nudges, DROPPED, AUDIO_ONLY),
)
ACT = replace(REFLECT_AND_ACT, minutes=4)
CLOSE = replace(
    LEARNING_ROUND,
    title=_("Close"),
    minutes=3,
    prompts={
        Role.FACILITATOR: _(
            "In the order on the screen: one thing you take away, in a few words. "
            "Then the next date."
        ),
        Role.MEMBER: _("Say one thing you take away, in a few words."),
    },
)

EXPERIENCE_OPTION = Option(
    name="experience_round",
    title=_("With an experience round"),
    help=_("Adds four minutes in which each member may share one experience."),
    default=False,
)


def build(options: Mapping[str, bool | str]) -> Script:
    experience: tuple[Phase, ...] = ()
    if options["experience_round"]:
        experience = (EXPERIENCE_ROUND,)
    return Script(
        format="virtual_60",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=(ARRIVE, REPORT, BID_BRIEFLY),
        slot=(
            PRESENT_ON_SCREEN,
            CLARIFY,
            EXPLORE_ON_SCREEN,
            SILENCE,
            *experience,
            ACT,
            PROCESS_REVIEW,
        ),
        closing=(CLOSE,),
        most_slots=1,
    )


VIRTUAL = Format(
    name="virtual_60",
    title=_("One hour online"),
    sentence=_("A whole meeting with one presenter in sixty minutes on screens."),
    fits=_("Fits busy sets of up to six that meet by video between longer meetings."),
    build=build,
    default_minutes=60,
    least_people=4,
    most_people=6,
    best_people=5,
    options=(EXPERIENCE_OPTION,),
    sources=(
        _("John Bayley: a thirty-minute exercise"),
        _("Alex Clapson: a brief guide, with a silent minute"),
    ),
)
