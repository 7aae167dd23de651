"""Meetings that were held, with a slot, questions, an action and a look back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from askwell.process import commands as ask
from askwell.process.choices import ActionStatus
from askwell.web.actions import operations as actions
from askwell.web.actions.models import Action
from askwell.web.meetings import log, operations
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.writer import Accepted, Writer
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from factories import NOON, a_person, a_set
from web.meetings.rooms import a_token, put_all

TOPIC = "The rota that nobody wants"
QUESTION = "What am I asking them to pretend?"
OPEN_QUESTION = "Who loses something if it works?"
CLARIFYING = "How many wards are there?"
OTHER = "What would the night shift say?"
SEEN = "It was never about the rota"
SHARED = "I listened without preparing what to say"
WELL = "We waited for her"
WISH = "Ask fewer questions, and wait longer"


@dataclass
class Set:
    """Ana presents, Ben and Chi ask, Dan facilitates."""

    ana: Person
    ben: Person
    chi: Person
    dan: Person
    learning_set: LearningSet
    writer: Writer = field(default_factory=Writer)

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.ana, self.ben, self.chi, self.dan)

    def put(self, meeting: Meeting, *some: ask.Command) -> None:
        for command in some:
            [outcome] = put_all(self.writer, [(meeting.pk, command)])
            assert isinstance(outcome, Accepted), (command, outcome)

    def step(self, meeting: Meeting, kind: type[ask.Step], **how: object) -> None:
        now = log.state(meeting.pk).phase_number
        token = a_token()
        self.put(
            meeting, kind(by=str(self.dan.pk), token=token, expected_phase=now, **how)
        )

    def begun(self, starts_at: datetime) -> Meeting:
        meeting = operations.schedule(
            self.learning_set, starts_at=starts_at, booked_minutes=150
        )
        operations.convene(meeting)
        for each in self.people:
            self.put(meeting, ask.Arrive(by=str(each.pk), token=a_token()))
        self.put(meeting, ask.Open(by=str(self.dan.pk), token=a_token()))
        return meeting

    def say(self, meeting: Meeting, who: Person, kind: str, words: str) -> int:
        said = ask.Contribute(by=str(who.pk), token=a_token(), kind=kind, words=words)
        self.put(meeting, said)
        return max(log.state(meeting.pk).contributions)

    def go_to(self, meeting: Meeting, phase: str) -> None:
        while log.state(meeting.pk).phase.name != phase:
            self.step(meeting, ask.SkipPhase, reason="On we go.")

    def slot(
        self,
        meeting: Meeting,
        *,
        starred: bool = True,
        action: str = "Ask the ward clerks",
        wish: str = WISH,
    ) -> None:
        """Ana's topic, a question of each, a learning, an action, a look back."""
        ana = str(self.ana.pk)
        self.step(meeting, ask.BeginSlot, presenter=ana, reason="So we agreed.")
        self.put(
            meeting,
            ask.StateTopic(by=ana, token=a_token(), topic=TOPIC, question=QUESTION),
        )
        self.go_to(meeting, "clarify")
        self.say(meeting, self.chi, "clarifying_question", CLARIFYING)
        self.go_to(meeting, "explore")
        kept = self.say(meeting, self.ben, "open_question", OPEN_QUESTION)
        self.say(meeting, self.chi, "open_question", OTHER)
        if starred:
            self.put(meeting, ask.Star(by=ana, token=a_token(), contribution=kept))
        self.go_to(meeting, "reflect_and_act")
        self.put(
            meeting,
            ask.RecordLearning(by=ana, token=a_token(), words=SEEN),
            ask.NoteAction(by=ana, token=a_token(), words=action),
        )
        self.go_to(meeting, "process_review")
        self.put(
            meeting,
            ask.GiveReview(
                by=str(self.chi.pk), token=a_token(), went_well=WELL, try_next=wish
            ),
        )

    def report(self, meeting: Meeting, **how: str | ActionStatus) -> None:
        """On the first open action of the meeting."""
        first = log.state(meeting.pk).open_actions[0]
        self.put(
            meeting,
            ask.ReportBack(by=first.owner, token=a_token(), action=first.number, **how),
        )

    def end(self, meeting: Meeting) -> None:
        """Chi shares a learning at the close."""
        self.step(meeting, ask.EnterClosing, reason="Time is up.")
        self.put(
            meeting,
            ask.RecordLearning(by=str(self.chi.pk), token=a_token(), words=SHARED),
        )
        self.step(meeting, ask.Close, reason="Time is up.")
        meeting.refresh_from_db()

    def whole(self, *, days: int = 0, **slot: object) -> Meeting:
        """A meeting with one slot, from the first arrival to the close."""
        meeting = self.begun(NOON + timedelta(days=days))
        self.slot(meeting, **slot)
        self.end(meeting)
        return meeting


def a_set_that_meets(name: str = "Thursday set") -> Set:
    people: Sequence[Person] = [
        a_person("Ana Sousa"),
        a_person("Ben Whitlock"),
        a_person("Chiara Russo"),
        a_person("Dan Marsh"),
    ]
    learning_set = a_set(*people, facilitator=people[3], agreed=True, name=name)
    return Set(*people, learning_set)


def action_of(meeting: Meeting) -> Action:
    state = log.state(meeting.pk)
    number = next(n for n, each in state.actions.items() if not each.carried_in)
    made: UUID = actions.id_in_meeting(meeting.pk, number)
    return Action.objects.select_related("owner", "learning_set").get(pk=made)
