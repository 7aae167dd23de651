"""What the front page knows about one person."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from askwell.web.actions.models import Action
from askwell.web.actions.queries import open_actions
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import LATE
from askwell.web.meetings.rules import enterable_meetings
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import OwnSet, sets_of, waiting_of
from askwell.web.programmes.rules import attended_sets

# The fewest people a set meeting is held with.
ENOUGH = 4


@dataclass(frozen=True)
class SetCard:
    """One of a person's sets, with its next meeting and their open actions in it."""

    own: OwnSet
    next_meeting: Meeting | None
    open_actions: int


@dataclass(frozen=True)
class Front:
    """Everything on a person's front page."""

    sets: list[SetCard]
    next_meeting: Meeting | None
    actions: list[Action]
    waiting: list[SetMembership]

    @property
    def unread(self) -> LearningSet | None:
        """A set whose agreement waits for the person's yes."""
        return next(
            (each.own.learning_set for each in self.sets if not each.own.has_agreed),
            None,
        )

    @property
    def small(self) -> LearningSet | None:
        """A set that has too few people to meet."""
        return next(
            (each.own.learning_set for each in self.sets if each.own.size < ENOUGH),
            None,
        )


def front(person: Person, *, at: datetime) -> Front:
    """As many queries for many sets as for one."""
    meetings = _coming(person, at=at)
    actions = list(open_actions(person))
    return Front(
        sets=[_card(each, meetings, actions) for each in sets_of(person)],
        next_meeting=meetings[0] if meetings else None,
        actions=actions,
        waiting=list(waiting_of(person)),
    )


def _coming(person: Person, *, at: datetime) -> list[Meeting]:
    """Meetings whose door is open to the person: those in progress, then by time.

    Whoever waits for a set's answer may stand at the door of a meeting that is on.
    """
    to_come = Q(starts_at__gt=at - LATE, learning_set__in=attended_sets(person))
    coming = (
        enterable_meetings(person)
        .filter(Q(opened_at__isnull=False) | to_come, closed_at__isnull=True)
        .order_by("starts_at")
    )
    return sorted(coming, key=lambda each: each.opened_at is None)


def _card(own: OwnSet, meetings: list[Meeting], actions: list[Action]) -> SetCard:
    set_id = own.learning_set.pk
    return SetCard(
        own=own,
        next_meeting=next((m for m in meetings if m.learning_set_id == set_id), None),
        open_actions=sum(action.learning_set_id == set_id for action in actions),
    )
