"""Kollegiale Beratung after Tietze: a case, a key question, a method, advice."""

from collections.abc import Mapping

from askwell.process.formats.phases import DISTRESS, REPORT_BACKS_IF_ANY
from askwell.process.formats.shape import (
    NOT_ACTION_LEARNING,
    Capture,
    Choice,
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
    BID,
    CLARIFYING_QUESTION,
    EXPERIENCE,
    IDEA,
    KEY_QUESTION,
    LEARNING,
    METHOD_CHOICE,
    STORY,
)
from askwell.process.words import _

METHODS = (
    Choice(
        value="brainstorm",
        title=_("Brainstorm"),
        help=_("What could one do in this situation? Many ideas, none judged."),
    ),
    Choice(
        value="headstand",
        title=_("Headstand brainstorm"),
        help=_("How could one make it worse? Turned round afterwards."),
    ),
    Choice(
        value="find_key_question",
        title=_("Find the key question"),
        help=_("What might be the question behind this story?"),
    ),
    Choice(
        value="actstorming",
        title=_("Actstorming"),
        help=_("What might one say, word for word? Spoken as if to the person."),
    ),
    Choice(
        value="resonance",
        title=_("Resonance round"),
        help=_("What did the story stir in me? No advice."),
    ),
    Choice(
        value="good_advice",
        title=_("Good advice"),
        help=_("What would I do in this place? In one sentence each."),
    ),
)

CASTING = Phase(
    name="casting",
    title=_("Casting"),
    purpose=_("The group finds a moderator, a case-teller and a secretary."),
    floor=Floor.BIDDERS,
    minutes=5,
    kinds={Role.MEMBER: (BID,)},
    prompts={
        Role.FACILITATOR: _(
            "Who has a case today? Who moderates it, and who writes down what is "
            "said for the case-teller? Everybody else advises."
        ),
        Role.MEMBER: _("Do you have a case? Or would you moderate, or write?"),
    },
    captures=(
        Capture.ATTENDANCE,
        Capture.BIDS,
        Capture.ORDER,
        Capture.FACILITATOR,
    ),
    nudges=(
        Nudge(
            when=_("The case is a conflict inside this group"),
            say=_("That needs another place than this. Who has a different case?"),
        ),
    ),
)

NARRATION = Phase(
    name="narration",
    title=_("Story"),
    purpose=_("The case-teller talks freely; the moderator helps to focus."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=10,
    kinds={
        Role.PRESENTER: (STORY, ANSWER),
        Role.MEMBER: (CLARIFYING_QUESTION,),
    },
    prompts={
        Role.FACILITATOR: _(
            "Tell us what comes to mind about your case. At the end, two or three "
            "questions so that we have understood; no more."
        ),
        Role.PRESENTER: _("Tell it as it comes. You need not be complete."),
        Role.MEMBER: _("Listen. At the very end, two or three questions in all."),
    },
    captures=(Capture.TOPIC,),
    nudges=(
        Nudge(
            when=_("A question begins with “why didn't you” or “have you thought of”"),
            say=_("That is already advice. What have we not yet understood?"),
        ),
        DISTRESS,
    ),
    at_most=3,
)

KEY = Phase(
    name="key_question",
    title=_("Key question"),
    purpose=_("Case-teller and moderator put the question into words."),
    floor=Floor.PRESENTER_AND_FACILITATOR,
    minutes=5,
    kinds={Role.PRESENTER: (KEY_QUESTION,), Role.MEMBER: (KEY_QUESTION,)},
    prompts={
        Role.FACILITATOR: _("What one question would you like us to help you with?"),
        Role.PRESENTER: _("Put into words the one question you want help with."),
        Role.MEMBER: _("Listen. Offer a wording only if you are invited to."),
    },
    captures=(Capture.KEY_QUESTION, Capture.QUESTION),
    nudges=(
        Nudge(
            when=_("No wording comes"),
            say=_("Advisers, five minutes: what might the key question be?"),
        ),
    ),
)

METHOD = Phase(
    name="method",
    title=_("Choice of method"),
    purpose=_("The case-teller picks the way in which the others will advise."),
    floor=Floor.PRESENTER_AND_FACILITATOR,
    minutes=5,
    kinds={Role.PRESENTER: (METHOD_CHOICE,)},
    prompts={
        Role.FACILITATOR: _("Which of these ways would help you with that question?"),
        Role.PRESENTER: _("Choose how you would like to be advised."),
        Role.MEMBER: _("Wait for the choice; have paper ready if you write."),
    },
    captures=(Capture.METHOD,),
)

CONSULTATION = Phase(
    name="consultation",
    title=_("Consultation"),
    purpose=_("The advisers contribute in the chosen form; the case-teller listens."),
    floor=Floor.MEMBERS,
    minutes=10,
    kinds={
        Role.MEMBER: (IDEA, EXPERIENCE),
        Role.SECRETARY: (IDEA, EXPERIENCE),
    },
    prompts={
        Role.FACILITATOR: _(
            "One contribution a turn, in the form that was chosen. No discussion; "
            "our case-teller only listens."
        ),
        Role.PRESENTER: _("Sit back and listen. The list will be yours."),
        Role.MEMBER: _("One contribution at a time, short, in the chosen form."),
        Role.SECRETARY: _("Write down each contribution for the case-teller."),
    },
    captures=(Capture.IDEAS,),
    nudges=(
        Nudge(
            when=_("The advisers begin to discuss"),
            say=_("No debate, please. What else comes to mind?"),
        ),
    ),
    for_presenter=True,
)

CLOSE = Phase(
    name="close_case",
    title=_("Close"),
    purpose=_("The case-teller says what is useful, and gives thanks."),
    floor=Floor.PRESENTER,
    minutes=5,
    kinds={Role.PRESENTER: (LEARNING, ACTION)},
    prompts={
        Role.FACILITATOR: _(
            "What of this is useful to you? You need not comment on the rest."
        ),
        Role.PRESENTER: _("Say what is useful, and thank your advisers."),
        Role.MEMBER: _("Listen; nothing needs defending."),
    },
    captures=(Capture.TAKEAWAY, Capture.LEARNINGS, Capture.ACTIONS),
    required=True,
)


def build(options: Mapping[str, bool | str]) -> Script:
    return Script(
        format="kollegiale_beratung",
        options=options,
        counting=Counting.PEER_CONSULTATION,
        badge=NOT_ACTION_LEARNING,
        opening=(REPORT_BACKS_IF_ANY, CASTING),
        slot=(NARRATION, KEY, METHOD, CONSULTATION, CLOSE),
        closing=(),
    )


KOLLEGIALE_BERATUNG = Format(
    name="kollegiale_beratung",
    title=_("Kollegiale Beratung"),
    sentence=_("Colleagues advise on a case, in a form that its teller has chosen."),
    fits=_("Fits colleagues of one profession who want advice and know their craft."),
    build=build,
    default_minutes=45,
    least_people=5,
    most_people=10,
    best_people=7,
    rotates_facilitator=True,
    has_secretary=True,
    sources=(
        _("Kim-Oliver Tietze: Kollegiale Beratung"),
        _("Wengelski-Strock: stages four to seven"),
        _("University of Jena: a variant with hypotheses"),
    ),
)
