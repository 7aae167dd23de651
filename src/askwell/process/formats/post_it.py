"""Questions on notes: written in quiet, read out, and sorted by the presenter."""

from collections.abc import Mapping
from dataclasses import replace

from askwell.process.formats.phases import (
    BIDS,
    CHECK_IN,
    CLARIFY,
    EXPLORE,
    LEARNING_ROUND,
    PRESENT,
    PROCESS_REVIEW,
    REFLECT_AND_ACT,
    REPORT_BACKS,
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
from askwell.process.kinds import ACTION, ANSWER, OPEN_QUESTION
from askwell.process.words import _

TELL = replace(PRESENT, minutes=3)
FACTS = replace(
    CLARIFY,
    title=_("Facts"),
    prompts={
        **CLARIFY.prompts,
        Role.FACILITATOR: _("Facts only; yes and no will do. What do you need?"),
    },
)

WRITE = Phase(
    name="write_questions",
    title=_("Questions on notes"),
    purpose=_("Each member writes one question a note, reads it out, hands it over."),
    floor=Floor.MEMBERS_IN_TURN,
    minutes=10,
    kinds={Role.MEMBER: (OPEN_QUESTION,)},
    prompts={
        Role.FACILITATOR: _(
            "Write one question on a note. Then one after the other: read it, hand "
            "it over, write the next. No answers yet."
        ),
        Role.PRESENTER: _("Take each note and listen. You need not answer any."),
        Role.MEMBER: _("Write one open question; read it out when your turn comes."),
    },
    captures=(Capture.QUESTIONS,),
    nudges=(
        Nudge(
            when=_("A note holds a solution in disguise"),
            say=_("There is an idea hiding in that. What would you ask without it?"),
        ),
        Nudge(
            when=_("Somebody has nothing to write"),
            say=_("Pass this time; the next round comes soon."),
        ),
    ),
    written=True,
    not_now={"answer": _("Answers wait until the notes are sorted.")},
)

SORT = Phase(
    name="sort_and_answer",
    title=_("Sort and answer"),
    purpose=_("The presenter groups the notes and answers, parks or discards them."),
    floor=Floor.PRESENTER,
    minutes=12,
    kinds={Role.PRESENTER: (ANSWER,)},
    prompts={
        Role.FACILITATOR: _(
            "Which of these belong together? Answer those you like, in any order; "
            "park or discard the others without a reason."
        ),
        Role.PRESENTER: _(
            "Keep, park or discard each note. Answer the ones that draw you."
        ),
        Role.MEMBER: _("Listen to what is chosen and to what is left."),
    },
    captures=(Capture.SORTED_QUESTIONS, Capture.STARS),
    sorted_by_presenter=True,
)

PROBE = replace(
    EXPLORE,
    name="probe",
    title=_("Follow-up"),
    purpose=_("A few questions that go deeper where the presenter lingered."),
    minutes=5,
    kinds={Role.MEMBER: (OPEN_QUESTION,), Role.PRESENTER: (ANSWER,)},
    prompts={
        **EXPLORE.prompts,
        Role.FACILITATOR: _("Where did our presenter linger? Ask there, and briefly."),
    },
)

ACT = replace(
    REFLECT_AND_ACT,
    title=_("Up to three actions"),
    kinds={Role.PRESENTER: (ACTION,)},
    prompts={
        **REFLECT_AND_ACT.prompts,
        Role.FACILITATOR: _(
            "What stands out among your notes? Three actions at most; fewer, or "
            "none, is fine."
        ),
        Role.PRESENTER: _("Look over your notes. Choose up to three actions, or none."),
    },
    captures=(Capture.ACTIONS,),
)


def build(options: Mapping[str, bool | str]) -> Script:
    return Script(
        format="post_it",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=(CHECK_IN, REPORT_BACKS, BIDS),
        slot=(TELL, FACTS, WRITE, SORT, PROBE, ACT, PROCESS_REVIEW),
        closing=(LEARNING_ROUND,),
    )


POST_IT = Format(
    name="post_it",
    title=_("Questions on notes"),
    sentence=_("Members write their questions; the presenter sorts and answers them."),
    fits=_("Fits quiet people, mixed languages, and sets where few voices lead."),
    build=build,
    default_minutes=180,
    least_people=4,
    most_people=8,
    best_people=6,
    sources=(
        _("South East Action Learning: the post-it method"),
        _("North West cross-institutional action learning"),
    ),
)
