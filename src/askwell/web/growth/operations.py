"""What changes about sharing."""

from datetime import datetime

from django.db import transaction

from askwell.web.growth.models import Sharing
from askwell.web.programmes.models import SetMembership


@transaction.atomic
def share(membership: SetMembership, *, at: datetime) -> None:
    """One member's yes; said again after somebody joined, it counts again."""
    Sharing.objects.update_or_create(membership=membership, defaults={"said_at": at})


@transaction.atomic
def keep_to_ourselves(membership: SetMembership) -> None:
    """One member's word is enough, at any time."""
    Sharing.objects.filter(membership=membership).delete()
