"""What a set's own page knows, for one of its members."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.web.actions.queries import open_actions
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held, next_meeting
from askwell.web.meetings.wishes import Wish, newest_wish
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import current_contract, members_of, yet_to_agree


@dataclass(frozen=True)
class SetPage:
    """Everything on a set's own page, for one of its members."""

    members: list[Person]
    facilitators: set[UUID]
    next_meeting: Meeting | None
    held: list[Meeting]
    wish: Wish | None
    wished_by: str
    my_open_actions: int
    yet_to_agree: list[Person]
    has_contract: bool
    i_have_agreed: bool


def set_page(learning_set: LearningSet, person: Person, *, at: datetime) -> SetPage:
    members = members_of(learning_set)
    missing = yet_to_agree(learning_set)
    wish = newest_wish(learning_set)
    names = {str(member.pk): str(member) for member in members}
    leading = SetMembership.objects.members().filter(
        learning_set=learning_set, is_facilitator=True
    )
    return SetPage(
        members=members,
        facilitators=set(leading.values_list("person_id", flat=True)),
        next_meeting=next_meeting(learning_set, at=at),
        held=list(meetings_held(learning_set)),
        wish=wish,
        wished_by=names.get(wish.person, "") if wish else "",
        my_open_actions=open_actions(person).filter(learning_set=learning_set).count(),
        yet_to_agree=missing,
        has_contract=current_contract(learning_set) is not None,
        i_have_agreed=person not in missing,
    )
