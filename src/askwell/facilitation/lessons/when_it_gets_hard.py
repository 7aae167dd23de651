"""The seventh lesson: feeling, conflict and power."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

WHEN_IT_GETS_HARD = Lesson(
    name="when-it-gets-hard",
    title=_("When it gets hard"),
    minutes=7,
    idea=(
        _(
            "Somebody is moved, or upset. You need not heal it. Stop, and let them "
            "choose: “Would you like to stop, pause or go on?” Then do what they say. "
            "A set is not counselling; know whom to name if somebody needs more."
        ),
        _(
            "Two are at odds. Stop, say what you see without taking sides, and go back "
            "to what was agreed. Do not ask who began."
        ),
        _(
            "Rank is in the room even when nobody speaks of it: who is looked at after "
            "each answer, who is interrupted. Say what you notice as your own "
            "observation, once, and kindly."
        ),
    ),
    scene=_("Yusuf presents. His voice has become quiet."),
    example=(
        Heard("Kwabena", _("How long can you keep this up?")),
        Heard("Yusuf", _("I … I don’t know. I don’t sleep.")),
        Heard(
            _("You"),
            _("Yusuf, would you like to stop, pause or go on?"),
            _("Three ways, none of them better. It is his."),
        ),
        Heard("Yusuf", _("Go on. A minute first, please.")),
        Heard(_("You"), _("We have all the time you need."), _("And then silence.")),
        Heard("Cathal", _("Honestly, we should be talking about your manager.")),
        Heard("Rukhsana", _("That is not for you to say!")),
        Heard(
            _("You"),
            _("Let’s stop a moment. I see two of you at odds. What did we agree?"),
            _("What you see, and what was agreed. Nobody is in the wrong."),
        ),
    ),
    exercise=Exercise(
        situation=_(
            "The presenter has tears in her eyes. Everybody is silent. A member says: "
            "“Maybe we should talk about something else.”"
        ),
        asks=_("What do you say?"),
        choices=(
            Choice(
                name="else",
                words=_("“Good idea. Let’s take a break of ten minutes.”"),
                helps=False,
                why=_("It helps those who find it hard to look. She was not asked."),
            ),
            Choice(
                name="choose",
                words=_("“Would you like to stop, pause or go on?”, to her."),
                helps=True,
                why=_("She stays the owner of her time, tears and all."),
            ),
            Choice(
                name="feel",
                words=_("“What are you feeling right now? Where does it come from?”"),
                helps=False,
                why=_("That is a therapist’s question. The set has not agreed to it."),
            ),
        ),
    ),
    keep=_("Stop, say what you see, and let them choose."),
    ponder=_(
        "Whom would you name if somebody needed more than a set can give? Find "
        "that out before your next meeting."
    ),
    competencies=(competencies.POWER_AND_FEELING, competencies.CONTRACTING),
)
