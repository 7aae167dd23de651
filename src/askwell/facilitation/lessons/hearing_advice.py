"""The fourth lesson: hearing advice, and turning it."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

HEARING_ADVICE = Lesson(
    name="hearing-advice",
    title=_("Hearing advice, and turning it"),
    minutes=6,
    idea=(
        _(
            "Advice seldom says “you should”. It comes as a question: Have you tried "
            "…? Why don’t you …? What about …? Once you listen for it you hear it "
            "everywhere."
        ),
        _(
            "It is well meant, and it stops the thinking. The presenter says “yes, "
            "but”, and begins to defend what they have."
        ),
        _(
            "There is a question behind every piece of advice. Help its giver to find "
            "it: “What question is behind that?” If it happens again and again, stop "
            "the set for a moment: “Are we asking or telling?”"
        ),
    ),
    scene=_("Femke presents. The night shift and the day shift do not talk."),
    example=(
        Heard(
            "Tomasz",
            _("Have you tried a shared breakfast?"),
            _("It ends with a question mark, and is advice."),
        ),
        Heard("Femke", _("Yes, but the night shift wants to go home.")),
        Heard("Leila", _("What about a board where they leave messages?")),
        Heard("Femke", _("We have one. Nobody reads it.")),
        Heard(
            _("You"),
            _("Let’s pause. Are we asking or telling? What does Femke need?"),
            _("Twice is enough. You name it for all, not for one."),
        ),
        Heard("Tomasz", _("Right. What would they want to hear from each other?")),
        Heard("Femke", _("That the others know how hard it is. I think just that.")),
    ),
    exercise=Exercise(
        situation=_(
            "A member says to the presenter: “Couldn’t you simply ask for another "
            "person in the team?”"
        ),
        asks=_("Which question could be behind it?"),
        choices=(
            Choice(
                name="same",
                words=_("“What speaks against asking for another person?”"),
                helps=False,
                why=_("It is open in its form, and still about that one solution."),
            ),
            Choice(
                name="open",
                words=_("“What would you do with more hands that you cannot do now?”"),
                helps=True,
                why=_(
                    "It asks for what the advice was about. The answer may not be "
                    "another person."
                ),
            ),
            Choice(
                name="why",
                words=_("“Why haven’t you asked yet?”"),
                helps=False,
                why=_("It sounds like a reproach, and will get reasons."),
            ),
        ),
    ),
    keep=_("What question is behind that?"),
    ponder=_("What is the last piece of advice you gave? Which question is behind it?"),
    competencies=(competencies.TURNING_ADVICE,),
)
