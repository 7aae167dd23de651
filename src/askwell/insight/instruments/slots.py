"""Places for instruments that others own: empty until an organisation has their leave.

Authors, number of items and scale are public facts; the items themselves are not ours
to give, however often they have been printed.
"""

from askwell.insight.instruments.shape import Scale, Slot
from askwell.process.words import _

SEVEN = Scale(1, 7, _("disagree strongly"), _("agree strongly"))
NEVER_ALWAYS = Scale(1, 7, _("never or almost never"), _("always or almost always"))
SIX = Scale(1, 6, _("almost never"), _("almost always"))
FIVE = Scale(1, 5, _("disagree definitely"), _("agree definitely"))
OFTEN = Scale(0, 6, _("never"), _("always, every day"))
HOW_OFTEN = Scale(0, 4, _("never"), _("most of the time"))

SLOTS: tuple[Slot, ...] = (
    Slot(
        key="edmondson_1999",
        title=_("Team psychological safety"),
        authors="Amy C. Edmondson (1999)",
        owner=_("the author"),
        items=7,
        scale=SEVEN,
        measures=_("how safe a team is for taking a risk with one another"),
    ),
    Slot(
        key="dloq_a",
        title=_(
            "Dimensions of the Learning Organization Questionnaire, short (DLOQ-A)"
        ),
        authors="Victoria J. Marsick, Karen E. Watkins",
        owner=_("the authors, through Partners for Learning and Leadership"),
        items=21,
        scale=SIX,
        measures=_("seven dimensions of how an organisation learns"),
    ),
    Slot(
        key="aels",
        title=_("Active-Empathic Listening Scale (AELS)"),
        authors="Graham D. Bodie (2011)",
        owner=_("the author and the journal’s publisher"),
        items=11,
        scale=NEVER_ALWAYS,
        measures=_("how somebody listens: taking in, thinking through, answering"),
    ),
    Slot(
        key="uwes_9",
        title=_("Utrecht Work Engagement Scale, short (UWES-9)"),
        authors="Wilmar B. Schaufeli, Arnold B. Bakker",
        owner=_("the authors; commercial use needs their leave"),
        items=9,
        scale=OFTEN,
        measures=_("vigour, dedication and absorption at work"),
    ),
    Slot(
        key="mcallister_trust",
        title=_("Affect- and cognition-based trust"),
        authors="Daniel J. McAllister (1995)",
        owner=_("the Academy of Management, the journal’s publisher"),
        items=11,
        scale=SEVEN,
        measures=_("two foundations of trust between people at work"),
    ),
    Slot(
        key="ctds",
        title=_("Critical Thinking Disposition Scale (CTDS)"),
        authors="Edward M. Sosu (2013)",
        owner=_("the author and the journal’s publisher"),
        items=11,
        scale=FIVE,
        measures=_("critical openness and reflective scepticism"),
    ),
    Slot(
        key="reflection_2000",
        title=_("Questionnaire for Reflection"),
        authors="David Kember and others (2000)",
        owner=_("the publisher; free for research, teaching and private study only"),
        items=16,
        scale=FIVE,
        measures=_("four levels, from habitual action to critical reflection"),
    ),
    Slot(
        key="systems_thinking_scale",
        title=_("Systems Thinking Scale"),
        authors="Shirley M. Moore and others (2010)",
        owner=_("the authors; their manual says how to ask"),
        items=20,
        scale=HOW_OFTEN,
        measures=_("seeing how things hang together"),
    ),
)
