"""The question loop: what one's own questions have set in motion, for oneself alone.

A star is drawn beside a question in the room, for everybody who hears it: the asker
may therefore find it here. Where a presenter puts a question (kept, parked,
discarded) is the presenter's alone, and is nowhere in this. Nor is who starred.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from askwell.process.kinds import CLARIFYING_QUESTION, CLOSED_QUESTION, kind_named
from askwell.process.people import PersonId
from askwell.process.records import Contribution
from askwell.process.state import State
from askwell.web.learning.models import Naming
from askwell.web.learning.queries.gathering import meetings_of, names_of_sets
from askwell.web.learning.queries.heard import Hearing, hearing_of
from askwell.web.meetings import memory
from askwell.web.meetings.memory import Spoken
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets


@dataclass(frozen=True)
class Starred:
    """A question of one's own that shifted somebody's thinking."""

    words: str
    kind: str
    at: datetime
    learning_set: str


@dataclass(frozen=True)
class Asked:
    """What one asked at one meeting."""

    at: datetime
    clarifying: int
    open: int
    closed: int
    starred: int

    @property
    def all(self) -> int:
        return self.clarifying + self.open + self.closed


@dataclass(frozen=True)
class Loop:
    """One's own pattern over time, the newest meeting last."""

    starred: tuple[Starred, ...]
    meetings: tuple[Asked, ...]
    kinds: tuple[tuple[str, int], ...]
    may_be_named: bool
    heard: Hearing
    may_give: tuple[tuple[UUID, str], ...]
    """The sets that may give away what one has corrected in them."""

    @property
    def asked(self) -> int:
        return sum(each.all for each in self.meetings)

    @property
    def stars(self) -> int:
        return sum(each.starred for each in self.meetings)


def loop_of(person: Person) -> Loop:
    meetings = {each.pk: each for each in meetings_of(person)}
    states = memory.states(meetings.values())
    me = str(person.pk)
    asked = {pk: _asked_by(me, states[pk]) for pk in meetings}
    starred = [
        (meetings[pk], each) for pk in meetings for each in asked[pk] if each.starred
    ]
    sets = names_of_sets(person)
    kinds = Counter(each.kind for some in asked.values() for each in some)
    return Loop(
        starred=tuple(_starred(starred, meetings, sets)),
        meetings=tuple(
            _counted(meetings[pk], asked[pk]) for pk in meetings if asked[pk]
        ),
        kinds=tuple((_(kind_named(name).title), n) for name, n in kinds.most_common()),
        may_be_named=Naming.objects.filter(person=person).exists(),
        heard=hearing_of(person, list(meetings.values()), asked, states, sets),
        may_give=tuple(_sets_corrected_in(person)),
    )


def _sets_corrected_in(person: Person) -> QuerySet[LearningSet, tuple[UUID, str]]:
    mine = readable_sets(person).filter(corrections__author=person)
    return mine.distinct().order_by("name").values_list("pk", "name")


def _asked_by(me: PersonId, state: State) -> list[Contribution]:
    return [
        each
        for each in state.contributions.values()
        if each.person == me
        and kind_named(each.kind).is_question
        and not each.taken_back
    ]


def _starred(
    questions: list[tuple[Meeting, Contribution]],
    meetings: dict[UUID, Meeting],
    sets: dict[UUID, str],
) -> list[Starred]:
    places = {
        Spoken(meeting.pk, each.words) for meeting, each in questions if each.words
    }
    said = memory.opened(places, meetings)
    found = [
        Starred(
            words=said.get(Spoken(meeting.pk, each.words or ""), ""),
            kind=_(kind_named(each.kind).title),
            at=each.at,
            learning_set=sets.get(meeting.learning_set_id, ""),
        )
        for meeting, each in questions
    ]
    return list(reversed(found))


def _counted(meeting: Meeting, asked: list[Contribution]) -> Asked:
    kinds = Counter(each.kind for each in asked)
    clarifying = kinds.pop(CLARIFYING_QUESTION.name, 0)
    closed = kinds.pop(CLOSED_QUESTION.name, 0)
    return Asked(
        at=meeting.opened_at or meeting.starts_at,
        clarifying=clarifying,
        open=kinds.total(),
        closed=closed,
        starred=sum(each.starred for each in asked),
    )
