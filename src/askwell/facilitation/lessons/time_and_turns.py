"""The third lesson: time, turns, and voices loud and quiet."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

TIME_AND_TURNS = Lesson(
    name="time-and-turns",
    title=_("Time, turns, the loud and the quiet"),
    minutes=6,
    idea=(
        _(
            "The presenter’s time is a promise. Begin it on time, tell them when five "
            "minutes are left, and let the clock warn but never cut anybody off."
        ),
        _(
            "One person speaks at a time. Where one voice takes more than a third of "
            "the turns, the others begin to rest. Ask for somebody who has not asked "
            "yet; you need not name who has."
        ),
        _(
            "Somebody silent may be thinking, tired, or waiting to be asked. Invite "
            "them by name, and say “or pass”. An invitation that cannot be declined is "
            "an exam."
        ),
    ),
    scene=_("Halfway through the questions. Darren has asked five of the last seven."),
    example=(
        Heard("Darren", _("And what did the board say to that?")),
        Heard("Grace", _("They liked it. I think they liked it.")),
        Heard("Darren", _("And the unions?")),
        Heard(
            _("You"),
            _("Let’s hear someone who hasn’t asked yet."),
            _("Nobody is blamed. Darren will notice."),
        ),
        Heard("Sina", _("Um.")),
        Heard(
            _("You"),
            _("A question from you, Sina, or pass?"),
            _("“Or pass” makes it an invitation."),
        ),
        Heard(
            "Sina", _("You said “I think” they liked it. What would you need to know?")
        ),
        Heard("Grace", _("… That they would still like it if it were late.")),
    ),
    exercise=Exercise(
        situation=_(
            "Jun-ho has said nothing for twenty minutes. He looks at the table, and "
            "writes."
        ),
        asks=_("What do you do?"),
        choices=(
            Choice(
                name="wait",
                words=_("Leave him alone until he speaks up. He is an adult."),
                helps=False,
                why=_(
                    "Perhaps he would like to. Twenty minutes is long, and it gets "
                    "harder with each of them."
                ),
            ),
            Choice(
                name="invite",
                words=_("“Jun-ho, a question from you, or pass?”"),
                helps=True,
                why=_("He is seen, he is free, and it costs four seconds."),
            ),
            Choice(
                name="why",
                words=_("“Jun-ho, you are very quiet. Is something wrong?”"),
                helps=False,
                why=_("Now all look at him, and he must explain himself."),
            ),
        ),
    ),
    keep=_("Ask for another voice; invite by name, and say “or pass”."),
    ponder=_(
        "Think of your last meeting. Who spoke least, and what would have made it "
        "easy for them?"
    ),
    competencies=(competencies.TIME_AND_TURNS, competencies.INVITING_AND_BOUNDING),
)
