"""A set between two meetings, and what its people then do with one another."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.web.actions.models import Action
from askwell.web.calendar.operations import telling as calendars
from askwell.web.demo.naming import id_of
from askwell.web.demo.scripts import moment
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Person
from askwell.web.planning import operations as planning
from askwell.web.planning.models import Booking
from askwell.web.planning.queries import standing_bookings
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LearningSet, SetMembership, Vote
from askwell.web.programmes.queries import members_of

HOME = "Europe/London"


@dataclass(frozen=True, kw_only=True)
class Life:
    """`since` is when the meeting before was over, `now` when the story is told."""

    learning_set: LearningSet
    since: datetime
    now: datetime

    def later(self, *, days: int) -> datetime:
        """So long after the meeting, but never after now."""
        return min(self.since + timedelta(days=days), self.now)

    def ago(self, *, days: int) -> datetime:
        return self.now - timedelta(days=days)

    def on(self, when: str) -> datetime:
        """A day told as in the scripts: in 2 weeks on Thursday, 14:00."""
        return moment(when, at=self.now)

    def person(self, key: str) -> Person:
        return Person.objects.get(pk=id_of("person", key))

    def membership(self, key: str) -> SetMembership:
        mine = SetMembership.objects.current().filter(learning_set=self.learning_set)
        return mine.get(person=id_of("person", key))

    def everyone(self) -> list[Person]:
        return members_of(self.learning_set)

    def action(self, key: str, words: str) -> Action:
        """The action of somebody that begins with these words."""
        mine = Action.objects.filter(
            learning_set=self.learning_set, owner=id_of("person", key)
        )
        return next(each for each in mine if (each.words or "").startswith(words))

    # Meetings to come

    def meetings(self) -> list[Meeting]:
        own = Meeting.objects.to_come().filter(learning_set=self.learning_set)
        return list(own.order_by("starts_at"))

    def last_meeting(self) -> Meeting:
        """The one that is just over."""
        return meetings_held(self.learning_set)[0]

    def turn(self, key: str) -> Booking:
        """Somebody's first turn to present at the meetings to come."""
        turns = standing_bookings(self.meetings())
        return next(each for each in turns if each.person_id == id_of("person", key))

    def share_out_turns(self, *, taken_by: tuple[str, ...], at: datetime) -> None:
        """Offer all turns; some have said yes to their first."""
        planning.offer_turns(self.learning_set, at=at)
        for key in taken_by:
            planning.take_turn(self.turn(key), by=self.person(key))

    def reply(
        self,
        meeting: Meeting,
        *,
        coming: tuple[str, ...],
        away: tuple[str, ...] = (),
        at: datetime,
    ) -> None:
        for key in (*coming, *away):
            person = self.person(key)
            planning.reply(meeting, by=person, coming=key in coming, at=at)

    def tell_calendars(self, *, at: datetime) -> None:
        """They were told then, so that nobody is told of it now."""
        calendars.tell_all(at=at, learning_set=self.learning_set)

    # The set's own doings

    def all_agree(self, *, read: int, at: datetime) -> None:
        for hours, person in enumerate(self.everyone()):
            when = min(at + timedelta(hours=5 * hours), self.now)
            sets.agree(self.learning_set, read=read, by=person, at=when)

    def vote_to_take_turns(self, *, by: str, at: datetime) -> None:
        """Everyone wants to, so it is carried."""
        asker = self.person(by)
        vote = sets.open_vote(self.learning_set, Vote.Kind.TURNS, by=asker, at=at)
        for hours, person in enumerate(self.everyone(), start=1):
            when = at + timedelta(hours=3 * hours)
            sets.answer_vote(vote, says_yes=True, by=person, at=when)
        self.learning_set.refresh_from_db()
