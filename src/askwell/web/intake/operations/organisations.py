"""Which organisations take part in a programme, and which of them compete."""

from collections.abc import Sequence

from django.db import transaction

from askwell.web.intake.operations.holding import hold_programme
from askwell.web.intake.refusals import NotDoneError, Reason
from askwell.web.people.models import Organisation
from askwell.web.programmes.models import Competitors, Partner, Programme


@transaction.atomic
def add_organisation(programme: Programme, *, name: str) -> Partner:
    """One more, by its name; once. Askwell may know it from elsewhere.

    Nothing follows from that: a name gives no way into what is kept for it.
    """
    hold_programme(programme)
    name = " ".join(name.split())
    organisation = Organisation.objects.filter(name__iexact=name).first()
    if organisation is None:
        organisation = Organisation.objects.create(name=name)
    partner, _is_new = Partner.objects.get_or_create(
        programme=programme, organisation=organisation
    )
    return partner


@transaction.atomic
def take_out(partner: Partner) -> None:
    """An organisation takes no part after all; nobody of it may be on the list."""
    programme = hold_programme(partner.programme)
    if programme.home_id == partner.organisation_id:
        raise NotDoneError(Reason.AT_HOME)
    if partner.enrolments.exists():
        raise NotDoneError(Reason.ON_THE_LIST)
    partner.delete()


@transaction.atomic
def name_levels(partner: Partner, *, names: Sequence[str]) -> None:
    """How the organisation calls its five levels; none means the usual words."""
    hold_programme(partner.programme)
    kept = [name.strip() for name in names]
    partner.level_names = kept if any(kept) else []
    partner.save(update_fields=["level_names"])


@transaction.atomic
def keep_apart(one: Partner, other: Partner) -> None:
    """Their people never sit in one set."""
    hold_programme(one.programme)
    if one.pk == other.pk:
        raise NotDoneError(Reason.SAME_ORGANISATION)
    first, second = sorted((one, other), key=lambda partner: partner.pk)
    Competitors.objects.get_or_create(programme=one.programme, one=first, other=second)


@transaction.atomic
def let_meet(competitors: Competitors) -> None:
    """They may sit together after all."""
    hold_programme(competitors.programme)
    competitors.delete()
