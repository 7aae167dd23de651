"""What a set's own page knows, for one of those who read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.web.actions.queries import open_actions
from askwell.web.home.steps import NextStep, next_step
from askwell.web.home.steps.step import Seeker
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.meetings.wishes import Wish, newest_wish
from askwell.web.people.models import Person
from askwell.web.planning.queries import ComingMeeting, upcoming
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import (
    current_contract,
    people_of,
    takes_turns,
    unanswered,
    yet_to_agree,
)
from askwell.web.start.first_days import Stage, first_days
from askwell.web.transcripts.models import Transcript

# So many of the latest meetings stand on the page; the log has them all.
LATEST = 5


@dataclass(frozen=True)
class SetPage:
    """Everything on a set's own page."""

    step: NextStep | None
    coming: list[ComingMeeting]
    my_reply: bool | None
    held: list[Meeting]
    heard: set[UUID]
    """Those of them whose transcript is read."""
    wish: Wish | None
    wished_by: str
    people: list[SetMembership]
    takes_turns: bool
    yet_to_agree: list[Person]
    has_contract: bool
    my_open_actions: int
    first_days: list[Stage]

    @property
    def next_meeting(self) -> ComingMeeting | None:
        return self.coming[0] if self.coming else None

    @property
    def later(self) -> list[ComingMeeting]:
        return self.coming[1:]


def set_page(learning_set: LearningSet, person: Person, *, at: datetime) -> SetPage:
    everybody = people_of(learning_set)
    people = [one for one in everybody if one.is_current]
    held = list(meetings_held(learning_set)[:LATEST])
    missing = yet_to_agree(learning_set)
    coming = [
        one for one in upcoming(learning_set, at=at) if one.meeting.cancelled_at is None
    ]
    wish = newest_wish(learning_set)
    names = {str(one.person_id): one.person.name for one in people}
    return SetPage(
        step=next_step(Seeker(person, at, learning_set)),
        coming=coming,
        my_reply=coming[0].reply_of(person) if coming else None,
        held=held,
        heard=_heard(held),
        wish=wish,
        wished_by=names.get(wish.person, "") if wish else "",
        people=people,
        takes_turns=takes_turns(learning_set),
        yet_to_agree=missing,
        has_contract=current_contract(learning_set) is not None,
        my_open_actions=open_actions(person).filter(learning_set=learning_set).count(),
        first_days=[]
        if held or learning_set.ended_at
        else first_days(
            members=sum(one.is_member for one in people),
            invited=len(unanswered(learning_set)),
            missing=len(missing),
            first_at=coming[0].meeting.starts_at if coming else None,
            asking=sum(one.is_waiting for one in everybody),
        ),
    )


def _heard(held: list[Meeting]) -> set[UUID]:
    read = Transcript.objects.read().filter(meeting__in=held)
    return set(read.values_list("meeting_id", flat=True))
