"""Cohorts that are ready to be put into sets, and divisions of them."""

from datetime import timedelta

from askwell.composer.appraising import appraise
from askwell.composer.proposal import ProposedSet
from askwell.web.composing import codec
from askwell.web.composing.brief import asked_by, known_of
from askwell.web.composing.models import Composition, Terms
from askwell.web.enrolments.models import Enrolment, ReportingLine
from askwell.web.intake import weeks
from askwell.web.intake.models import Intake
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort, Competitors, Partner
from factories import (
    NOON,
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    an_enrolment,
)

AREAS = ("Care", "Finance", "Digital", "Estates")
PLACES = ("Leeds", "Cardiff", "Derby")
SMALL = {"size_min": 3, "size_max": 5, "beginnings": 1, "level_gap": None}


def a_cohort_of(
    people: int, manager: Person | None = None, *, partners: int = 2, leaders: int = 2
) -> Cohort:
    """So many who have said yes, of several organisations, and some who facilitate."""
    programme = a_programme(manager)
    programme.starts_on = NOON.date() + timedelta(days=30)
    programme.save()
    for _each in range(partners - 1):
        a_partner(programme)
    cohort = a_cohort(programme)
    Terms.objects.create(cohort=cohort, **SMALL)
    homes = list(programme.partners.order_by("pk"))
    for number in range(people):
        an_enrolment(
            programme,
            a_person(f"Member {number:02}"),
            partner=homes[number % len(homes)],
            area=AREAS[number % len(AREAS)],
            place=PLACES[number % len(PLACES)],
            level=1 + number % 3,
            time_zone="Europe/London",
        )
    for number in range(leaders):
        an_enrolment(
            programme,
            a_person(f"Leader {number:02}"),
            takes_part=False,
            facilitates=True,
            capacity=2,
            time_zone="Europe/London",
        )
    return cohort


def members(cohort: Cohort) -> list[Enrolment]:
    return list(cohort.enrolments.filter(takes_part=True).order_by("name"))


def leaders(cohort: Cohort) -> list[Enrolment]:
    return list(cohort.enrolments.filter(takes_part=False).order_by("name"))


def divided(cohort: Cohort, *sizes: int, by: Person | None = None) -> Composition:
    """The members dealt out in order, with a facilitator each, as a search ends."""
    people = [str(one.pk) for one in members(cohort)]
    lead = [str(one.pk) for one in leaders(cohort)]
    sets, at = [], 0
    for number, size in enumerate(sizes):
        leader = lead[number % len(lead)] if lead else None
        sets.append(ProposedSet(f"s{number}", tuple(people[at : at + size]), leader))
        at += size
    terms = Terms.objects.get(cohort=cohort)
    asked = {**asked_by(terms, len(people)), "sets": len(sizes)}
    proposal = appraise(known_of(cohort, asked).brief, sets)
    return Composition.objects.create(
        cohort=cohort,
        name="Proposal 1",
        made_by=by,
        asked=asked,
        sets=codec.sets_to_json(sets),
        score=codec.score_to_json(proposal.score),
        broken=codec.broken_to_json(proposal.broken),
        status=Composition.Status.DONE,
        asked_at=NOON,
        finished_at=NOON,
    )


def reports_to(one: Enrolment, manager: Enrolment) -> None:
    ReportingLine.objects.create(
        partner=one.partner, email=one.email, manager_email=manager.email
    )


def compete(one: Partner, other: Partner) -> None:
    Competitors.objects.create(programme=one.programme, one=one, other=other)


def said(
    one: Enrolment,
    *,
    free: tuple[int, tuple[float, float]] | None = None,
    challenge: str = "",
    apart: str = "",
) -> Intake:
    """In confidence: hours of a day of the week, a challenge, whom not to sit with."""
    return Intake.objects.create(
        enrolment=one,
        owner=one.person,
        painted=weeks.written(weeks.span(*free)) if free else "",
        challenge=challenge or None,
        may_compare=bool(challenge),
        apart=apart or None,
        finished_at=NOON,
    )


def sets_of(composition: Composition) -> dict[str, list[str]]:
    composition.refresh_from_db()
    return {one["id"]: one["members"] for one in composition.sets}
