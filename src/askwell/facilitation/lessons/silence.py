"""The fifth lesson: silence, and answers that come too fast."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

SILENCE = Lesson(
    name="silence",
    title=_("Silence, and answers that come too fast"),
    minutes=5,
    idea=(
        _(
            "A good question makes somebody stop. That is when it works. Most of us "
            "bear it for two seconds, and then ask the next one."
        ),
        _(
            "Where a presenter answers at once, each time, they say what they have "
            "said before. Slow it down: ten seconds before each answer, and before "
            "each new question."
        ),
        _(
            "Count to yourself. Look at nobody in particular. You will be surprised "
            "who speaks, and what they say."
        ),
    ),
    scene=_("Cathal presents. He has told the story of his merger many times."),
    example=(
        Heard("Kwabena", _("What do you fear most in it?")),
        Heard(
            "Cathal", _("The usual. People leave, the good ones first."), _("At once.")
        ),
        Heard("Yusuf", _("And what would you lose?")),
        Heard(
            "Cathal", _("Know-how, customers. It is in the risk list."), _("At once.")
        ),
        Heard(
            _("You"),
            _("Let’s slow down: ten seconds of silence before each answer."),
        ),
        Heard("Kwabena", _("What would you lose yourself?")),
        Heard(
            "Cathal",
            _("… Being the one who holds it together."),
            _("Eight seconds. It was not in the risk list."),
        ),
    ),
    exercise=Exercise(
        situation=_(
            "A question has landed. The presenter looks out of the window. Six "
            "seconds. Two members look at you."
        ),
        asks=_("What do you do?"),
        choices=(
            Choice(
                name="rescue",
                words=_("“Shall we put the question in another way?”"),
                helps=False,
                why=_("It takes the question away just as it begins to work."),
            ),
            Choice(
                name="hold",
                words=_("Nothing. You breathe, and keep the silence for them."),
                helps=True,
                why=_("They look at you to learn whether this is all right. It is."),
            ),
            Choice(
                name="next",
                words=_("Give the turn to the next hand."),
                helps=False,
                why=_("The presenter will answer the easier question of the two."),
            ),
        ),
    ),
    keep=_("Count to ten. The silence is doing the work."),
    ponder=_(
        "Look at a clock and be silent for ten seconds, now. What did you want to "
        "do after five?"
    ),
    competencies=(competencies.HOLDING_SILENCE,),
)
