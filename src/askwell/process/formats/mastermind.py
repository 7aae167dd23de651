"""A mastermind group: wins, a hot seat with ideas from all, and commitments."""

from collections.abc import Mapping

from askwell.process.formats.phases import DISTRESS, NO_ACTION, ONE_VOICE
from askwell.process.formats.shape import (
    NOT_ACTION_LEARNING,
    Capture,
    Choice,
    Counting,
    Floor,
    Format,
    Nudge,
    Option,
    Phase,
    Role,
    Script,
)
from askwell.process.kinds import (
    ACTION,
    ANSWER,
    APPRECIATION,
    BID,
    COMMITMENT,
    EXPERIENCE,
    FEEDBACK,
    IDEA,
    LEARNING,
    OPEN_QUESTION,
    STORY,
    UPDATE,
    WIN,
)
from askwell.process.words import _


def wins(minutes: int, *, with_review: bool) -> Phase:
    """The opening round; with the review it also hears report-backs and bids."""
    review = (UPDATE, BID) if with_review else ()
    heard = (Capture.REPORT_BACKS, Capture.BIDS, Capture.ORDER) if with_review else ()
    return Phase(
        name="wins",
        title=_("Wins and progress") if with_review else _("Check-in"),
        purpose=_("Everyone names something that went well since the last meeting."),
        floor=Floor.EVERYONE_IN_TURN,
        minutes=minutes,
        kinds={Role.MEMBER: (WIN, *review)},
        prompts={
            Role.FACILITATOR: _(
                "One after the other, briefly: what has gone well, and what has "
                "moved since we met?"
            ),
            Role.MEMBER: _("Share one win, in a minute."),
        },
        captures=(Capture.ATTENDANCE, Capture.WINS, *heard),
    )


REVIEW = Phase(
    name="commitment_review",
    title=_("Review of commitments"),
    purpose=_("Everyone says what became of what they meant to do."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=13,
    kinds={Role.MEMBER: (UPDATE, LEARNING, BID)},
    prompts={
        Role.FACILITATOR: _(
            "What did you mean to do, what happened, and what did it teach you? "
            "And who would like the hot seat today?"
        ),
        Role.MEMBER: _("Say what became of what you meant to do. Nobody is marked."),
    },
    captures=(Capture.REPORT_BACKS, Capture.BIDS, Capture.ORDER),
)


def hot_seat(minutes: int) -> Phase:
    return Phase(
        name="hot_seat",
        title=_("Hot seat"),
        purpose=_("One person's challenge; questions, experience and ideas from all."),
        floor=Floor.EVERYONE,
        minutes=minutes,
        kinds={
            Role.PRESENTER: (STORY, ANSWER),
            Role.MEMBER: (OPEN_QUESTION, EXPERIENCE, IDEA, FEEDBACK),
        },
        prompts={
            Role.FACILITATOR: _(
                "What is your challenge, and what would help most? Then everybody: "
                "questions first, ideas after."
            ),
            Role.PRESENTER: _("Say what your challenge is and what would help most."),
            Role.MEMBER: _("Ask before you suggest, and leave room for the others."),
        },
        captures=(Capture.TOPIC, Capture.QUESTION, Capture.IDEAS),
        nudges=(
            ONE_VOICE,
            Nudge(
                when=_("Nobody volunteers for the hot seat"),
                say=_("Then it goes to whoever has waited longest."),
            ),
            DISTRESS,
        ),
    )


NEXT_STEP = Phase(
    name="next_step",
    title=_("Next step"),
    purpose=_("The person in the hot seat says what they take from it."),
    floor=Floor.PRESENTER,
    minutes=5,
    kinds={Role.PRESENTER: (ACTION, LEARNING)},
    prompts={
        Role.FACILITATOR: _("What do you take from this, and what is your next step?"),
        Role.PRESENTER: _(
            "Say what you take from it, and a next step if you want one."
        ),
        Role.MEMBER: _("Listen. The next step is not yours to choose."),
    },
    captures=(Capture.TAKEAWAY, Capture.LEARNINGS, Capture.ACTIONS),
    nudges=(NO_ACTION,),
    required=True,
)

COMMITMENTS = Phase(
    name="commitments",
    title=_("Goals and commitments"),
    purpose=_("Everyone says what they mean to do before the next meeting."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=10,
    kinds={Role.MEMBER: (COMMITMENT,)},
    prompts={
        Role.FACILITATOR: _("One after the other: what will you do before we meet?"),
        Role.MEMBER: _("Say what you mean to do before the next meeting."),
    },
    captures=(Capture.COMMITMENTS,),
)

CLOSE = Phase(
    name="close",
    title=_("Close"),
    purpose=_("A word from everyone, and the next date."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=5,
    kinds={Role.MEMBER: (LEARNING, APPRECIATION)},
    prompts={
        Role.FACILITATOR: _("A word each to close. And when do we meet next?"),
        Role.MEMBER: _("Say a word to close."),
    },
    captures=(Capture.LEARNINGS, Capture.NEXT_MEETING),
)

LENGTH = Option(
    name="length",
    title=_("Length"),
    help=_("An hour, or an hour and a half with a review of commitments."),
    default="60",
    choices=(
        Choice(value="60", title=_("One hour"), help=_("Wins, hot seat, goals.")),
        Choice(
            value="90",
            title=_("An hour and a half"),
            help=_("Also a review of commitments, and a longer hot seat."),
        ),
    ),
)


def build(options: Mapping[str, bool | str]) -> Script:
    long = options["length"] == "90"
    return Script(
        format="mastermind",
        options=options,
        counting=Counting.PEER_ADVICE,
        badge=NOT_ACTION_LEARNING,
        opening=(
            (wins(7, with_review=False), REVIEW)
            if long
            else (wins(10, with_review=True),)
        ),
        slot=(hot_seat(50 if long else 35), NEXT_STEP),
        closing=(COMMITMENTS, CLOSE) if long else (COMMITMENTS,),
        most_slots=1,
    )


MASTERMIND = Format(
    name="mastermind",
    title=_("Mastermind"),
    sentence=_("One person in the hot seat gets questions, experience and ideas."),
    fits=_("Fits business owners who want ideas from equals and to be held to plans."),
    build=build,
    default_minutes=60,
    least_people=4,
    most_people=8,
    best_people=6,
    options=(LENGTH,),
    sources=(
        _("AchieveUp: running a mastermind group"),
        _("Mastermind Better: how to run a group"),
    ),
)
