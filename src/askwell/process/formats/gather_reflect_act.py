"""Three broad movements in a slot: gather, reflect, act."""

from collections.abc import Mapping

from askwell.process.formats.phases import (
    ADVICE,
    ADVICE_AGAIN,
    BIDS,
    CHECK_IN,
    DISTRESS,
    DRIFT,
    LEARNING_ROUND,
    NO_ACTION,
    PROCESS_REVIEW,
    REPORT_BACKS,
    STACKED,
    TOO_FAST,
)
from askwell.process.formats.shape import (
    Capture,
    Counting,
    Floor,
    Format,
    Nudge,
    Phase,
    Role,
    Script,
)
from askwell.process.kinds import (
    ACTION,
    ANSWER,
    CLARIFYING_QUESTION,
    EXAMPLE,
    EXPERIENCE,
    LEARNING,
    OBSERVATION,
    OPEN_QUESTION,
    STORY,
)
from askwell.process.words import _

GATHER = Phase(
    name="gather",
    title=_("Gather"),
    purpose=_("The story, the facts, and what others have lived through."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=15,
    kinds={
        Role.PRESENTER: (STORY, ANSWER),
        Role.MEMBER: (CLARIFYING_QUESTION, EXPERIENCE, EXAMPLE),
    },
    prompts={
        Role.FACILITATOR: _(
            "First our presenter, uninterrupted: what is going on, and what should "
            "we work on? Then the rest of us: facts we need, and anything from your "
            "own experience, beginning with “I”."
        ),
        Role.PRESENTER: _("Tell what is going on, and what you want us to work on."),
        Role.MEMBER: _(
            "Listen first. Then ask for facts, or share something you lived "
            "through, without advice."
        ),
    },
    captures=(Capture.TOPIC, Capture.QUESTION, Capture.FACTS),
    nudges=(ADVICE, DISTRESS),
    not_now={
        "open_question": _("We are still gathering. Keep that question; it is next."),
    },
)

REFLECT = Phase(
    name="reflect",
    title=_("Reflect"),
    purpose=_("Nothing new is added; questions help the presenter to look again."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=20,
    kinds={Role.MEMBER: (OPEN_QUESTION, OBSERVATION), Role.PRESENTER: (ANSWER,)},
    prompts={
        Role.FACILITATOR: _(
            "We stop gathering here. A minute's quiet. Now: what question would "
            "help our presenter to look again?"
        ),
        Role.PRESENTER: _(
            "Think aloud. Star a question that shifts your thinking; pass any."
        ),
        Role.MEMBER: _("Add no facts. Ask one open question, or say what you heard."),
    },
    captures=(Capture.QUESTIONS, Capture.STARS),
    nudges=(
        Nudge(
            when=_("New facts or stories come up"),
            say=_("We have left gathering. Do we need to go back once, or go on?"),
        ),
        ADVICE,
        ADVICE_AGAIN,
        STACKED,
        TOO_FAST,
        DRIFT,
    ),
    not_now={
        "experience": _("Gathering is over; stay with what is on the table."),
        "example": _("Gathering is over; stay with what is on the table."),
        "clarifying_question": _("Gathering is over; what question opens things up?"),
    },
)

ACT = Phase(
    name="act",
    title=_("Act"),
    purpose=_("The presenter alone says what is clearer and what, if anything, to do."),
    floor=Floor.PRESENTER,
    minutes=10,
    kinds={Role.PRESENTER: (LEARNING, ACTION)},
    prompts={
        Role.FACILITATOR: _(
            "The floor is yours alone. What is clearer? What, if anything, will you "
            "do, by when, and how will you know?"
        ),
        Role.PRESENTER: _("Say what is clearer. Choose an action, or none."),
        Role.MEMBER: _("Listen. What happens next is the presenter's choice alone."),
    },
    captures=(Capture.LEARNINGS, Capture.ACTIONS),
    nudges=(NO_ACTION, ADVICE),
    required=True,
)


def build(options: Mapping[str, bool | str]) -> Script:
    return Script(
        format="gather_reflect_act",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=(CHECK_IN, REPORT_BACKS, BIDS),
        slot=(GATHER, REFLECT, ACT, PROCESS_REVIEW),
        closing=(LEARNING_ROUND,),
    )


GATHER_REFLECT_ACT = Format(
    name="gather_reflect_act",
    title=_("Gather, reflect, act"),
    sentence=_("Three broad movements, with two clear boundaries between them."),
    fits=_("Fits sets that find many phases fussy, and beginners in one room."),
    build=build,
    default_minutes=180,
    least_people=4,
    most_people=8,
    best_people=6,
    sources=(_("Askwell's own arrangement of common practice"),),
)
