"""Questions about a programme's people."""

from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.web.enrolments.checking import Ground, Named
from askwell.web.enrolments.checking.ground import keyed
from askwell.web.enrolments.models import (
    Enrolment,
    EnrolmentQuerySet,
    Remembered,
    ReportingLine,
)
from askwell.web.enrolments.reading.words import known_levels
from askwell.web.people.models import Person
from askwell.web.programmes.models import Partner, Programme
from askwell.web.programmes.offices import managed_partners, manages


def enrolled(programme: Programme) -> EnrolmentQuerySet:
    """Everybody on the list who has neither declined nor left."""
    here: EnrolmentQuerySet = Enrolment.objects.here().filter(programme=programme)
    return here


def lines(programme: Programme) -> dict[str, str]:
    """Who reports to whom in all its organisations: address to manager's address."""
    found = ReportingLine.objects.filter(partner__programme=programme)
    return dict(found.values_list("email", "manager_email"))


def lines_seen(person: Person, programme: Programme) -> dict[str, str]:
    """The same, of the organisations whose people somebody looks after."""
    found = ReportingLine.objects.filter(partner__in=employers(person, programme))
    return dict(found.values_list("email", "manager_email"))


def manager_of(enrolment: Enrolment) -> str:
    """The address an enrolled person reports to, if that is known."""
    line = ReportingLine.objects.filter(
        partner=enrolment.partner_id, email=enrolment.email
    )
    return line.values_list("manager_email", flat=True).first() or ""


def found(people: EnrolmentQuerySet, words: str) -> EnrolmentQuerySet:
    """Those with all of the words in name, address, area or place."""
    for word in words.split()[:6]:
        people = people.filter(
            Q(name__icontains=word)
            | Q(email__icontains=word)
            | Q(area__icontains=word)
            | Q(place__icontains=word)
        )
    return people


def employers(person: Person, programme: Programme) -> QuerySet[Partner]:
    """Organisations whose people somebody looks after, by name."""
    seen: QuerySet[Partner] = managed_partners(person, programme)
    return seen.select_related("organisation").order_by("organisation__name")


def memory(programme: Programme, partner: Partner | None) -> Remembered:
    """What columns and words meant the last time, be it nothing yet."""
    known = Remembered.objects.filter(programme=programme, partner=partner).first()
    return known or Remembered(programme=programme, partner=partner)


def whose_memory(person: Person, programme: Programme) -> Partner | None:
    """Each organisation's manager remembers apart from the whole programme's."""
    if manages(person, programme):
        return None
    return employers(person, programme).first()


def ground(person: Person, programme: Programme, *, of_lines: bool) -> Ground:
    """The list as far as a person may see it, to check a file against."""
    partners = list(employers(person, programme))
    named = {each.pk: Named(each.organisation.name, each.pk) for each in partners}
    cohorts = [Named(each.name, each.pk) for each in programme.cohorts.all()]
    remembered = memory(programme, whose_memory(person, programme)).levels
    lines_of: dict[UUID, dict[str, str]] = {}
    for line in ReportingLine.objects.filter(partner__in=partners):
        lines_of.setdefault(line.partner_id, {})[line.email] = line.manager_email
    return Ground(
        employers={keyed(each.name): each for each in named.values()},
        cohorts={keyed(each.name): each for each in cohorts},
        may_add=manages(person, programme),
        enrolled={each.email: each for each in programme.enrolments.all()},
        lines=lines_of,
        levels={None: remembered}
        | {each.pk: remembered | known_levels(each.level_names) for each in partners},
        of_lines=of_lines,
    )
