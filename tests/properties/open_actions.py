"""The life of a set, lived with the product's own operations, and what it must keep.

Beside the set runs the simplest of models: which actions there are, and whether their
owner has said that they are done with. After every deed the two are compared.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from uuid import UUID

from hypothesis import strategies as st

from askwell.process import commands as ask
from askwell.process.choices import ActionStatus, Stage
from askwell.process.people import ASKWELL
from askwell.process.records import SETTLED
from askwell.process.state import State
from askwell.web.actions import operations as actions
from askwell.web.actions import queries
from askwell.web.actions.models import SETTLED as FINAL
from askwell.web.actions.models import Status
from askwell.web.meetings import log
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.writer import Accepted, Writer
from askwell.web.people.models import Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import Belonging, LearningSet
from askwell.web.programmes.queries import membership_of
from factories import NOON, a_person, a_set, is_in
from web.meetings.rooms import put_all

LEADER, OTHERS, GUEST = "fay", ("ana", "ben", "cho"), "gus"
PEOPLE = (LEADER, *OTHERS, GUEST)
TOLD = (
    ActionStatus.DONE,
    ActionStatus.PARTLY,
    ActionStatus.CHANGED,
    ActionStatus.DROPPED,
    ActionStatus.NOT_YET,
)


@dataclass(frozen=True)
class Deed:
    """Somebody does something; `which` picks one of what there is to pick from."""

    act: str
    who: str
    which: int
    here: frozenset[str]


deeds = st.builds(
    Deed,
    act=st.sampled_from(
        ("meet", "meet", "meet", "choose", "drop", "take up", "leave", "return", "tell")
    ),
    who=st.sampled_from((*OTHERS, GUEST)),
    which=st.integers(0, 59),
    here=st.frozensets(st.sampled_from((*OTHERS, GUEST))),
)
lives = st.lists(deeds, min_size=3, max_size=12)


@dataclass
class Life:
    """A set of four with a guest, and what the model knows of its actions."""

    people: dict[str, Person]
    learning_set: LearningSet
    owners: dict[UUID, str] = field(default_factory=dict)
    open: set[UUID] = field(default_factory=set)
    writer: Writer = field(default_factory=Writer)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def live(self, deed: Deed) -> None:
        acts: dict[str, Callable[[Deed], None]] = {
            "meet": self.meet,
            "choose": self.choose,
            "drop": self.drop,
            "take up": self.take_up,
            "leave": self.leave,
            "return": self.come_back,
            "tell": self.tell_oneself,
        }
        acts[deed.act](deed)
        self.check()

    # What must hold

    def check(self) -> None:
        """INV-9: open is what its owner has not said to be done with; nothing else."""
        waiting = {each.pk for each in queries.awaiting_report(self.learning_set)}
        assert waiting == self.open
        for name, person in self.people.items():
            own = {each.pk for each in queries.open_actions(person)}
            assert own == self.open_of(name)

    def open_of(self, *names: str) -> set[UUID]:
        return {each for each in self.open if self.owners[each] in names}

    def here_now(self) -> list[str]:
        return [name for name in PEOPLE if self.belongs(name)]

    def belongs(self, name: str) -> bool:
        found = membership_of(self.people[name], self.learning_set)
        return found is not None and found.is_current

    # Between meetings

    def choose(self, deed: Deed) -> None:
        try:
            made = actions.choose(
                learning_set=self.learning_set,
                owner=self.people[deed.who],
                words="Ask them",
                at=NOON,
            )
        except actions.NotInTheSetError:
            assert not self.belongs(deed.who) or deed.who == GUEST
        else:
            self.note(made.pk, deed.who)

    def note(self, action: UUID, owner: str) -> None:
        self.owners[action] = owner
        self.open.add(action)

    def drop(self, deed: Deed) -> None:
        for each in self.one_of(deed):
            actions.drop(each, by=each.owner)

    def take_up(self, deed: Deed) -> None:
        for each in self.one_of(deed):
            actions.take_up_again(each, by=each.owner)

    def tell_oneself(self, deed: Deed) -> None:
        status = Status(TOLD[deed.which % len(TOLD)].value)
        for each in self.one_of(deed):
            try:
                actions.settle_alone(
                    each, by=each.owner, status=status, told=actions.Told(), at=NOON
                )
            except actions.StillToBeToldError:
                assert self.belongs(deed.who)
            else:
                self.said(each.pk, settled=status in FINAL)

    def one_of(self, deed: Deed):
        own = list(queries.open_actions(self.people[deed.who]))
        return [own[deed.which % len(own)]] if own else []

    def said(self, action: UUID, *, settled: bool) -> None:
        self.open -= {action}
        if not settled:
            self.open |= {action}

    def leave(self, deed: Deed) -> None:
        found = membership_of(self.people[deed.who], self.learning_set)
        if found is not None and found.is_current:
            sets.leave(found, at=self.now())

    def come_back(self, deed: Deed) -> None:
        if membership_of(self.people[deed.who], self.learning_set) is None:
            belonging = Belonging.GUEST if deed.who == GUEST else Belonging.MEMBER
            is_in(
                self.learning_set,
                self.people[deed.who],
                joined_at=self.now(),
                belonging=belonging,
            )

    def now(self):
        return NOON + timedelta(minutes=next(self.numbers))

    # At a meeting

    def meet(self, deed: Deed) -> None:
        meeting = meetings.schedule(
            self.learning_set, starts_at=self.now(), booked_minutes=150
        )
        meetings.convene(meeting)
        self.learning_set.refresh_from_db()
        state = log.state(meeting.pk)
        self.check_carried(state)
        names = [name for name in self.here_now() if name in {LEADER, *deed.here}]
        self.open_room(meeting, names)
        self.report(meeting, names, deed.which)
        if deed.which % 3 == 0:
            self.present(meeting, names, deed.which)
        if deed.which % 4 == 0:
            self.leave_in_the_middle(meeting, deed.who)
        if deed.which % 5 == 0:
            self.report(meeting, names, deed.which + 1)
        self.close(meeting)
        if deed.which % 7 == 0:
            self.put(meeting, ask.Reopen(by=self.id(LEADER), token=self.token()))
            self.report(meeting, names, deed.which + 2)
            self.close(meeting)

    def check_carried(self, state: State) -> None:
        """The meeting opens with every open action of those in the set."""
        carried = {UUID(each.action_id) for each in state.open_actions}
        assert carried == self.open_of(*self.here_now())

    def open_room(self, meeting: Meeting, names: list[str]) -> None:
        for name in names:
            self.put(meeting, ask.Arrive(by=self.id(name), token=self.token()))
        version = log.state(meeting.pk).contract_version
        for name in names:
            agree = ask.AgreeContract(
                by=self.id(name), token=self.token(), version=version
            )
            self.put(meeting, agree)
        self.put(meeting, ask.Open(by=self.id(LEADER), token=self.token()))
        assert log.state(meeting.pk).stage is Stage.RUNNING

    def report(self, meeting: Meeting, names: list[str], which: int) -> None:
        """Everybody there tells of some of theirs; the others are carried forward."""
        carried = log.state(meeting.pk).actions.values()
        mine = [each for each in carried if each.carried_in]
        for nth, each in enumerate(mine):
            if (which + nth) % 2:
                continue
            status = TOLD[(which + nth) % len(TOLD)]
            told = ask.ReportBack(
                by=each.owner, token=self.token(), action=each.number, status=status
            )
            if self.put(meeting, told):
                self.said(UUID(each.action_id), settled=status in SETTLED)

    def present(self, meeting: Meeting, names: list[str], which: int) -> None:
        """A short slot, after which its presenter notes an action or two."""
        others = [name for name in names if name != LEADER]
        if not others:
            return
        presenter = self.id(others[which % len(others)])
        self.step(meeting, ask.BeginSlot, presenter=presenter, reason="So we agreed.")
        self.put(meeting, ask.StopSlot(by=presenter, token=self.token()))
        self.step(meeting, ask.EnterClosing, reason="A short one.")
        for _ in range(1 + which % 2):
            self.put(
                meeting,
                ask.NoteAction(by=presenter, token=self.token(), words="Ring her"),
            )
        noted = log.state(meeting.pk).actions.values()
        for each in noted:
            if not each.carried_in:
                action = actions.id_in_meeting(meeting.pk, each.number)
                self.note(action, self.name(each.owner))

    def leave_in_the_middle(self, meeting: Meeting, name: str) -> None:
        found = membership_of(self.people[name], self.learning_set)
        if found is not None and found.is_current:
            sets.leave(found, at=self.now())
            removal = ask.RemovePerson(
                by=ASKWELL, token=self.token(), person=self.id(name)
            )
            self.put(meeting, removal)

    def close(self, meeting: Meeting) -> None:
        self.step(meeting, ask.Close, reason="Time is up.")
        state = log.state(meeting.pk)
        assert state.stage is Stage.CLOSED
        assert all(each.carried_forward for each in state.open_actions)
        self.learning_set.refresh_from_db()

    def step(self, meeting: Meeting, kind: type[ask.Step], **details: object) -> bool:
        return self.put(
            meeting,
            kind(
                by=self.id(LEADER),
                token=self.token(),
                expected_phase=log.state(meeting.pk).phase_number,
                **details,
            ),
        )

    def put(self, meeting: Meeting, command: ask.Command) -> bool:
        [outcome] = put_all(self.writer, [(meeting.pk, command)])
        return isinstance(outcome, Accepted)

    def token(self) -> str:
        return f"deed-{next(self.numbers)}"

    def id(self, name: str) -> str:
        return str(self.people[name].pk)

    def name(self, person: str) -> str:
        return next(name for name in PEOPLE if self.id(name) == person)


def a_life() -> Life:
    people = {name: a_person(name.title()) for name in PEOPLE}
    learning_set = a_set(
        *(people[name] for name in (LEADER, *OTHERS)),
        facilitator=people[LEADER],
        guests=[people[GUEST]],
        agreed=True,
    )
    return Life(people, learning_set)
