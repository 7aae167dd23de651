"""Brings in the year's programme: its people, who looks after it, and its cohorts."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress

from askwell.web.demo.cast import character
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import person
from askwell.web.demo.year.people import EMPLOYERS, LEVELS, Someone
from askwell.web.demo.year.plan import HOME, Plan, people_of
from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations as intake
from askwell.web.people.models import Person
from askwell.web.programmes.models import Cohort, Office, Partner, Programme
from askwell.web.running.cycle import usual_end
from askwell.web.running.operations import appointing, making

KEY = "calderwick-learns"
MANAGER, SPONSOR, PARTNER = "Nadia", "Helen", ("Graham", "hospitals")
NAME = "Calderwick Learns"
AIM = "People who run services in one city notice change early, and learn from it."
BESIDE = (
    ("First steps as a manager", "https://ropewalk.example/first-steps"),
    ("Coaching between neighbours", "https://ropewalk.example/coaching"),
)
LISTED_BEFORE, SAID_YES_AFTER = timedelta(days=30), timedelta(days=9)
CAPACITY = 3


def bring_in_programme(plan: Plan) -> Programme:
    """Nobody is in a set yet."""
    programme = _begin(plan)
    partners = _partners(programme, plan)
    cohorts = _cohorts(programme, plan)
    _give_accounts(plan)
    _enrol(programme, partners, cohorts, plan)
    return programme


def _begin(plan: Plan) -> Programme:
    nadia = person(MANAGER)
    programme = making.begin(
        programme_id=id_of("programme", KEY),
        name=NAME,
        meant_for=Programme.For.CHANGE,
        aim=AIM,
        home=making.Home(),
        by=nadia,
        at=plan.begun_at,
    )
    last = plan.now - timedelta(days=plan.starts[-1].days_ago)
    how = {
        "starts_on": (plan.begun_at + timedelta(days=30)).date(),
        "ends_on": usual_end(last.date(), meetings=12, every_weeks=5),
        "time_zone": HOME.key,
    }
    making.arrange(programme, how, by=nadia)
    for name, link in BESIDE:
        making.add_initiative(programme, name=name, link=link, by=nadia)
    helen = character(SPONSOR)
    appointing.appoint(
        programme,
        Office.Kind.SPONSOR,
        email=helen.email,
        name=helen.name,
        by=nadia,
        at=plan.begun_at,
    )
    programme.refresh_from_db()
    return programme


def _partners(programme: Programme, plan: Plan) -> dict[str, Partner]:
    partners = {
        each.key: intake.add_organisation(programme, name=each.name)
        for each in EMPLOYERS
    }
    for partner in partners.values():
        intake.name_levels(partner, names=LEVELS)
    who, of = PARTNER
    intake.appoint(
        partners[of],
        email=character(who).email,
        name=character(who).name,
        by=person(MANAGER),
        at=plan.begun_at,
    )
    return partners


def _cohorts(programme: Programme, plan: Plan) -> dict[str, Cohort]:
    """The first is there from the beginning."""
    nadia = person(MANAGER)
    for start in plan.starts[1:]:
        starts_on = (plan.now - timedelta(days=start.days_ago)).date()
        making.add_cohort(programme, name=start.name, starts_on=starts_on, by=nadia)
    return {each.name: each for each in programme.cohorts.all()}


def _give_accounts(plan: Plan) -> None:
    people = [_account(one, at=plan.begun_at) for one in plan.strangers]
    Person.objects.bulk_create(people)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=one, email=one.email, verified=True, primary=True)
        for one in people
    )


def _account(one: Someone, *, at: datetime) -> Person:
    account = Person(
        id=one.id, email=one.email, name=one.name, time_zone=HOME.key, created_at=at
    )
    account.set_unusable_password()
    return account


# The list


def _enrol(
    programme: Programme,
    partners: Mapping[str, Partner],
    cohorts: Mapping[str, Cohort],
    plan: Plan,
) -> None:
    """All at once: they were asked, and said yes within days."""
    starts = {each.name: each.days_ago for each in plan.starts}
    rows = [_facilitates(one, partners, plan) for one in plan.from_within]
    for course in plan.courses:
        days = timedelta(days=starts[course.cohort])
        listed_at = plan.now - days - LISTED_BEFORE
        for one in people_of(course):
            row = _row(one, partners, at=listed_at)
            row.cohort = cohorts[course.cohort]
            rows.append(row)
    for row in rows:
        row.programme = programme
    Enrolment.objects.bulk_create(rows)


def _facilitates(
    one: Someone, partners: Mapping[str, Partner], plan: Plan
) -> Enrolment:
    row = _row(one, partners, at=plan.begun_at)
    row.takes_part, row.facilitates, row.capacity = False, True, CAPACITY
    return row


def _row(one: Someone, partners: Mapping[str, Partner], *, at: datetime) -> Enrolment:
    return Enrolment(
        partner=partners[one.employer.key],
        email=one.email,
        name=one.name,
        person_id=one.id,
        level=one.level,
        area=one.area,
        place=one.place,
        time_zone=HOME.key,
        status=Enrolment.Status.JOINED,
        listed_by_id=id_of("person", MANAGER),
        listed_at=at,
        invited_at=at + timedelta(days=2),
        answered_at=at + SAID_YES_AFTER,
    )
