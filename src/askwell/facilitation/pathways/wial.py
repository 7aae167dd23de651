"""WIAL's certifications, as far as the body's own pages tell; they contradict."""

from typing import Final

from askwell.facilitation.evidence import Evidence
from askwell.facilitation.pathways.shape import (
    Level,
    Otherwise,
    Pathway,
    Renewal,
    Requirement,
)
from askwell.process.words import _

UK: Final = "WIAL UK, pages on certification"
USA: Final = "WIAL USA, pages on certification"

CALC: Final = Level(
    name="CALC",
    title=_("Certified coach (CALC)"),
    says=_("Three workshops, scenarios, and one project."),
    requirements=(
        Requirement(name="foundations", title=_("The workshop Foundations"), source=UK),
        Requirement(name="calc_1", title=_("The two-day workshop CALC 1"), source=UK),
        Requirement(name="calc_2", title=_("The two-day workshop CALC 2"), source=UK),
        Requirement(
            name="scenarios",
            title=_("At least five “WIAL Talk” scenarios"),
            source=UK,
        ),
        Requirement(
            name="project_sessions",
            title=_("Meetings facilitated, each of 90 minutes at least"),
            evidence=Evidence.MEETING,
            at_least=2,
            note=_(
                "Meetings of any length are counted here: see for yourself that two "
                "of one project had 90 minutes."
            ),
            source=UK,
        ),
        Requirement(
            name="solution",
            title=_("One session of the project reached a solution"),
            source=UK,
        ),
    ),
)
PALC: Final = Level(
    name="PALC",
    title=_("Professional coach (PALC)"),
    says=_("Hours of practice and one long project; may lead Foundations."),
    requirements=(
        Requirement(
            name="palc_hours",
            title=_("100 hours of action learning, coaching among them"),
            source=UK,
        ),
        Requirement(
            name="palc_coaching",
            title=_("Hours of coaching among them"),
            evidence=Evidence.HOUR,
            at_least=50,
            note=_("The body’s pages disagree. Ask it before you hand anything in."),
            source=UK,
            otherwise=Otherwise(
                at_least=100,
                note=_("at least 100 hours of WIAL coaching"),
                source=_("a page of an affiliate, WIAL USA"),
            ),
        ),
        Requirement(
            name="long_project",
            title=_("One long project of at least four sessions"),
            source=UK,
        ),
    ),
)
SALC: Final = Level(
    name="SALC",
    title=_("Senior coach (SALC)"),
    says=_("Documented hours over two years, and leading beside a master coach."),
    requirements=(
        Requirement(
            name="salc_hours",
            title=_("Hours of coaching, documented over two years or more"),
            evidence=Evidence.HOUR,
            at_least=100,
            over_months=24,
            source=UK,
        ),
        Requirement(name="co_led", title=_("Led a workshop beside a MALC"), source=UK),
    ),
)
MALC: Final = Level(
    name="MALC",
    title=_("Master coach (MALC)"),
    says=_("Long practice, and something given back to the field."),
    requirements=(
        Requirement(
            name="malc_hours",
            title=_("Hours of coaching in all"),
            evidence=Evidence.HOUR,
            at_least=500,
            source=UK,
        ),
        Requirement(name="published", title=_("Something published"), source=UK),
        Requirement(name="spoken", title=_("A talk given at a conference"), source=UK),
    ),
)

WIAL: Final = Pathway(
    name="wial",
    title=_("Coach levels after WIAL"),
    body="World Institute for Action Learning",
    says=_(
        "What WIAL’s pages ask of its certified coaches. Only WIAL certifies: this "
        "helps you to keep together what it will ask for."
    ),
    levels=(CALC, PALC, SALC, MALC),
    renewal=Renewal(
        since=CALC.name,
        months=24,
        requirements=(
            Requirement(
                name="use",
                title=_("Hours of use"),
                evidence=Evidence.HOUR,
                at_least=5,
                source=USA,
            ),
            Requirement(name="testimonial", title=_("A testimonial"), source=USA),
            Requirement(
                name="contribution",
                title=_("One contribution, or one WIAL event"),
                source=USA,
            ),
        ),
        recoverable_months=24,
        note=_(
            "The pages we found do not say how long a certificate lasts: two years "
            "are assumed. In the UK proof of hours and one WIAL event are asked for."
        ),
        source=USA,
    ),
    source=_("WIAL UK and WIAL USA; what they ask for changes, so ask them."),
)
