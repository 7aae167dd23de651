"""The eighth lesson: actions of their own, learning, and handing over."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

ENDING_WELL = Lesson(
    name="ending-well",
    title=_("Ending well"),
    minutes=6,
    idea=(
        _(
            "At the end of their time the presenter says what, if anything, they will "
            "do. No action is a good outcome too: “That is fine. What will you notice "
            "before we meet?” An action that others have chosen is seldom done."
        ),
        _(
            "Then the set looks at how it worked together. Which question helped? "
            "What did we do well? What could be better? Keep these minutes, even when "
            "time is short: it is where a set learns to need you less."
        ),
        _(
            "Give away a piece each time. Let a member mind the clock, another lead "
            "the review, and one day the whole of a slot, with you beside them."
        ),
    ),
    scene=_("Two minutes are left of Tomasz’s time."),
    example=(
        Heard(_("You"), _("Tomasz, what, if anything, will you do?")),
        Heard("Tomasz", _("I should probably write that plan.")),
        Heard("Amara", _("Yes! By Friday?"), _("Well meant. It makes it hers.")),
        Heard(
            _("You"),
            _("It is yours to choose, Tomasz. None is fine too."),
        ),
        Heard("Tomasz", _("Then no plan. I’ll ask the two foremen to lunch.")),
        Heard(
            _("You"),
            _("Thank you. Femke, would you lead the review today?"),
            _("A piece is given away."),
        ),
    ),
    exercise=Exercise(
        situation=_(
            "You are ten minutes late. Still to come: the review of the last slot and "
            "the closing round."
        ),
        asks=_("What do you do?"),
        choices=(
            Choice(
                name="skip",
                words=_("Leave the review out. Everybody is tired."),
                helps=False,
                why=_(
                    "Next time it goes just as it did today: nobody has said what to "
                    "change."
                ),
            ),
            Choice(
                name="ask",
                words=_(
                    "Say how much time there is, and ask for one sentence from each: "
                    "what helped, and what to do differently."
                ),
                helps=True,
                why=_("Two minutes, and the set has learned something about itself."),
            ),
            Choice(
                name="self",
                words=_("Say yourself what went well and what did not."),
                helps=False,
                why=_("They will nod. It stays your meeting."),
            ),
        ),
    ),
    keep=_("Their action, their review, and a piece more of your role each time."),
    ponder=_("Which piece of your role could somebody else take next time, and who?"),
    competencies=(competencies.DRAWING_OUT_LEARNING, competencies.HANDING_OVER),
)
