"""A closed meeting with slots in its log, without playing all of it."""

from collections.abc import Iterable
from typing import Any

from askwell.facilitation.competencies import COMPETENCIES
from askwell.process.choices import SlotEnd
from askwell.process.events import (
    Arrived,
    Event,
    PhaseBegan,
    SlotBegan,
    SlotEnded,
    TurnGiven,
    dump,
)
from askwell.process.formats.shape import Section
from askwell.web.feedback.models import Asking, Observation, Watch
from askwell.web.feedback.operations import asking, observing, watching
from askwell.web.feedback.reading import Rating
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.meetings.operations import convene
from askwell.web.people.models import Person
from askwell.web.programmes.models import Belonging, LearningSet
from factories import NOON, a_person, a_set, is_in, minutes

NAMES = ("Ana Sousa", "Ben Whitlock", "Chiara Russo", "Dov Levi", "Efua Mensah")
GOOD = {each.name: Rating(3, "Waited, and then asked.") for each in COMPETENCIES}


class Evening:
    """A set of five and its meeting; the first facilitates, the second presents."""

    def __init__(
        self, *, members: int = 5, observer: Person | None = None, **of_slot: Any
    ) -> None:
        self.people = [a_person(name) for name in NAMES[:members]]
        self.lead, self.presenter, *self.others = self.people
        self.learning_set = a_set(*self.people, facilitator=self.lead, agreed=True)
        self.observer = observer
        if observer:
            is_in(self.learning_set, observer, belonging=Belonging.OBSERVER)
        self.meeting = a_held(self.learning_set, self._log(**of_slot))

    def _log(self, *, turns: Iterable[int] = (), late: bool = False) -> list[Event]:
        """`turns` are places in `people`; who is late comes after the slot began."""
        there = [*self.people, *([self.observer] if self.observer else [])]
        ids = [str(each.pk) for each in there]
        arrived = [Arrived(number=0, at=NOON, person=each) for each in ids]
        began = SlotBegan(
            number=0,
            at=NOON,
            person=ids[0],
            slot=17,
            presenter=ids[1],
            facilitator=ids[0],
        )
        phase = PhaseBegan(
            number=0,
            at=NOON,
            person=ids[0],
            phase="explore",
            section=Section.SLOT,
            index=0,
            slot=17,
            minutes=20,
        )
        given = [TurnGiven(number=0, at=NOON, person=ids[0], to=ids[n]) for n in turns]
        ended = SlotEnded(
            number=0, at=NOON, person=ids[0], slot=17, how=SlotEnd.COMPLETED
        )
        if late:
            *arrived, latecomer = arrived
            return [*arrived, began, phase, latecomer, *given, ended]
        return [*arrived, began, phase, *given, ended]

    def asks(self) -> Asking:
        return asking.ask(self.meeting, by=self.lead, at=NOON)


def a_held(learning_set: LearningSet, events: Iterable[Event] = ()) -> Meeting:
    """A meeting that was held, with these in its log."""
    meeting = Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=90,
        starts_at=NOON,
    )
    convene(meeting)
    meeting.refresh_from_db()
    note(meeting, events)
    meeting.opened_at, meeting.closed_at = NOON, NOON + minutes(90)
    meeting.save()
    return meeting


def note(meeting: Meeting, events: Iterable[Event]) -> None:
    """Put events into the log as if they had happened."""
    for event in events:
        meeting.head += 1
        stored = dump(event)
        Entry.objects.create(
            meeting=meeting,
            number=meeting.head,
            kind=stored.kind,
            person=stored.person,
            data=stored.data,
            at=NOON,
        )
    meeting.save(update_fields=["head"])


def a_watch(evening: Evening) -> Watch:
    """The one who facilitates asked the observer, who agreed."""
    assert evening.observer
    asked = watching.ask_to_observe(
        evening.learning_set, evening.observer, by=evening.lead, at=NOON
    )
    watching.agree(asked, by=evening.observer, at=NOON)
    asked.refresh_from_db()
    return asked


def a_draft(evening: Evening, ratings: dict[str, Rating] | None = None) -> Observation:
    assert evening.observer
    found = observing.begin(
        a_watch(evening), meeting=evening.meeting, slot=1, by=evening.observer, at=NOON
    )
    observing.write(found, ratings or GOOD, by=evening.observer)
    found.refresh_from_db()
    return found


def a_read(evening: Evening, ratings: dict[str, Rating] | None = None) -> Observation:
    """Signed, and opened by whom it is about."""
    found = a_signed(evening, ratings)
    observing.open_it(found, by=evening.lead, at=NOON)
    found.refresh_from_db()
    return found


def a_signed(evening: Evening, ratings: dict[str, Rating] | None = None) -> Observation:
    found = a_draft(evening, ratings)
    assert evening.observer
    observing.sign(found, by=evening.observer, at=NOON)
    found.refresh_from_db()
    return found
