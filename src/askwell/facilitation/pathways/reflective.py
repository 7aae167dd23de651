"""A pathway by reflective log, as courses endorsed by the ILM ask for."""

from typing import Final

from askwell.facilitation.evidence import Evidence
from askwell.facilitation.pathways.shape import Level, Pathway, Requirement
from askwell.process.words import _

ALA: Final = "Action Learning Associates, ILM-endorsed programme"
CHA: Final = "CHA Coaching, facilitator training"

REFLECTIVE: Final = Pathway(
    name="reflective",
    title=_("A reflective log, ILM-style"),
    body="ILM-endorsed courses in the UK",
    says=_(
        "A short course, two slots with feedback, and a log written over months. "
        "Only the course provider certifies: this keeps your log and your evidence."
    ),
    levels=(
        Level(
            name="course",
            title=_("The course"),
            says=_("Learning by doing, with others who learn it."),
            requirements=(
                Requirement(
                    name="three_days",
                    title=_("An experiential course of three days"),
                    source=ALA,
                ),
                Requirement(
                    name="twice",
                    title=_("Slots you facilitated that somebody observed"),
                    evidence=Evidence.OBSERVED_SLOT,
                    at_least=2,
                    source=CHA,
                ),
            ),
        ),
        Level(
            name="log",
            title=_("The log"),
            says=_("What you did, what happened, what you make of it."),
            requirements=(
                Requirement(
                    name="words",
                    title=_("Words in your practice log"),
                    evidence=Evidence.LOG_WORDS,
                    at_least=1500,
                    over_months=6,
                    up_to=7000,
                    note=_("Written over six to nine months."),
                    source=ALA,
                ),
            ),
        ),
    ),
    source=_("Published outlines of courses in the UK."),
)
