"""Sets that are about to facilitate themselves, or to have a facilitator again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from askwell.web.demo.operations import person
from askwell.web.meetings.operations import schedule
from askwell.web.programmes import operations
from askwell.web.programmes.models import LearningSet, Vote
from askwell.web.programmes.queries import members_of, open_vote
from browser.arrange import sets


def make(*, members: list[str], asks: str, last: str) -> dict[str, Any]:
    """The set is asked whether it takes turns, and all but the last have said yes."""
    made = sets.make(members=members, name="Harbour lights")
    learning_set = LearningSet.objects.get(pk=UUID(made["id"]))
    now = timezone.now()
    for days in (9, 44, 79):
        schedule(learning_set, starts_at=now + timedelta(days=days), booked_minutes=60)
    operations.open_vote(learning_set, Vote.Kind.TURNS, by=person(asks), at=now)
    others_say_yes(set_id=made["id"], last=last)
    return {**made, "page": f"/sets/{made['id']}/handing-over/"}


def others_say_yes(*, set_id: str, last: str) -> None:
    """Everybody but one answers what is being asked."""
    learning_set = LearningSet.objects.get(pk=UUID(set_id))
    vote = open_vote(learning_set)
    assert vote is not None
    for each in members_of(learning_set):
        if each != person(last):
            operations.answer_vote(vote, says_yes=True, by=each, at=timezone.now())
