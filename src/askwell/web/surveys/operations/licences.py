"""Instruments that others own: leave confirmed, filled in, hidden, withdrawn."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from askwell.insight.instruments import slot_named
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.surveys.models import Licence
from askwell.web.surveys.queries.rounds import licences_of, unclosed
from askwell.web.surveys.refusals import NotDoneError, Reason, need


@transaction.atomic
def confirm(
    programme: Programme, slot: str, *, reference: str, by: Person, at: datetime
) -> Licence:
    """Somebody answers for it that the programme may use what others own."""
    _hold(programme)
    slot_named(slot)
    if held := licences_of(programme).get(slot):
        return held
    return Licence.objects.create(
        programme=programme,
        slot=slot,
        reference=reference,
        confirmed_by=by,
        confirmed_at=at,
    )


@transaction.atomic
def fill(
    programme: Programme,
    slot: str,
    items: Sequence[tuple[str, bool]],
    *,
    at: datetime,
) -> None:
    """The words of its items; those of a round that has not closed stay as they are."""
    licence = _held(programme, slot)
    need(not _asks_with(programme, slot, at=at), Reason.IN_USE)
    licence.items = [[words, turned] for words, turned in items]
    licence.save(update_fields=["items"])


@transaction.atomic
def hide(programme: Programme, slot: str, *, at: datetime) -> None:
    """Not offered any more; its words and its licence stay."""
    licence = _held(programme, slot)
    licence.hidden_at = at
    licence.save(update_fields=["hidden_at"])


@transaction.atomic
def show(programme: Programme, slot: str) -> None:
    licence = _held(programme, slot)
    licence.hidden_at = None
    licence.save(update_fields=["hidden_at"])


@transaction.atomic
def withdraw(programme: Programme, slot: str, *, at: datetime) -> None:
    """Asked no more from now on, also where a round is open; its words are deleted."""
    licence = _held(programme, slot)
    licence.withdrawn_at, licence.items = at, []
    licence.save(update_fields=["withdrawn_at", "items"])


def _held(programme: Programme, slot: str) -> Licence:
    _hold(programme)
    licence = licences_of(programme).get(slot)
    if licence is None:
        raise NotDoneError(Reason.NO_LICENCE)
    return licence


def _hold(programme: Programme) -> None:
    Programme.objects.select_for_update().get(pk=programme.pk)


def _asks_with(programme: Programme, slot: str, *, at: datetime) -> bool:
    return any(slot in each.instruments for each in unclosed(programme, at=at))
