"""The first lesson: what a facilitator does, and leaves alone."""

from askwell.facilitation import competencies
from askwell.facilitation.lessons.shape import Choice, Exercise, Heard, Lesson
from askwell.process.words import _

WHAT_YOU_DO = Lesson(
    name="what-you-do",
    title=_("What you do, and what you leave alone"),
    minutes=6,
    idea=(
        _(
            "A set has two things to look after: the topic, and the way of working. "
            "The topic belongs to whoever presents. The way of working belongs to "
            "everybody, and you keep an eye on it for them."
        ),
        _(
            "So you watch time and turns, keep it safe, and say a word when the set "
            "begins to tell instead of ask. You need to know nothing about the topic. "
            "It even helps: you are not tempted."
        ),
        _(
            "Most of the time you say nothing. A good word is short, comes seldom, and "
            "gives the work back to the set."
        ),
    ),
    scene=_(
        "Leila presents. She runs two wards and cannot find nurses for the nights."
    ),
    example=(
        Heard("Tomasz", _("What have the nurses who left told you?")),
        Heard("Leila", _("Not much. They are polite when they go.")),
        Heard("Meera", _("We pay for taxis home. It worked. You should try that.")),
        Heard(
            _("You"),
            _("Meera, what question is behind that?"),
            _("You say nothing about taxis. You give the turn back, as a question."),
        ),
        Heard("Meera", _("What makes a night hard for them, apart from the work?")),
        Heard(
            "Leila",
            _("The way home. And that nobody asks. I never asked."),
            _("Leila finds more than the taxi. It took one sentence of yours."),
        ),
    ),
    exercise=Exercise(
        situation=_(
            "You run a unit much like the presenter’s, and you can see what she "
            "overlooks. Nobody has asked about it."
        ),
        asks=_("What do you do?"),
        choices=(
            Choice(
                name="tell",
                words=_("Mention it briefly, so that the set does not lose time."),
                helps=False,
                why=_(
                    "Then there is one more adviser, and it is the one whom people "
                    "follow. The set stops looking for itself."
                ),
            ),
            Choice(
                name="hint",
                words=_("Put it as a clever question, so that she comes to see it."),
                helps=False,
                why=_("She will hear the answer in it. So will the others."),
            ),
            Choice(
                name="keep",
                words=_("Note it for yourself, and watch who has not asked yet."),
                helps=True,
                why=_(
                    "What you see may not be what matters to her. Your work is that "
                    "everybody’s questions come."
                ),
            ),
        ),
    ),
    keep=_("The topic is theirs. The way of working is what you look after."),
    ponder=_(
        "Think of your last meeting. What did you say that only you could know, "
        "and what would have happened had you kept it to yourself?"
    ),
    competencies=(competencies.OUT_OF_CONTENT, competencies.EXPLAINING),
)
