"""The second lesson: beginning well, so that people can speak."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

BEGINNING_WELL = Lesson(
    name="beginning-well",
    title=_("Beginning well"),
    minutes=6,
    idea=(
        _(
            "People say what they do not know, or got wrong, only where it is safe. "
            "Safety is made at the beginning, with few and plain words."
        ),
        _(
            "Say what was agreed, confidentiality first: what is said here stays here. "
            "Say that we ask and do not tell, and that whoever presents may pass any "
            "question or stop at any time. Ask whether it still holds."
        ),
        _(
            "Then say what happens now and how long it takes. Nobody can think well "
            "while they wonder what is coming."
        ),
    ),
    scene=_("The second meeting. Rukhsana is new, and Ewan has come from head office."),
    example=(
        Heard(
            _("You"),
            _(
                "Before we begin: what is said here stays here. We ask and do not "
                "tell, and anybody may pass. Does that still hold for all of us?"
            ),
            _("Three short sentences, and a question that is meant."),
        ),
        Heard("Ewan", _("I may have to mention numbers upstairs.")),
        Heard(
            _("You"),
            _("Thank you for saying so now. What does the set need?"),
            _("You do not settle it for them. It is their agreement."),
        ),
        Heard("Amara", _("Then leave numbers out of this room, or leave them here.")),
        Heard("Ewan", _("Fair. I’ll leave them here.")),
        Heard("Rukhsana", _("That helps. I might have said nothing all evening.")),
    ),
    exercise=Exercise(
        situation=_(
            "Everybody knows each other. Somebody says: “We did the rules last time. "
            "Shall we just start?”"
        ),
        asks=_("What do you say?"),
        choices=(
            Choice(
                name="start",
                words=_("“Of course. Who would like to begin?”"),
                helps=False,
                why=_(
                    "It feels friendly. The one person who has a doubt will now keep "
                    "it to themselves."
                ),
            ),
            Choice(
                name="brief",
                words=_(
                    "“Just briefly: it stays here, we ask, anybody may pass. Has "
                    "anything changed since?”"
                ),
                helps=True,
                why=_(
                    "Ten seconds, and whoever has something to say has a place for it."
                ),
            ),
            Choice(
                name="read",
                words=_("“Rules matter. I will read all of them aloud.”"),
                helps=False,
                why=_(
                    "It turns an agreement into regulations. They are theirs, not "
                    "yours."
                ),
            ),
        ),
    ),
    keep=_("Say in three sentences what was agreed, and mean the question."),
    ponder=_(
        "Write down your own three sentences, and say them aloud once. Which one "
        "do you not mean?"
    ),
    competencies=(competencies.CONTRACTING, competencies.EXPLAINING),
)
