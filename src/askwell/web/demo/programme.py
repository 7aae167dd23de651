"""Brings in the programme: who looks after it, who is asked, and what they replied."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from askwell.web.demo.cast import (
    NEWCOMERS,
    PROGRAMME,
    SETS,
    CastCohort,
    CastProgramme,
    Enrolled,
    character,
    house,
)
from askwell.web.demo.composition import put_together
from askwell.web.demo.hours import week_of
from askwell.web.demo.lives import HOME
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import give_accounts, person
from askwell.web.enrolments import operations as lists
from askwell.web.enrolments.checking import Entry, Named
from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations as intake
from askwell.web.people.models import Notice, Person
from askwell.web.programmes.models import Cohort, LearningSet, Office, Programme
from askwell.web.running.cycle import first_start, usual_end
from askwell.web.running.operations import appointing, making
from askwell.web.running.tasks import keep_turnouts, remind_managers
from askwell.web.vault import operations as vault

# Days ago: when the last cohort was listed and asked, when the silent were reminded.
LISTED, ASKED, REMINDED = 20, 9, 4
Attendance = Programme.Attendance
NOTHING = Attendance.NOTHING


@dataclass(frozen=True, kw_only=True)
class Story:
    """The programme while it is being brought in, and when it is told."""

    cast: CastProgramme
    now: datetime

    def ago(self, *, days: int) -> datetime:
        return self.now - timedelta(days=days)

    @property
    def begun_at(self) -> datetime:
        return self.ago(days=self.cast.days_old)

    @property
    def manager(self) -> Person:
        return person(self.cast.manager)


def programme_is_due(*, at: datetime) -> bool:
    """Not here yet, or its last cohort should have begun long ago."""
    programme = Programme.objects.filter(pk=id_of("programme", PROGRAMME.key))
    return not programme.filter(cohorts__starts_on__gt=at.date()).exists()


def bring_in_programme(*, at: datetime) -> None:
    """With two cohorts in their sets, and one whose replies are coming in."""
    Programme.objects.filter(pk=id_of("programme", PROGRAMME.key)).delete()
    story = Story(cast=PROGRAMME, now=at)
    _give_accounts(story)
    programme = _begin(story)
    _give_offices(programme, story)
    _enrol_those_in_sets(programme, story)
    cohort = _begin_cohort(programme, story)
    _ask_newcomers(programme, cohort, story)
    put_together(cohort, by=story.manager, at=story.ago(days=1))
    take_up_sets()
    for notice_something in (keep_turnouts, remind_managers):
        notice_something(at=at)
    _let_nobody_be_mailed(programme, story)


def take_up_sets() -> None:
    """The cast's sets belong to the programme, as far as both are here."""
    cohorts = Cohort.objects.filter(programme=id_of("programme", PROGRAMME.key))
    for earlier in PROGRAMME.earlier:
        for cohort in cohorts.filter(name=earlier.name):
            for key in earlier.sets:
                tells = Attendance.COUNTS if key in earlier.telling else NOTHING
                LearningSet.objects.filter(pk=id_of("set", key)).update(
                    cohort=cohort, attendance=tells
                )


def _give_accounts(story: Story) -> None:
    """Whoever declined, or is silent and not on the page of the cast, has none."""
    silent = {one.key for one in story.cast.people if one.declines or one.awaits}
    known = [one for one in NEWCOMERS if one.portrait or one.key not in silent]
    here = set(Person.objects.values_list("pk", flat=True))
    new = [one for one in known if id_of("person", one.key) not in here]
    give_accounts(new, at=story.ago(days=LISTED))


def _begin(story: Story) -> Programme:
    cast, nadia = story.cast, story.manager
    programme = making.begin(
        programme_id=id_of("programme", cast.key),
        name=cast.name,
        meant_for=cast.meant_for,
        aim=cast.aim,
        home=making.Home(),
        by=nadia,
        at=story.begun_at,
    )
    last = first_start(story.now.date())
    how = {
        "starts_on": story.begun_at.date() + timedelta(days=7),
        "ends_on": usual_end(last, meetings=6, every_weeks=5),
        "time_zone": HOME,
    }
    making.arrange(programme, how, by=nadia)
    programme.refresh_from_db()
    return programme


def _give_offices(programme: Programme, story: Story) -> None:
    cast, nadia, then = story.cast, story.manager, story.begun_at
    partners = {
        key: intake.add_organisation(programme, name=house(key).name)
        for key in cast.partners
    }
    for partner in partners.values():
        intake.name_levels(partner, names=cast.levels)
    one, other = cast.rivals
    intake.keep_apart(partners[one], partners[other])
    who, key = cast.speaks_for
    intake.appoint(
        partners[key],
        email=character(who).email,
        name=character(who).name,
        by=nadia,
        at=then,
    )
    sponsor = character(cast.sponsor)
    appointing.appoint(
        programme,
        Office.Kind.SPONSOR,
        email=sponsor.email,
        name=sponsor.name,
        by=nadia,
        at=then,
    )


def _begin_cohort(programme: Programme, story: Story) -> Cohort:
    starts_on = first_start(story.now.date())
    name = story.cast.cohort
    return making.add_cohort(
        programme, name=name, starts_on=starts_on, by=story.manager
    )


# People


def _enrol_those_in_sets(programme: Programme, story: Story) -> None:
    """They said yes long ago; whoever sits in two sets is on the list once."""
    enrolled: set[str] = set()
    for earlier in story.cast.earlier:
        cohort = _earlier_cohort(programme, earlier, story)
        people = [one for one in _members(earlier) if one.key not in enrolled]
        enrolled |= {one.key for one in people}
        then = story.ago(days=earlier.days_old)
        for one in _asked(programme, cohort, people, by=story.manager, at=then):
            intake.join(one, person=_account(one), at=then + timedelta(days=3))


def _earlier_cohort(programme: Programme, earlier: CastCohort, story: Story) -> Cohort:
    """A programme begins with one; the others are added."""
    nadia, name = story.manager, earlier.name
    starts_on = story.ago(days=earlier.days_old - 7).date()
    begun = programme.cohorts.filter(name=name).first()
    if begun is None:
        return making.add_cohort(programme, name=name, starts_on=starts_on, by=nadia)
    making.change_cohort(begun, name=name, starts_on=starts_on, by=nadia)
    return begun


def _members(cohort: CastCohort) -> list[Enrolled]:
    """Those of its sets who work for one of the organisations."""
    keys = [key for each in SETS if each.key in cohort.sets for key in each.members]
    return [
        Enrolled(key=key, area=character(key).function)
        for key in dict.fromkeys(keys)
        if character(key).house
    ]


def _ask_newcomers(programme: Programme, cohort: Cohort, story: Story) -> None:
    people, nadia, then = story.cast.people, story.manager, story.ago(days=ASKED)
    asked = _asked(programme, cohort, people, by=nadia, at=then)
    by_email = {one.email: one for one in asked}
    for hours, one in enumerate(people):
        enrolment = by_email[character(one.key).email]
        when = then + timedelta(days=1, hours=2 * hours)
        if one.declines:
            intake.decline(enrolment, at=when)
        elif not one.awaits:
            _reply(enrolment, one, at=when)
    intake.remind_once_more(at=story.ago(days=REMINDED))


def _asked(
    programme: Programme,
    cohort: Cohort,
    people: Iterable[Enrolled],
    *,
    by: Person,
    at: datetime,
) -> list[Enrolment]:
    """Put on the list and written to."""
    partners = _partners(programme)
    entries = [_entry(one, partners, cohort) for one in people]
    listed = lists.enrol(programme, entries, by=by, at=at)
    intake.invite(programme, by=by, at=at, only=[one.pk for one in listed])
    return list(Enrolment.objects.filter(pk__in=[one.pk for one in listed]))


def _partners(programme: Programme) -> dict[str, Named]:
    named = programme.partners.select_related("organisation")
    return {
        each.organisation.name: Named(each.organisation.name, each.pk) for each in named
    }


def _entry(one: Enrolled, partners: dict[str, Named], cohort: Cohort) -> Entry:
    """A row as it stood in Nadia's spreadsheet."""
    who = character(one.key)
    manager = character(who.manager) if who.manager else None
    return Entry(
        email=who.email,
        employer=partners[house(who.house).name],
        name=who.name,
        level=who.level,
        area=one.area,
        place=who.place,
        time_zone=who.time_zone,
        manager=manager.email if manager else "",
        # Whoever only facilitates is there for every cohort.
        cohort=Named(cohort.name, cohort.pk) if one.takes_part else None,
        takes_part=one.takes_part,
        facilitates=bool(one.leads),
        capacity=one.leads or None,
    )


def _account(enrolment: Enrolment) -> Person:
    return Person.objects.get(email=enrolment.email)


def _reply(enrolment: Enrolment, one: Enrolled, *, at: datetime) -> None:
    """A yes, and then the intake, page by page."""
    who = _account(enrolment)
    intake.join(enrolment, person=who, at=at)
    week, zone = week_of(one.free), who.time_zone
    intake.say_when(enrolment, by=who, week=week, time_zone=zone)
    if one.challenge or one.apart:
        vault.prepare(who.pk, [who.pk])
    if one.challenge:
        intake.say_challenge(
            enrolment, by=who, words=one.challenge, may_compare=one.compared
        )
    if one.apart:
        intake.say_apart(enrolment, by=who, words=character(one.apart).name)
    intake.finish(enrolment, by=who, at=at)


def _let_nobody_be_mailed(programme: Programme, story: Story) -> None:
    """Their letters stay on the board; what was told long ago has been read."""
    codes = programme.enrolments.values_list("code", flat=True)
    paths = [f"/programmes/join/{code}/" for code in codes]
    about = Q(path__startswith=programme.get_absolute_url()) | Q(path__in=paths)
    posted = Notice.objects.filter(about)
    answered = programme.enrolments.exclude(status=Enrolment.Status.INVITED)
    over = Q(address__in=answered.values("email"))
    posted.filter(over | Q(created_at__lt=story.ago(days=LISTED))).update(
        read_at=story.now
    )
    posted.update(handed_on_at=story.now)
