"""What members were asked about the facilitating of a meeting, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.facilitation.duties import DUTIES, ENOUGH_ANSWERS, Duty, Level
from askwell.web.feedback.models import Asked, Asking
from askwell.web.feedback.queries.slots import Looked
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import SetMembership


def asking_of(meeting: Meeting, person: Person) -> Asking | None:
    return Asking.objects.filter(meeting=meeting, person=person).first()


def to_be_asked(looked: Looked, facilitator: Person) -> list[Person]:
    """Members who were there and are still in the set, but not the one who asks."""
    came = [UUID(each) for each in looked.told.came]
    members = SetMembership.objects.members().filter(
        learning_set=looked.meeting.learning_set_id, person__in=came
    )
    others = members.exclude(person=facilitator).select_related("person")
    return [each.person for each in others.order_by("person")]


def can_be_asked(looked: Looked, facilitator: Person) -> bool:
    """With fewer than four of them somebody's answer could be worked out."""
    return len(to_be_asked(looked, facilitator)) >= ENOUGH_ANSWERS


@dataclass(frozen=True)
class Waiting:
    """An asking that a member may answer, or has."""

    asking: Asking
    has_answered: bool
    is_open: bool

    @property
    def waits(self) -> bool:
        return self.is_open and not self.has_answered


def askings_to(meeting: Meeting, person: Person, *, at: datetime) -> list[Waiting]:
    """One for each facilitator who asked; in one query."""
    rows = Asked.objects.filter(asking__meeting=meeting, person=person)
    return [
        Waiting(each.asking, each.has_answered, each.asking.is_open(at=at))
        for each in rows.select_related("asking__person").order_by("asking")
    ]


@dataclass(frozen=True)
class Word:
    """All that is told of one item; never a number."""

    duty: Duty
    level: Level

    @property
    def words(self) -> str:
        return self.duty.by_level[self.level]


def words_in(asking: Asking) -> list[Word]:
    """Nothing of an item that fewer than four answered."""
    return [
        Word(each, Level(asking.levels[each.name]))
        for each in DUTIES
        if each.name in asking.levels
    ]
