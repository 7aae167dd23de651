"""The sixth lesson: keeping the focus, and telling a problem from a puzzle."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

PROBLEM_OR_PUZZLE = Lesson(
    name="problem-or-puzzle",
    title=_("Problem or puzzle: keeping the focus"),
    minutes=6,
    idea=(
        _(
            "A puzzle has one right answer, and an expert can give it: which form, "
            "which law, which software. A problem has several ways and no right one. "
            "Sets are for problems."
        ),
        _(
            "Puzzles turn up in the middle of problems. Then it does not help to ask "
            "on and on. Offer two minutes for a direct answer, and return."
        ),
        _(
            "The talk also leaves the presenter when members begin to speak to each "
            "other, or about their own case. One sentence brings it back: “How does "
            "this serve your question?”"
        ),
    ),
    scene=_("Meera presents: nine engineers in three time zones, and her at midnight."),
    example=(
        Heard("Darren", _("Which planning tool do they use? Ours shifts the zones.")),
        Heard("Siobhan", _("Does it? We pay a fortune for ours.")),
        Heard("Darren", _("It is a setting. I can show you.")),
        Heard(
            _("You"),
            _(
                "This part has one right answer. Meera, would a direct answer help? "
                "Two minutes, then back to your question?"
            ),
            _("You name it, offer it, and let her choose."),
        ),
        Heard("Meera", _("The setting, later, please. I’d rather stay with midnight.")),
        Heard("Siobhan", _("What makes it you who is awake?")),
    ),
    exercise=Exercise(
        situation=_(
            "Two members discuss a law that may apply. The presenter listens politely. "
            "It has been three minutes."
        ),
        asks=_("What do you say?"),
        choices=(
            Choice(
                name="stop",
                words=_("“Please, no expert talk in this set.”"),
                helps=False,
                why=_(
                    "The presenter may need it. And the two will be careful for the "
                    "rest of the meeting."
                ),
            ),
            Choice(
                name="serve",
                words=_("“How does this serve your question?”, to the presenter."),
                helps=True,
                why=_(
                    "It is theirs to say. Whatever they answer, they are back in it."
                ),
            ),
            Choice(
                name="summarise",
                words=_("Sum up both views, so that everybody can follow."),
                helps=False,
                why=_("Now three of you work on the puzzle."),
            ),
        ),
    ),
    keep=_("How does this serve the presenter’s question?"),
    ponder=_(
        "What weighs on you at work just now? Could an expert settle it in two "
        "minutes, or not?"
    ),
    competencies=(competencies.TIME_AND_TURNS, competencies.EXPLAINING),
)
