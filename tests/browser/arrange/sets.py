"""Sets of the cast's people, begun, joined and agreed."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

from django.utils import timezone

from askwell.web.actions.operations import note
from askwell.web.demo.operations import person
from askwell.web.programmes import operations
from askwell.web.programmes.models import Belonging, LearningSet
from askwell.web.topics import operations as topics

WORDS = "What is said here stays here.\nWe ask more than we tell."

# Apart by days, since nobody may send many invitations on one.
_sets = count()


def make(
    *,
    members: list[str],
    facilitator: str = "",
    name: str = "Lantern Street",
    agreed: bool = True,
    meeting_format: str = "virtual_60",
    link: str = "",
    actions: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A set of these people, each by the short name of the cast.

    In rounds the facilitator comes first, then the members in this order.
    `actions` are those still open, by their owner.
    """
    now = timezone.now()
    began_at = now - timedelta(days=400 - 2 * next(_sets))
    host, *others = [facilitator, *members] if facilitator else members
    learning_set = operations.begin_set(
        name=name,
        purpose="For people who begin something this year.",
        by=person(host),
        at=began_at,
        meeting_format=meeting_format,
        meeting_link=link,
        facilitates=bool(facilitator),
        words=WORDS,
    )
    for number, key in enumerate(others, 1):
        at = began_at + timedelta(hours=number)
        invitation = operations.invite(
            learning_set, email=person(key).email, by=person(host), at=at
        )
        operations.ask_to_join(invitation, person(key), at=at)
    if agreed:
        for key in (host, *others):
            operations.agree(learning_set, read=1, by=person(key), at=now)
    noted = {
        key: note(learning_set=learning_set, owner=person(key), words=words, at=now)
        for key, words in (actions or {}).items()
    }
    return {
        "id": str(learning_set.pk),
        "name": name,
        "people": {key: str(person(key).pk) for key in (host, *others)},
        "actions": {key: str(action.pk) for key, action in noted.items()},
    }


def guest_link(*, set_id: str, by: str) -> str:
    """The path behind which a guest may ask to come in."""
    link = operations.open_link(
        LearningSet.objects.get(pk=UUID(set_id)),
        belonging=Belonging.GUEST,
        by=person(by),
        at=timezone.now(),
    )
    return f"/join/{link.code}/"


def topic(*, owner: str, headline: str) -> str:
    """A topic somebody keeps, with all that one can write in it; its id."""
    now = timezone.now()
    kept = topics.keep(owner=person(owner), headline=headline, at=now)
    words = {"what": "It began in May.", "gamma": "To ask.", "task": "familiar"}
    topics.change(kept, words, by=person(owner), at=now)
    return str(kept.pk)
