"""Who may do what with a programme; none of it opens a door into a set.

Once a programme has ended, none of it opens anything but the page that says so.
"""

from django.db.models import Q, QuerySet

from askwell.web.people.models import Person
from askwell.web.programmes.models import Office, Partner, Programme

MANAGER, SPONSOR = Office.Kind.MANAGER, Office.Kind.SPONSOR


def managed_programmes(person: Person) -> QuerySet[Programme]:
    """Those a person looks after: as a whole, or for one organisation."""
    held = _managing(person)
    return Programme.objects.filter(pk__in=held.values("programme"))


def visible_programmes(person: Person) -> QuerySet[Programme]:
    """Those a person holds any office in, sponsors among them."""
    held = Office.objects.of(person)
    return Programme.objects.filter(pk__in=held.values("programme"))


def manages(person: Person, programme: Programme) -> bool:
    """Looks after the whole programme: its people, sets and dates."""
    held = _managing(person).filter(programme=programme)
    return held.filter(partner__isnull=True).exists()


def managed_partners(person: Person, programme: Programme) -> QuerySet[Partner]:
    """Whose people a person may see and invite: all, or those of their own employer."""
    partners = Partner.objects.filter(programme=programme)
    if manages(person, programme):
        return partners
    held = _managing(person).filter(programme=programme)
    return partners.filter(pk__in=held.values("partner"))


def speaks_for(person: Person, partner: Partner) -> bool:
    """Appointed for this very organisation; the whole programme's manager is not.

    What is one employer's alone, such as who of its people came, is shown to them.
    A programme at home in one organisation is that organisation's own. Nobody gives
    themselves another one to speak for.
    """
    held = _managing(person).filter(programme=partner.programme_id)
    others = held.filter(Q(given_by__isnull=True) | ~Q(given_by=person))
    if others.filter(partner=partner).exists():
        return True
    at_home = partner.programme.home_id == partner.organisation_id
    return at_home and held.filter(partner__isnull=True).exists()


def _managing(person: Person) -> QuerySet[Office]:
    """Their offices of managers, in programmes that go on."""
    held = Office.objects.of(person).filter(kind=MANAGER)
    return held.filter(programme__ended_at__isnull=True)
