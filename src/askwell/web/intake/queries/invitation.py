"""What an invitation to a programme says of it, to whoever holds its link."""

from django.db.models import Q

from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import Office, Partner, Programme


def enrolment_behind(code: str) -> Enrolment | None:
    """The place on a list that a link belongs to."""
    enrolments = Enrolment.objects.select_related("programme", "cohort", "partner")
    return enrolments.filter(code=code).first()


def organisations_of(programme: Programme) -> list[str]:
    """Who takes part, by name; how many people of each is not told."""
    partners = Partner.objects.filter(programme=programme)
    return list(partners.values_list("organisation__name", flat=True))


def who_invites(enrolment: Enrolment) -> list[str]:
    """Those who look after this person in the programme: their own house's first."""
    offices = (
        Office.objects.open()
        .filter(
            Q(partner__isnull=True) | Q(partner=enrolment.partner_id),
            programme=enrolment.programme_id,
            kind=Office.Kind.MANAGER,
        )
        .select_related("person")
        .order_by("given_at")
    )
    names = {
        one.person.name if one.person else one.name: one.partner_id is None
        for one in offices
    }
    return sorted(filter(None, names), key=lambda name: names[name])
