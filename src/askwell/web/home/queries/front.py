"""What the front page knows about one person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.web.actions.models import Action
from askwell.web.actions.queries import open_actions
from askwell.web.growth.queries.sharing import facilitates
from askwell.web.home.steps import NextStep, next_step
from askwell.web.home.steps.facilitating import to_learn
from askwell.web.home.steps.meetings import meetings_ahead
from askwell.web.home.steps.step import Seeker
from askwell.web.intake.queries import own_enrolments
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import SetMembership
from askwell.web.programmes.queries import OwnSet, sets_of, waiting_of
from askwell.web.running.queries.programmes import OwnProgramme, programmes_of
from askwell.web.surveys.models import Round
from askwell.web.surveys.queries.rounds import waiting_for


@dataclass(frozen=True)
class SetCard:
    """One of a person's sets, with its next meeting and their open actions in it."""

    own: OwnSet
    next_meeting: Meeting | None
    open_actions: int


@dataclass(frozen=True)
class Front:
    """Everything on a person's front page."""

    step: NextStep | None
    sets: list[SetCard]
    actions: list[Action]
    waiting: list[SetMembership]
    is_enrolled: bool
    facilitates: bool
    programmes: list[OwnProgramme]
    rounds: list[Round]
    """Questions to answer that are not the next step already."""
    learning: NextStep | None
    """What is next in learning to facilitate, if that is not the next step already."""

    @property
    def own_sets(self) -> set[UUID]:
        """What a set is called today is not for who has left it."""
        return {each.own.learning_set.pk for each in self.sets}


def front(person: Person, *, at: datetime) -> Front:
    """As many queries for many sets as for one."""
    seeker = Seeker(person, at)
    meetings = list(meetings_ahead(seeker))
    actions, step = list(open_actions(person)), next_step(seeker)
    rounds, learning = waiting_for(person, at=at), to_learn(seeker)
    return Front(
        step=step,
        sets=[_card(each, meetings, actions) for each in sets_of(person)],
        actions=actions,
        waiting=list(waiting_of(person)),
        is_enrolled=own_enrolments(person).exists(),
        facilitates=facilitates(person),
        programmes=[
            each for each in programmes_of(person) if not each.programme.ended_at
        ],
        rounds=[
            each
            for each in rounds
            if step is None or step.path != each.get_absolute_url()
        ],
        learning=None if learning == step else learning,
    )


def _card(own: OwnSet, meetings: list[Meeting], actions: list[Action]) -> SetCard:
    set_id = own.learning_set.pk
    return SetCard(
        own=own,
        next_meeting=next((m for m in meetings if m.learning_set_id == set_id), None),
        open_actions=sum(action.learning_set_id == set_id for action in actions),
    )
