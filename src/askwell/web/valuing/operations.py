"""What changes about costs and estimates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.valuing import estimates
from askwell.web.valuing.estimates import Said
from askwell.web.valuing.models import Costing, Spared
from askwell.web.valuing.queries.spared import Thing, spared_by


@transaction.atomic
def keep_costs(
    programme: Programme, values: Mapping[str, Any], *, by: Person, at: datetime
) -> Costing:
    """Figures that were released already stay as they are."""
    kept, _is_new = Costing.objects.update_or_create(
        programme=programme,
        defaults={**values, "changed_by": by, "changed_at": at},
    )
    return kept


@transaction.atomic
def estimate(thing: Thing, said: Said, *, by: Person, at: datetime) -> Spared:
    """Keep what an owner says of their own; said again, it is put in its place."""
    known = spared_by(thing) or Spared(
        owner=by,
        learning_set=thing.learning_set,
        action=thing.action,
        topic=thing.topic,
        said_at=at,
    )
    known.said = estimates.written(said)
    known.save()
    return known


@transaction.atomic
def take_back(thing: Thing) -> None:
    """It counts in no figure from now on; released figures stay as they are."""
    if spared := spared_by(thing):
        spared.delete()
