"""Askwell's own levels: evidence, never a test, and never a gate to a meeting."""

from typing import Final

from askwell.facilitation.evidence import Evidence
from askwell.facilitation.pathways.shape import Level, Pathway, Renewal, Requirement
from askwell.process.words import _

GUIDED_HOST: Final = Level(
    name="L0",
    title=_("Guided host"),
    says=_("You can run a meeting today: the screen tells you what to say."),
)
PRACTICE: Final = Level(
    name="L1",
    title=_("Practice"),
    says=_("You know the ideas and have tried them where nothing can go wrong."),
    requirements=(
        Requirement(
            name="lessons",
            title=_("Lessons worked through"),
            evidence=Evidence.LESSON,
            at_least=8,
            different=True,
        ),
        Requirement(
            name="coached_questions",
            title=_("Questions written in the question gym"),
            evidence=Evidence.COACHED_QUESTION,
            at_least=20,
        ),
        Requirement(
            name="practice_slots",
            title=_("Practice sets facilitated to their debrief"),
            evidence=Evidence.PRACTICE_SLOT,
            at_least=2,
        ),
    ),
)
OBSERVED: Final = Level(
    name="L2",
    title=_("Observed"),
    says=_("Somebody experienced has seen you facilitate real slots, and do it well."),
    requirements=(
        Requirement(
            name="observed_slots",
            title=_("Real slots observed, at least 3 of 4 on every must-have"),
            evidence=Evidence.OBSERVED_SLOT,
            at_least=2,
            meets=True,
        ),
        Requirement(
            name="log_entries",
            title=_("Lines in your practice log, one for each observed slot"),
            evidence=Evidence.LOG_ENTRY,
            at_least=2,
        ),
    ),
)
FACILITATOR: Final = Level(
    name="L3",
    title=_("Facilitator"),
    says=_("You facilitate sets on your own, and look at your work with others."),
    requirements=(
        Requirement(
            name="meetings",
            title=_("Meetings facilitated"),
            evidence=Evidence.MEETING,
            at_least=6,
        ),
        Requirement(
            name="sets",
            title=_("Different sets facilitated"),
            evidence=Evidence.LEARNING_SET,
            at_least=2,
            different=True,
        ),
        Requirement(
            name="hours",
            title=_("Hours of facilitating"),
            evidence=Evidence.HOUR,
            at_least=30,
        ),
        Requirement(
            name="meta_set",
            title=_("Meetings of a supervision set you were at"),
            evidence=Evidence.SUPERVISION,
            at_least=1,
            note=_(
                "A supervision set, or meta-set, is a set of facilitators who bring "
                "their own work to it."
            ),
        ),
    ),
)
TRAINER: Final = Level(
    name="L4",
    title=_("Trainer"),
    says=_("You help others to learn it: you observe them and say what you saw."),
    requirements=(
        Requirement(
            name="observed_others",
            title=_("Slots of others you observed"),
            evidence=Evidence.OBSERVED_OTHERS,
            at_least=2,
        ),
        Requirement(
            name="trainer_hours",
            title=_("Hours of facilitating"),
            evidence=Evidence.HOUR,
            at_least=100,
        ),
    ),
)

OURS: Final = Pathway(
    name="askwell",
    title=_("Askwell’s levels"),
    body="Askwell",
    says=_(
        "From a guided first meeting to training others. What you did and what others "
        "saw counts; nothing is tested, and no level is needed to run a set."
    ),
    levels=(GUIDED_HOST, PRACTICE, OBSERVED, FACILITATOR, TRAINER),
    renewal=Renewal(
        since=FACILITATOR.name,
        months=12,
        requirements=(
            Requirement(
                name="cpd_hours",
                title=_("Hours of learning elsewhere"),
                evidence=Evidence.CPD_HOUR,
                at_least=6,
            ),
            Requirement(
                name="supervision",
                title=_("Meetings of a supervision set you were at"),
                evidence=Evidence.SUPERVISION,
                at_least=2,
            ),
        ),
    ),
    awards=True,
    source=_("Askwell’s own; numbers can be edited by each programme."),
)
