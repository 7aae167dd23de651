"""Coached meeting in the WIAL manner: statements only in answer to questions."""

from collections.abc import Mapping
from dataclasses import replace

from askwell.process.formats.phases import (
    ADVICE,
    BIDS,
    DISTRESS,
    DRIFT,
    ONE_VOICE,
    REPORT_BACKS_IF_ANY,
    STACKED,
)
from askwell.process.formats.shape import (
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
    CLARIFYING_QUESTION,
    FEEDBACK,
    LEARNING,
    OPEN_QUESTION,
    PROBLEM_STATEMENT,
    SKILL,
    STORY,
)
from askwell.process.words import _

ASKING = (OPEN_QUESTION, CLARIFYING_QUESTION, ANSWER)
EVERYONE_ASKS = {Role.MEMBER: ASKING, Role.PRESENTER: (ANSWER, *ASKING[:2])}

STATEMENT = Nudge(
    when=_("A statement comes without a question"),
    say=_("Which question are you answering?"),
)
TAKE_STOCK = Nudge(
    when=_("About ten minutes have gone, or it gets heated"),
    say=_(
        "Let's stop for a moment. From one to ten, how are we doing as a set? "
        "What are we doing well? What could be better?"
    ),
)
QUALITY = Nudge(
    when=_("The set goes quiet or goes round in circles"),
    say=_("How good are our questions just now? Who can build on the last one?"),
)
COACHING = (STATEMENT, TAKE_STOCK, QUALITY, STACKED, DRIFT, ONE_VOICE, ADVICE, DISTRESS)
NO_STATEMENTS = {
    "experience": _("Here we speak in questions and answers. What could you ask?"),
    "example": _("Here we speak in questions and answers. What could you ask?"),
    "observation": _("Turn what you noticed into a question."),
    "idea": _("An idea may come as the answer to a question put to you."),
}

OPENING = Phase(
    name="ground_rules",
    title=_("Opening"),
    purpose=_("The two ground rules, and the skill that each will practise."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=7,
    kinds={Role.MEMBER: (SKILL,)},
    prompts={
        Role.FACILITATOR: _(
            "Two ground rules. One: we make statements only in answer to a "
            "question, and anyone may ask anyone. Two: when I see a chance to "
            "learn I may step in, and we all stop. Which leadership skill will "
            "you practise today?"
        ),
        Role.MEMBER: _("Choose one leadership skill to practise, and name it."),
    },
    captures=(Capture.ATTENDANCE, Capture.SKILLS),
)

CHOOSE = replace(BIDS, minutes=0)

STATE = Phase(
    name="state_problem",
    title=_("The problem, briefly"),
    purpose=_("The presenter says in two or three minutes what the problem is."),
    floor=Floor.PRESENTER,
    minutes=3,
    kinds={Role.PRESENTER: (STORY,)},
    prompts={
        Role.FACILITATOR: _(
            "In two or three minutes, no more: what is the problem as you see it?"
        ),
        Role.PRESENTER: _("Say briefly what the problem is. The rest will be asked."),
        Role.MEMBER: _("Listen. What do you not yet understand?"),
    },
    captures=(Capture.TOPIC, Capture.QUESTION),
)

PROBLEM = Phase(
    name="question_problem",
    title=_("Questions on the problem"),
    purpose=_("The set finds out what the problem really is before solving it."),
    floor=Floor.EVERYONE,
    minutes=20,
    kinds=EVERYONE_ASKS,
    prompts={
        Role.FACILITATOR: _(
            "Who would like to begin with a question? Stay with the problem; "
            "solutions come later."
        ),
        Role.PRESENTER: _("Answer briefly. You may ask the others questions too."),
        Role.MEMBER: _(
            "Ask about the problem, or answer what you are asked. No statements "
            "unless there is a question."
        ),
    },
    captures=(Capture.QUESTIONS, Capture.STARS),
    nudges=COACHING,
    not_now=NO_STATEMENTS,
)

CHECK = Phase(
    name="problem_check",
    title=_("Problem check"),
    purpose=_("Everyone writes the problem in one sentence; then all are read aloud."),
    floor=Floor.PRESENTER_LAST,
    minutes=10,
    kinds={
        Role.MEMBER: (PROBLEM_STATEMENT,),
        Role.PRESENTER: (PROBLEM_STATEMENT,),
    },
    prompts={
        Role.FACILITATOR: _(
            "Please write the problem down in one sentence. Now let's read them "
            "out, our presenter last. Do we agree on what the problem is?"
        ),
        Role.PRESENTER: _(
            "Write the problem as you now see it. Yours is read last. Which words "
            "of the others ring true?"
        ),
        Role.MEMBER: _(
            "Write the problem in one sentence. Nobody sees it until all have written."
        ),
    },
    captures=(Capture.PROBLEM_STATEMENTS, Capture.AGREEMENT),
    nudges=(
        Nudge(
            when=_("There is no agreement yet"),
            say=_("Then we need more questions. We come back to this in ten minutes."),
        ),
        Nudge(
            when=_("A sentence is really a solution"),
            say=_("What is the problem that this would solve?"),
        ),
    ),
    hidden_until_read=True,
)

SOLVE = Phase(
    name="question_solution",
    title=_("Goal, causes, strategies"),
    purpose=_(
        "Questions about what is wanted, what causes what, and what is possible."
    ),
    floor=Floor.EVERYONE,
    minutes=30,
    kinds=EVERYONE_ASKS,
    prompts={
        Role.FACILITATOR: _(
            "What would a good outcome look like? What stands in its way? What "
            "becomes possible? Still in questions."
        ),
        Role.PRESENTER: _("Answer, ask back, and notice which options draw you."),
        Role.MEMBER: _(
            "Ask about goals, causes and ways forward. Share an idea only when "
            "somebody asks you for one."
        ),
    },
    captures=(Capture.OPTIONS, Capture.QUESTIONS, Capture.STARS),
    nudges=COACHING,
    not_now=NO_STATEMENTS,
)

ACT = Phase(
    name="actions",
    title=_("Actions"),
    purpose=_("The presenter says what they will do, by when, and with whom."),
    floor=Floor.PRESENTER,
    minutes=8,
    kinds={Role.PRESENTER: (ACTION, LEARNING)},
    prompts={
        Role.FACILITATOR: _(
            "Have you been helped? How? And what will you do, by when? "
            "None is an answer too."
        ),
        Role.PRESENTER: _("Say what you will do, by when. None is an answer too."),
        Role.MEMBER: _("Listen. What happens next is the presenter's choice alone."),
    },
    captures=(Capture.ACTIONS, Capture.LEARNINGS),
    required=True,
)

ACT_TOGETHER = replace(
    ACT,
    purpose=_("Each person says what they themselves will do about the problem."),
    floor=Floor.EVERYONE_IN_TURN,
    kinds={
        Role.PRESENTER: (ACTION, LEARNING),
        Role.MEMBER: (ACTION, LEARNING),
    },
    prompts={
        Role.FACILITATOR: _(
            "One after the other: what, if anything, will you do yourself, by when?"
        ),
        Role.PRESENTER: _("Say what you will do yourself, by when; nobody else."),
        Role.MEMBER: _(
            "Say what you will do yourself, by when. Leave the others to theirs."
        ),
    },
)

LEARN = Phase(
    name="learning_close",
    title=_("Learning close"),
    purpose=_("What each practised, what the set learned, and where else it applies."),
    floor=Floor.EVERYONE,
    minutes=12,
    kinds={
        Role.PRESENTER: (LEARNING, FEEDBACK),
        Role.MEMBER: (LEARNING, FEEDBACK),
        Role.OBSERVER: (FEEDBACK,),
    },
    prompts={
        Role.FACILITATOR: _(
            "How did you do with your skill, and who saw it? What did we do well "
            "as a set? What have we learned, and where else will you use it?"
        ),
        Role.MEMBER: _(
            "Say how you did with your skill, what you saw others do, and where "
            "you will use what you learned."
        ),
    },
    captures=(Capture.SKILL_FEEDBACK, Capture.LEARNINGS, Capture.IMPROVEMENT),
    required=True,
)

LAST_WORD = replace(
    LEARN,
    name="last_word",
    title=_("Last word"),
    purpose=_("One sentence each, and the next date."),
    floor=Floor.EVERYONE_IN_TURN,
    minutes=5,
    kinds={Role.MEMBER: (LEARNING,)},
    prompts={
        Role.FACILITATOR: _("In a sentence: what will you use before we next meet?"),
        Role.MEMBER: _("Say in a sentence what you will use before the next meeting."),
    },
    captures=(Capture.LEARNINGS, Capture.NEXT_MEETING),
)

SHORTER = {
    STATE.name: 2,
    PROBLEM.name: 10,
    CHECK.name: 6,
    SOLVE.name: 12,
    ACT.name: 4,
    LEARN.name: 6,
}

PROBLEMS = Option(
    name="problems",
    title=_("Whose problem"),
    help=_("One person's problem, several people's in turn, or a sponsor's."),
    default="one_problem",
    choices=(
        Choice(
            value="one_problem",
            title=_("One person's own problem"),
            help=_("The whole meeting goes to one presenter."),
        ),
        Choice(
            value="multiple_problem",
            title=_("Several people's own problems"),
            help=_("Forty minutes each, one after the other."),
        ),
        Choice(
            value="single_problem",
            title=_("A sponsor's problem that all share"),
            help=_("A sponsor briefs the set in writing; every member may act."),
        ),
    ),
)


def build(options: Mapping[str, bool | str]) -> Script:
    match options["problems"]:
        case "multiple_problem":
            return several(options)
        case "single_problem":
            return one(options, act=ACT_TOGETHER, badge=_("a sponsor's shared problem"))
        case _:
            return one(options, act=ACT, badge=None)


def one(options: Mapping[str, bool | str], *, act: Phase, badge: str | None) -> Script:
    return Script(
        format="wial_coached",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=(OPENING, REPORT_BACKS_IF_ANY, CHOOSE),
        slot=(STATE, PROBLEM, CHECK, SOLVE, act),
        closing=(LEARN,),
        badge=badge,
        most_slots=1,
    )


def several(options: Mapping[str, bool | str]) -> Script:
    phases = (STATE, PROBLEM, CHECK, SOLVE, ACT, LEARN)
    return Script(
        format="wial_coached",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=(OPENING, REPORT_BACKS_IF_ANY, CHOOSE),
        slot=tuple(replace(phase, minutes=SHORTER[phase.name]) for phase in phases),
        closing=(LAST_WORD,),
    )


WIAL = Format(
    name="wial_coached",
    title=_("Coached, in the WIAL manner"),
    sentence=_(
        "Statements only in answer to questions, with a coach who looks after the "
        "learning and never touches the problem."
    ),
    fits=_("Fits sets with a trained coach, and problems nobody has yet pinned down."),
    build=build,
    default_minutes=90,
    least_people=4,
    most_people=8,
    best_people=6,
    options=(PROBLEMS,),
    sources=(
        _("World Institute for Action Learning: ground rule one, and its scripts"),
        _("WIAL UK: lengths of sessions in its certification rules"),
    ),
)
