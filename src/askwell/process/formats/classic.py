"""The classic set meeting: story, facts, open questions, and the presenter's choice."""

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
    Capture,
    Counting,
    Floor,
    Format,
    Option,
    Phase,
    Role,
    Script,
)
from askwell.process.words import _

INTRODUCTIONS = Phase(
    name="introductions",
    title=_("Introductions"),
    purpose=_("People who will work together for months say who they are."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes_each=2,
    prompts={
        Role.FACILITATOR: _(
            "Who are you, what fills your days, and what brought you to this set?"
        ),
        Role.MEMBER: _(
            "When your turn comes, say who you are and what brought you here. "
            "Nothing is written down."
        ),
    },
    captures=(Capture.ATTENDANCE,),
    spoken_only=True,
)

CONTRACT = Phase(
    name="contract",
    title=_("What we agree"),
    purpose=_("The set agrees how it will work, confidentiality first."),
    floor=Floor.EVERYONE,
    minutes=12,
    prompts={
        Role.FACILITATOR: _(
            "What do you hope for from this set, and what do you need from the "
            "rest of us so that you can speak freely? Let's read the draft together."
        ),
        Role.MEMBER: _(
            "Read the draft contract. Say what you need changed, then agree to it."
        ),
    },
    captures=(Capture.CONTRACT,),
    spoken_only=True,
)

OUTLINES = Phase(
    name="outlines",
    title=_("What each of us might bring"),
    purpose=_("Everyone sketches, in a minute or two, what they could bring."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes_each=2,
    prompts={
        Role.FACILITATOR: _(
            "In a minute or two: what is one thing at work that matters to you, "
            "has no single right answer, and is yours to change?"
        ),
        Role.MEMBER: _(
            "Sketch one thing that matters to you and is yours to change. "
            "You are not committed to it."
        ),
    },
    spoken_only=True,
)

OPTIONS = (
    Option(
        name="strict",
        title=_("Questions only"),
        help=_("Leaves the experience round out: members only ask and listen."),
        default=False,
    ),
    Option(
        name="first_meeting",
        title=_("This is the first meeting"),
        help=_(
            "Begins with introductions and what the set agrees, and gives one "
            "person a short slot for practice."
        ),
        default=False,
    ),
)

OPENING = (CHECK_IN, REPORT_BACKS, BIDS)
FIRST_OPENING = (INTRODUCTIONS, CONTRACT, OUTLINES, BIDS)
SLOT = (
    PRESENT,
    CLARIFY,
    EXPLORE,
    SILENCE,
    EXPERIENCE_ROUND,
    REFLECT_AND_ACT,
    PROCESS_REVIEW,
)
CLOSING = (LEARNING_ROUND,)

PRACTICE_MINUTES = {"present": 3, "clarify": 3, "explore": 10, "reflect_and_act": 3}


def slot(*, strict: bool, practice: bool = False) -> tuple[Phase, ...]:
    phases = tuple(p for p in SLOT if not (strict and p is EXPERIENCE_ROUND))
    if not practice:
        return phases
    return tuple(
        replace(p, minutes=PRACTICE_MINUTES.get(p.name, p.minutes)) for p in phases
    )


def build(options: Mapping[str, bool | str]) -> Script:
    first = bool(options["first_meeting"])
    return Script(
        format="classic_uk",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=FIRST_OPENING if first else OPENING,
        slot=slot(strict=bool(options["strict"]), practice=first),
        closing=CLOSING,
        most_slots=1 if first else None,
    )


CLASSIC = Format(
    name="classic_uk",
    title=_("Classic set meeting"),
    sentence=_(
        "One person at a time presents, the others ask open questions, and the "
        "presenter alone decides what to do."
    ),
    fits=_("Fits nearly every set, and is the best place to begin."),
    build=build,
    default_minutes=180,
    least_people=4,
    most_people=8,
    best_people=6,
    options=OPTIONS,
    sources=(
        _("Action Learning Associates: the order of steps"),
        _("Personal Coaching Information: the parts of a slot"),
        _("Walkgrove: action learning sets"),
    ),
)
