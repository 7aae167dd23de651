"""Three people, three short rounds: the client turns away and overhears ideas."""

from collections.abc import Mapping

from askwell.process.formats.phases import REPORT_BACKS_IF_ANY
from askwell.process.formats.shape import (
    NOT_ACTION_LEARNING,
    Capture,
    Counting,
    Floor,
    Format,
    Phase,
    Role,
    Script,
)
from askwell.process.kinds import (
    ANSWER,
    APPRECIATION,
    CLARIFYING_QUESTION,
    EXPERIENCE,
    IDEA,
    LEARNING,
    STORY,
)
from askwell.process.words import _

SETTLE = Phase(
    name="settle",
    title=_("Think"),
    purpose=_("A minute alone: what is my challenge, and what help do I want?"),
    floor=Floor.NOBODY,
    minutes=1,
    prompts={
        Role.MEMBER: _(
            "In a quiet minute: what is your challenge? What help do you want?"
        ),
    },
    captures=(Capture.ATTENDANCE, Capture.PRIVATE_NOTE),
    quiet=True,
)

STATE = Phase(
    name="state_challenge",
    title=_("The challenge"),
    purpose=_("The client says what the challenge is and what help is wanted."),
    floor=Floor.PRESENTER,
    minutes=2,
    kinds={Role.PRESENTER: (STORY,)},
    prompts={
        Role.PRESENTER: _("Say what your challenge is, and what help you want."),
        Role.MEMBER: _("Listen."),
    },
    captures=(Capture.TOPIC, Capture.QUESTION),
)

CLARIFY = Phase(
    name="clarify",
    title=_("Clarify"),
    purpose=_("The two consultants ask for what they still need to know."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=2,
    kinds={Role.MEMBER: (CLARIFYING_QUESTION,), Role.PRESENTER: (ANSWER,)},
    prompts={
        Role.PRESENTER: _("Answer briefly."),
        Role.MEMBER: _("Ask for what you still need to know."),
    },
    not_now={"idea": _("Ideas come in a moment, once the client has turned away.")},
)

CONSULT = Phase(
    name="consult",
    title=_("Turned away"),
    purpose=_("The client turns away and listens while the others think aloud."),
    floor=Floor.MEMBERS,
    minutes=4,
    kinds={Role.MEMBER: (IDEA, EXPERIENCE)},
    prompts={
        Role.PRESENTER: _("Turn away, or your camera off. Listen; write for yourself."),
        Role.MEMBER: _(
            "Think aloud with each other, as if the client were not here: ideas, "
            "and what you have lived through."
        ),
    },
    spoken_only=True,
)

TAKEAWAY = Phase(
    name="takeaway",
    title=_("What was valuable"),
    purpose=_("The client turns back and says what was most valuable."),
    floor=Floor.PRESENTER,
    minutes=1,
    kinds={Role.PRESENTER: (LEARNING,)},
    prompts={
        Role.PRESENTER: _("Turn back. What was most valuable to you?"),
        Role.MEMBER: _("Listen; nothing needs defending."),
    },
    captures=(Capture.TAKEAWAY,),
    required=True,
)

THANKS = Phase(
    name="thanks",
    title=_("Thanks"),
    purpose=_("A word of thanks to each other."),
    floor=Floor.EVERYONE,
    minutes=2,
    kinds={Role.MEMBER: (APPRECIATION, LEARNING)},
    prompts={Role.MEMBER: _("Thank the others for something particular.")},
    captures=(Capture.LEARNINGS,),
)


def build(options: Mapping[str, bool | str]) -> Script:
    return Script(
        format="troika",
        options=options,
        counting=Counting.PEER_CONSULTATION,
        badge=NOT_ACTION_LEARNING,
        opening=(REPORT_BACKS_IF_ANY, SETTLE),
        slot=(STATE, CLARIFY, CONSULT, TAKEAWAY),
        closing=(THANKS,),
        everyone_presents=True,
    )


TROIKA = Format(
    name="troika",
    title=_("Troika"),
    sentence=_("Three people take turns to be consulted by the other two."),
    fits=_("Fits half an hour, a big room divided into threes, and people in a hurry."),
    build=build,
    default_minutes=30,
    least_people=3,
    most_people=4,
    best_people=3,
    has_facilitator=False,
    sources=(
        _("Liberating Structures: Troika Consulting"),
        _("Penny Walker: why pairs do not work"),
    ),
)
