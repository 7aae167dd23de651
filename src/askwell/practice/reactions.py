"""What moves a practice set, and by how much: the model's numbers in one place.

Nothing that the facilitator does moves `insight` or `ownership`: only what the
presenter then says. A word can do no more than change the set in which they say it.

What helps and what to say is DOMAIN.md section 5; how much is our own design, checked
only by whether good facilitation leads to better meetings in every case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.practice.mood import Shift


class Fit(StrEnum):
    """How a word of the facilitator meets what goes on."""

    RIGHT = "right"
    LATE = "late"
    EARLY = "early"
    """Nothing of the kind had happened."""
    TOO_OFTEN = "too_often"


UNCALLED: Final = Shift(focus=-0.015, energy=-0.015, safety=-0.01)
"""What a word does where nothing called for it, if not said otherwise."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a word does in time, late, and where nothing called for it."""

    right: Shift
    late: Shift
    early: Shift = UNCALLED


TURNED: Final = Shift(telling=-0.13, focus=0.05, safety=0.03)
NAMED: Final = Shift(safety=0.08, telling=-0.06, focus=0.05, theirs=0.1)

REACTIONS: Final[Mapping[Trigger, Reaction]] = {
    Trigger.ADVICE: Reaction(right=TURNED, late=TURNED.times(0.4)),
    Trigger.ADVICE_AGAIN: Reaction(
        right=Shift(telling=-0.22, focus=0.07, safety=0.03),
        late=Shift(telling=-0.08, focus=0.03),
        early=Shift(safety=-0.05, focus=-0.03, energy=-0.03),
    ),
    Trigger.STACKED: Reaction(
        right=Shift(focus=0.05, telling=-0.02),
        late=Shift(focus=0.02),
    ),
    Trigger.ANSWERS_FAST: Reaction(
        right=Shift(focus=0.09, safety=0.03),
        late=Shift(focus=0.04),
    ),
    Trigger.FOCUS_LEFT: Reaction(
        right=Shift(focus=0.14, telling=-0.04),
        late=Shift(focus=0.07),
    ),
    Trigger.ONE_VOICE: Reaction(
        right=Shift(safety=0.05, energy=0.04, telling=-0.04),
        late=Shift(safety=0.02, energy=0.02),
        early=Shift(safety=-0.03, focus=-0.02),
    ),
    Trigger.SILENT: Reaction(
        right=Shift(safety=0.05, energy=0.04, theirs=0.15),
        late=Shift(safety=0.02, energy=0.02, theirs=0.08),
        early=Shift(focus=-0.02, energy=-0.01, theirs=-0.03),
    ),
    Trigger.WHAT_SHOULD_I_DO: Reaction(
        right=Shift(telling=-0.1, focus=0.06, safety=0.03),
        late=Shift(telling=-0.04, focus=0.02),
        early=Shift(focus=-0.03, safety=-0.02),
    ),
    Trigger.PUZZLE: Reaction(
        right=Shift(focus=0.14, energy=0.04, telling=-0.05),
        late=Shift(focus=0.06),
        early=Shift(telling=0.06, focus=-0.04),
    ),
    Trigger.DISTRESS: Reaction(
        right=Shift(safety=0.15, focus=0.03, theirs=0.2),
        late=Shift(safety=0.05, theirs=0.08),
        early=Shift(safety=-0.04, energy=-0.02),
    ),
    Trigger.CONFLICT: Reaction(
        right=NAMED,
        late=NAMED.times(0.4),
        early=Shift(safety=-0.05, energy=-0.02),
    ),
    Trigger.NO_ACTION: Reaction(
        right=Shift(safety=0.04, energy=0.02),
        late=Shift(safety=0.02),
        early=Shift(focus=-0.02),
    ),
    Trigger.PROCESS_CHECK: Reaction(
        right=Shift(safety=0.04, energy=0.07, focus=0.04, telling=-0.05),
        late=Shift(energy=0.03, focus=0.02),
        early=Shift(focus=-0.05, energy=-0.02),
    ),
}
"""What the facilitator's words do, by what they answer."""

LEFT_ALONE: Final[Mapping[Trigger, Shift]] = {
    Trigger.ADVICE: Shift(telling=0.03, focus=-0.01),
    Trigger.ADVICE_AGAIN: Shift(telling=0.035, focus=-0.015, safety=-0.008),
    Trigger.STACKED: Shift(focus=-0.02),
    Trigger.ANSWERS_FAST: Shift(focus=-0.012),
    Trigger.FOCUS_LEFT: Shift(focus=-0.03, energy=-0.005),
    Trigger.ONE_VOICE: Shift(safety=-0.008, energy=-0.008),
    Trigger.SILENT: Shift(safety=-0.006, energy=-0.004),
    Trigger.WHAT_SHOULD_I_DO: Shift(focus=-0.01, telling=0.03),
    Trigger.PUZZLE: Shift(focus=-0.03, energy=-0.01),
    Trigger.DISTRESS: Shift(safety=-0.035, energy=-0.01),
    Trigger.CONFLICT: Shift(safety=-0.035, focus=-0.02),
    Trigger.NO_ACTION: Shift(safety=-0.01),
    Trigger.PROCESS_CHECK: Shift(energy=-0.006),
}
"""What each turn does for which something is left alone after it came up."""

IN_TIME: Final[Mapping[Trigger, int]] = {
    Trigger.ONE_VOICE: 6,
    Trigger.SILENT: 8,
    Trigger.ANSWERS_FAST: 4,
    Trigger.FOCUS_LEFT: 3,
    Trigger.PUZZLE: 4,
    Trigger.PROCESS_CHECK: 8,
    Trigger.NO_ACTION: 2,
}
"""Within how many turns it is still in time; two where nothing is said here."""
STAYS: Final[Mapping[Trigger, int]] = {
    Trigger.ONE_VOICE: 14,
    Trigger.SILENT: 30,
    Trigger.DISTRESS: 8,
    Trigger.CONFLICT: 8,
    Trigger.PUZZLE: 8,
    Trigger.PROCESS_CHECK: 20,
}
"""For how many turns it can still be met at all; six where nothing is said here."""

# What people's own turns do

A_TURN: Final = Shift(energy=-0.004)
"""What time itself does."""
GOOD_QUESTION: Final = Shift(focus=0.012, safety=0.004, telling=-0.006)
ADVICE_GIVEN: Final = Shift(telling=0.034, focus=-0.012)
ADVICE_REPLIED: Final = Shift(ownership=-0.025, safety=-0.006)
SEVERAL_ASKED: Final = Shift(focus=-0.02)
LECTURED: Final = Shift(focus=-0.05, energy=-0.03)
CLASHED: Final = Shift(safety=-0.06, focus=-0.03)
UPSET: Final = Shift(safety=-0.02, energy=-0.02)
PUZZLED_OVER: Final = Shift(focus=-0.04, telling=0.02)
FRANK: Final = Shift(insight=0.085, safety=0.008, ownership=0.03)
ANSWERED_THEMSELVES: Final = Shift(ownership=0.06, insight=0.02)
"""The presenter says what they know or want, where they had asked others for it."""
GUARDED: Final = Shift(insight=0.016)
FAST: Final = Shift(insight=0.006, focus=-0.01)
NOBODY_SPOKE: Final = Shift(energy=-0.015)

# What else the facilitator does

SILENCE_RIGHT: Final = Shift(focus=0.035, safety=0.014)
SILENCE_WRONG: Final = Shift(energy=-0.04, safety=-0.015)
AGREED_AT_THE_START: Final = Shift(safety=0.08, focus=0.03, telling=-0.06)
EXPLAINED: Final = Shift(safety=0.01, focus=0.02)
"""What a phase is for, said as it begins."""
SAID_AGAIN: Final = Shift(focus=-0.015, energy=-0.01)
SUPPORTED: Final = Shift(safety=0.012)
TOLD: Final = Shift(telling=0.045, focus=-0.02, safety=-0.01)
ASKED_THEMSELVES: Final = Shift(telling=0.03, focus=-0.01)
PUT_DOWN: Final = Shift(safety=-0.09, energy=-0.03, theirs=-0.2)
NOT_UNDERSTOOD: Final = Shift(focus=-0.01)
CROWDED: Final = Shift(focus=-0.06, energy=-0.05, safety=-0.03, telling=0.02)
"""On top of everything else, for whoever speaks up again and again."""
PUT_ON_THE_SPOT: Final = Shift(safety=-0.01, theirs=-0.06)
"""Named without the freedom to pass, while not feeling safe."""
GIVEN_THE_TURN: Final = Shift(safety=0.02, energy=0.02, theirs=0.05)
CUT_SHORT: Final = Shift(safety=-0.03, focus=-0.06)
"""The facilitator goes on while the phase has hardly begun."""
LEFT_UPSET: Final = Shift(safety=-0.12)
"""The facilitator goes on over somebody's distress, or over a quarrel."""

CROWD_WINDOW, CROWD_MOST = 8, 3
"""More words from the facilitator than this in so many turns crowd the set."""
AGAIN_WINDOW, AGAIN_MOST = 12, 3
"""The same words more often than this in so many turns wear out."""
SILENCES_MOST = 2
"""More silences than this in a window, outside the silent phase, weigh."""
