"""The meeting as it stands after some entries of its log."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from askwell.process.brief import Brief
from askwell.process.choices import HeardAs, Stage
from askwell.process.formats import format_named
from askwell.process.formats.shape import Format, Phase, Role, Script
from askwell.process.listening import (
    CaptionAddress,
    Met,
    Permission,
    Tallied,
    TurnRead,
)
from askwell.process.people import Belonging, Casting, PersonId
from askwell.process.records import (
    Action,
    Bid,
    Contribution,
    Course,
    Hand,
    HelpSignal,
    Improvement,
    Joining,
    Learning,
    NextMeeting,
    Nomination,
    Note,
    Order,
    Participant,
    PhaseNow,
    ProposedExtension,
    Pulse,
    Review,
    Slot,
    Topic,
    UndoableStep,
)
from askwell.process.uses import Use, uses_in

RoundKey = tuple[int | None, str]
"""A slot (or none) and the name of a phase: where somebody spoke."""


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything a screen or a decision needs to know about a meeting.

    Mappings keyed by int are keyed by the number of the entry at which the
    thing came into being, in that order.
    """

    head: int = 0
    brief: Brief | None = None
    course: Course = field(default_factory=Course)

    people: Mapping[PersonId, Participant] = field(default_factory=dict)
    joining: Mapping[PersonId, Joining] = field(default_factory=dict)
    facilitator: PersonId | None = None
    co_facilitators: frozenset[PersonId] = frozenset()
    handed_over_by: PersonId | None = None
    """Who may take the facilitator's role back."""
    nominations: Mapping[PersonId, Nomination] = field(default_factory=dict)
    """By who gave their voice; none is left once the facilitator does anything."""
    facilitator_as_member: bool = False
    parts: Mapping[Casting, PersonId] = field(default_factory=dict)
    contract_version: int = 1
    contract_reopened: bool = False
    """Whether people have come or gone in this meeting, so that all agree anew."""

    improvement: Improvement | None = None
    bids: Mapping[PersonId, Bid] = field(default_factory=dict)
    declined: frozenset[PersonId] = frozenset()
    topics: Mapping[int, Topic] = field(default_factory=dict)
    """The topic of each slot, by the slot's number."""
    contributions: Mapping[int, Contribution] = field(default_factory=dict)
    spoken: Mapping[RoundKey, Mapping[PersonId, int]] = field(default_factory=dict)
    """How often each person spoke, passed or was given the turn, phase by phase."""
    heard: frozenset[RoundKey] = frozenset()
    """Phases in which somebody was noted; the turn alone says nothing yet."""
    hands: tuple[Hand, ...] = ()
    proposed_extension: ProposedExtension | None = None

    actions: Mapping[int, Action] = field(default_factory=dict)
    learnings: tuple[Learning, ...] = ()
    reviews: tuple[Review, ...] = ()
    pulses: Mapping[int, Pulse] = field(default_factory=dict)
    notes: Mapping[int, Note] = field(default_factory=dict)
    signals: Mapping[int, HelpSignal] = field(default_factory=dict)
    next_meeting: NextMeeting | None = None

    permissions: Mapping[str, Permission] = field(default_factory=dict)
    """What the set is asked to allow in this meeting, or has, by the use's name."""
    refused_uses: Mapping[str, int] = field(default_factory=dict)
    """The number of the phase in which somebody last said no, by the use's name."""
    caption_address: CaptionAddress | None = None
    turns_read: tuple[TurnRead, ...] = ()
    """What turns in captions were read as, while all let their number be seen."""
    hints: Mapping[PersonId, HeardAs] = field(default_factory=dict)
    """Whose last words in this phase could be heard as advice; each sees their own."""
    hushed: frozenset[PersonId] = frozenset()
    """Who wants to hear nothing more from the coach in this meeting."""
    tallied: tuple[Tallied, ...] = ()
    tallies_shown: frozenset[int] = frozenset()
    """Slots of which the set may see what whoever facilitates has counted."""

    met: tuple[Met, ...] = ()
    """What whoever facilitates has noticed, for those who facilitate alone."""
    guided: Mapping[PersonId, bool] = field(default_factory=dict)
    """Who has said whether they want words to read out; each knows of themselves."""

    steps: tuple[UndoableStep, ...] = ()
    tokens: Mapping[str, int] = field(default_factory=dict)
    """The mark of every command taken in, with the entry it stands on."""

    # What the meeting follows

    @property
    def format(self) -> Format:
        """Raises ValueError before the meeting is convened."""
        return format_named(self._convened.format)

    @property
    def script(self) -> Script:
        """Raises ValueError before the meeting is convened."""
        return self._convened.script

    @property
    def _convened(self) -> Brief:
        if self.brief is None:
            raise ValueError("This meeting has not been convened.")
        return self.brief

    @property
    def booked_minutes(self) -> int:
        return self._convened.booked_minutes

    @property
    def actions_to_report(self) -> int:
        """How many actions were carried in, reported on or not."""
        return sum(action.carried_in for action in self.actions.values())

    # Where it is

    @property
    def stage(self) -> Stage:
        return self.course.stage

    @property
    def phase(self) -> PhaseNow | None:
        return self.course.phase

    @property
    def phase_number(self) -> int:
        """What facilitator's commands carry as `expected_phase`."""
        return self.course.phase.number if self.course.phase else 0

    @property
    def phase_in_script(self) -> Phase | None:
        """The present phase as the format describes it."""
        now = self.course.phase
        return self.script.section(now.section)[now.index] if now else None

    @property
    def order(self) -> Order | None:
        return self.course.order

    # The slot

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.course.slots

    @property
    def slot(self) -> Slot | None:
        """The slot that is running."""
        last = self.course.slots[-1] if self.course.slots else None
        return last if last and last.running else None

    @property
    def presenter(self) -> PersonId | None:
        return self.slot.presenter if self.slot else None

    @property
    def topic(self) -> Topic | None:
        """The topic of the running slot."""
        return self.topics.get(self.slot.number) if self.slot else None

    @property
    def presenters_to_come(self) -> tuple[PersonId, ...]:
        """Who is in the chosen order and has not yet had a slot."""
        if self.course.order is None:
            return ()
        begun = {slot.presenter for slot in self.course.slots}
        return tuple(p for p in self.course.order.people if p not in begun)

    def contributions_in(self, slot: int | None) -> tuple[Contribution, ...]:
        """What was said in a slot (or outside any), taken-back words left out."""
        return tuple(
            each
            for each in self.contributions.values()
            if each.slot == slot and not each.taken_back
        )

    # People

    @property
    def here(self) -> tuple[PersonId, ...]:
        return tuple(p.person for p in self.people.values() if p.here)

    @property
    def members(self) -> tuple[PersonId, ...]:
        """Those who work in the set, here or not."""
        return tuple(
            p.person for p in self.people.values() if p.is_member and not p.removed
        )

    @property
    def members_here(self) -> tuple[PersonId, ...]:
        return tuple(p for p in self.members if self.people[p].here)

    def is_here(self, person: PersonId) -> bool:
        return person in self.people and self.people[person].here

    def belongs(self, person: PersonId) -> bool:
        """Whether they may come in without asking."""
        return person in self.people and not self.people[person].removed

    def only_watches(self, person: PersonId) -> bool:
        """Whether they came as an observer: they hear everything and say nothing."""
        participant = self.people.get(person)
        return participant is not None and participant.belonging is Belonging.OBSERVER

    def facilitates(self, person: PersonId) -> bool:
        return person == self.facilitator or person in self.co_facilitators

    def is_guided(self, person: PersonId) -> bool:
        """Whether they read word for word what to say; at first, a beginner does."""
        attendees = self.brief.people if self.brief else ()
        beginners = {each.person for each in attendees if each.leads_first}
        return self.guided.get(person, person in beginners)

    def role(self, person: PersonId) -> Role:
        """What this person is just now, for the format's table."""
        return self.roles(person)[0]

    def roles(self, person: PersonId) -> tuple[Role, ...]:
        """All roles, the one that counts most in this phase first.

        Inside a slot the facilitator keeps out of the content unless they have
        visibly switched; outside the slots they speak as a member too.
        """
        if person == self.presenter:
            return (Role.PRESENTER,)
        if self.facilitates(person):
            if self.slot and not self.facilitator_as_member:
                return (Role.FACILITATOR,)
            return (Role.FACILITATOR, Role.MEMBER)
        if self.parts.get(Casting.SECRETARY) == person:
            return (Role.SECRETARY, Role.MEMBER)
        if self._watches(person):
            return (Role.OBSERVER,)
        return (Role.MEMBER,)

    def _watches(self, person: PersonId) -> bool:
        participant = self.people.get(person)
        outside = participant is None or not participant.is_member
        return outside or self.parts.get(Casting.OBSERVER) == person

    @property
    def contract_waits_for(self) -> tuple[PersonId, ...]:
        """Who is here and has not agreed the contract as it now stands."""
        return tuple(p for p in self.here if not self.people[p].agreed)

    # Turns

    @property
    def queue(self) -> tuple[Hand, ...]:
        """Raised hands: who has spoken least in this slot first, then earliest."""
        return tuple(sorted(self.hands, key=self._queue_key))

    def _queue_key(self, hand: Hand) -> tuple[int, int]:
        return self.turns_in_slot(hand.person), hand.number

    def turns_in_slot(self, person: PersonId) -> int:
        slot = self.slot.number if self.slot else None
        return sum(
            people.get(person, 0)
            for (where, _), people in self.spoken.items()
            if where == slot
        )

    def turns_in(self, slot: int | None) -> Mapping[PersonId, int]:
        """How often each has spoken in a slot, or outside any, as far as was noted."""
        turns: Counter[PersonId] = Counter()
        for (where, _), people in self.spoken.items():
            if where == slot:
                turns.update(people)
        return turns

    @property
    def spoken_this_phase(self) -> Mapping[PersonId, int]:
        now = self.course.phase
        return self.spoken.get((now.slot, now.name), {}) if now else {}

    # What the set has allowed, and what was counted

    @property
    def uses(self) -> tuple[Use, ...]:
        """What the set may allow in this format."""
        return uses_in(self.script, facilitated=self.format.has_facilitator)

    def allows(self, use: str) -> bool:
        """INV-20: whether everybody here has said yes to it."""
        permission = self.permissions.get(use)
        return permission is not None and permission.on

    def tallied_in(self, slot: int) -> tuple[Tallied, ...]:
        return tuple(each for each in self.tallied if each.slot == slot)

    # What was said before

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """Actions carried in that still wait for their report-back."""
        return tuple(
            a for a in self.actions.values() if a.carried_in and a.report is None
        )

    @property
    def last_step(self) -> UndoableStep | None:
        """What `Undo` would take back."""
        return self.steps[-1] if self.steps else None


EMPTY = State()
