"""Goes through the log of one meeting and keeps what metrics are counted from.

It keeps so much less than a replay that it takes a fraction of its time; of all that
it keeps, it agrees with one (tests/insight/test_told.py). Values are as the log
stores them, and entries of kinds that `KINDS` does not name may be left away.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from askwell.process.events import Event, TurnHeard, dump
from askwell.process.formats import format_named
from askwell.process.formats.shape import Script, Section
from askwell.process.kinds import KINDS as KINDS_OF_CONTRIBUTION
from askwell.process.kinds import OFFER
from askwell.process.people import Casting, PersonId
from askwell.process.uses import SHARES

QUESTIONS = frozenset(each.name for each in KINDS_OF_CONTRIBUTION if each.is_question)
APART = (Casting.OBSERVER, Casting.SECRETARY)
SEALED = (TurnHeard.__name__, "heard_as")
"""The one sealed fact that is read: what kind of turn it was, never a word of it."""


class Entry(NamedTuple):
    """One entry of a log, as it is stored; `heard_as` of turns in captions alone."""

    number: int
    kind: str
    person: PersonId
    data: Mapping[str, Any]
    heard_as: str | None = None


def entries_of(events: Iterable[Event]) -> Iterator[Entry]:
    for event in events:
        stored = dump(event)
        heard_as = stored.words.get(SEALED[1]) if stored.kind == SEALED[0] else None
        yield Entry(event.number, stored.kind, stored.person, stored.data, heard_as)


class Slot(NamedTuple):
    number: int
    presenter: PersonId
    facilitator: PersonId | None
    how: str | None = None


class Course(NamedTuple):
    """Where the meeting was: what undoing a step goes back to."""

    slots: tuple[Slot, ...] = ()
    in_phase: bool = False
    slot: int | None = None
    in_turn: bool = False
    paused: bool = False
    floor: PersonId | None = None


@cache
def _script(name: str, options: tuple[tuple[str, bool | str], ...]) -> Script:
    return format_named(name).script(dict(options))


class Reading:
    """What is known after some entries; see `process.evolve` for why each does so."""

    def __init__(self) -> None:
        self.format = ""
        self.options: Mapping[str, Any] = {}
        self.people: dict[PersonId, str] = {}
        self.briefed: set[PersonId] = set()
        self.helping: set[PersonId] = set()
        self.here: set[PersonId] = set()
        self.came: set[PersonId] = set()
        self.removed: set[PersonId] = set()
        self.sharing: set[PersonId] = set()
        self.parts: dict[str, PersonId] = {}
        self.course = Course()
        self.steps: list[tuple[int, Course]] = []
        self.closing_step: int | None = None
        self.turns: dict[int | None, Counter[PersonId]] = defaultdict(Counter)
        self.given: dict[int, list[PersonId]] = {}
        self.outcomes: dict[int, str] = {}
        self.questions: dict[int, tuple[PersonId, str, int, bool]] = {}
        self.offers: dict[int, tuple[PersonId, int, bool]] = {}
        self.actions: dict[int, tuple[PersonId, int | None]] = {}
        self.carried: dict[int, tuple[PersonId, int | None]] = {}
        self.learnings: dict[int, tuple[PersonId, int | None]] = {}
        self.allowed: set[PersonId] | None = None
        self.heard: list[str] = []
        self.tallied: dict[int, tuple[str, int]] = {}
        self.shown: set[int] = set()

    def read(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if (taken_in := ON.get(entry.kind)) is not None:
                taken_in(self, entry)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.course.slots

    @property
    def apart(self) -> set[PersonId]:
        return self.sharing | {self.parts[each] for each in APART if each in self.parts}

    @property
    def turns_of_all(self) -> Mapping[PersonId, int]:
        return sum(self.turns.values(), Counter())

    # People

    def convened(self, entry: Entry) -> None:
        self._briefed(entry.data["brief"])
        self.sharing = set(self.helping)

    def _briefed(self, brief: Mapping[str, Any]) -> None:
        self.format, self.options = brief["format"], brief.get("options", {})
        expected = {
            each["person"]: each.get("belonging", "member") for each in brief["people"]
        }
        self.people.update(expected)
        self.helping = set(brief.get("co_facilitators", ()))
        self.removed -= expected.keys()
        self.briefed = set(expected)

    def rebriefed(self, entry: Entry) -> None:
        before, helped = self.briefed, self.helping
        self._briefed(entry.data["brief"])
        self.sharing = self.sharing - helped | self.helping
        for person in before - self.briefed:
            self._gone(person, removed=True)
        for person in self.removed:
            self._gone(person, removed=True)
        self.sharing -= self.removed
        self.carried = {
            number: each for number, each in self.carried.items() if each[1] is not None
        }

    def arrived(self, entry: Entry) -> None:
        self.here.add(entry.person)
        self.came.add(entry.person)
        if self.allowed is not None:
            self.allowed.discard(entry.person)

    def admitted(self, entry: Entry) -> None:
        self.people[entry.person] = entry.data["belonging"]
        self.removed.discard(entry.person)
        self.here.add(entry.person)
        self.came.add(entry.person)

    def left(self, entry: Entry) -> None:
        self._gone(entry.person)

    def shown_out(self, entry: Entry) -> None:
        self._gone(entry.person, removed=True)

    def _gone(self, person: PersonId, *, removed: bool = False) -> None:
        self.here.discard(person)
        if removed:
            self.removed = self.removed | {person}
        if self.allowed is not None:
            self.allowed.discard(person)
        if self.course.floor == person:
            self.course = self.course._replace(floor=None)

    def co_facilitator_named(self, entry: Entry) -> None:
        named = {entry.data["co_facilitator"]}
        if entry.data["shares"]:
            self.sharing |= named
        else:
            self.sharing -= named

    def facilitates(self, entry: Entry) -> None:
        self.sharing.discard(entry.data.get("to", entry.person))

    def part_given(self, entry: Entry) -> None:
        self.parts[entry.data["part"]] = entry.data["to"]

    # The course of the meeting

    def stepped(self, entry: Entry) -> None:
        """A step that changes nothing but how far one can go back."""
        self._step(entry, self.course)

    def _step(self, entry: Entry, course: Course) -> None:
        step = entry.data.get("step")
        if step is None:
            self.steps.clear()
        elif step == entry.number:
            self.steps.append((step, self.course))
        self.course = course

    def slot_began(self, entry: Entry) -> None:
        data, course = entry.data, self.course
        slot = Slot(data["slot"], data["presenter"], data.get("facilitator"))
        self._step(entry, course._replace(slots=(*course.slots, slot)))

    def slot_ended(self, entry: Entry) -> None:
        slots = tuple(
            each._replace(how=entry.data["how"])
            if each.number == entry.data["slot"]
            else each
            for each in self.course.slots
        )
        self._step(entry, self.course._replace(slots=slots))

    def phase_began(self, entry: Entry) -> None:
        slots, slot = self.course.slots, entry.data["slot"]
        self._step(entry, Course(slots, True, slot, in_turn=self._in_turn(entry)))

    def _in_turn(self, entry: Entry) -> bool:
        """Whether the phase that begins is a round."""
        script = _script(self.format, tuple(sorted(self.options.items())))
        index: int = entry.data["index"]
        return script.section(Section(entry.data["section"]))[index].floor.in_turn

    def paused(self, entry: Entry) -> None:
        if self.course.in_phase:
            self._step(entry, self.course._replace(paused=True))

    def resumed(self, entry: Entry) -> None:
        if self.course.in_phase and self.course.paused:
            self._step(entry, self.course._replace(paused=False))

    def extended(self, entry: Entry) -> None:
        if self.course.in_phase:
            self._step(entry, self.course)

    def turn_given(self, entry: Entry) -> None:
        person = entry.data["to"]
        self._step(entry, self.course._replace(floor=person))
        turns = [each for each in (entry.data.get("ends"), person) if each]
        for each in turns:
            self._turn(each)
        self.given[entry.number] = turns

    def step_undone(self, entry: Entry) -> None:
        step, self.course = self.steps.pop()
        for person in self.given.get(step, ()):
            self.turns[self.course.slot][person] -= 1
        if self.course.floor not in self.here:
            self.course = self.course._replace(floor=None)

    def closed(self, entry: Entry) -> None:
        self.closing_step = entry.data["step"]
        self.course = self.course._replace(floor=None)
        self.allowed = None

    def reopened(self, entry: Entry) -> None:
        if self.steps and self.steps[-1][0] == self.closing_step:
            _, self.course = self.steps.pop()
        self.closing_step = None

    # What was said

    def _turn(self, person: PersonId) -> None:
        self.turns[self.course.slot][person] += 1

    def _heard(self, person: PersonId) -> None:
        """In a round a turn given to somebody ends with what they say."""
        self._turn(person)
        self._turn_over(person)

    def _turn_over(self, person: PersonId) -> None:
        if self.course.in_turn and self.course.floor == person:
            self.course = self.course._replace(floor=None)

    def spoke(self, entry: Entry) -> None:
        self._heard(entry.person)

    def passed(self, entry: Entry) -> None:
        if entry.data.get("contribution") is None:
            self._heard(entry.person)

    def contributed(self, entry: Entry) -> None:
        data, person = entry.data, entry.person
        kind, slot = data["kind"], data["slot"]
        if slot is not None and kind in QUESTIONS:
            self.questions[entry.number] = (person, kind, slot, False)
        elif slot is not None and kind == OFFER.name:
            self.offers[entry.number] = (person, slot, False)
        if self.course.floor != person:
            self._turn(person)
        self._turn_over(person)

    def taken_back(self, entry: Entry) -> None:
        number = entry.data["contribution"]
        self.questions.pop(number, None)
        self.offers.pop(number, None)

    def starred(self, entry: Entry) -> None:
        number = entry.data["contribution"]
        if number in self.questions:
            asked = self.questions[number]
            self.questions[number] = (*asked[:3], entry.data["starred"])

    def kept(self, entry: Entry) -> None:
        number = entry.data["contribution"]
        if number in self.offers:
            offered = self.offers[number]
            self.offers[number] = (*offered[:2], entry.data["kept"])

    # What came of it

    def outcome_marked(self, entry: Entry) -> None:
        self.outcomes[entry.data["slot"]] = entry.data["outcome"]

    def action_carried_in(self, entry: Entry) -> None:
        self.carried[entry.number] = (entry.person, None)

    def reported_back(self, entry: Entry) -> None:
        number = entry.data["action"]
        if number in self.carried:
            self.carried[number] = (self.carried[number][0], entry.number)
        self._heard(entry.person)

    def action_noted(self, entry: Entry) -> None:
        self.actions[entry.number] = (entry.person, entry.data.get("slot"))
        self._heard(entry.person)

    def action_dropped(self, entry: Entry) -> None:
        self.actions.pop(entry.data["action"], None)

    def learning_recorded(self, entry: Entry) -> None:
        self.learnings[entry.number] = (entry.person, entry.data["slot"])
        self._heard(entry.person)

    def learning_taken_back(self, entry: Entry) -> None:
        self.learnings.pop(entry.data["learning"], None)

    # What was counted

    def use_asked(self, entry: Entry) -> None:
        if entry.data["use"] == SHARES.name:
            self.allowed = {entry.person} & self.here

    def use_allowed(self, entry: Entry) -> None:
        if entry.data["use"] == SHARES.name and self.allowed is not None:
            self.allowed |= {entry.person} & self.here

    def use_ended(self, entry: Entry) -> None:
        if entry.data["use"] == SHARES.name:
            self.allowed = None

    def turn_heard(self, entry: Entry) -> None:
        heard_as = entry.heard_as or entry.data.get("unnamed")
        if heard_as and self.here and self.allowed == self.here:
            self.heard.append(heard_as)

    def turn_tallied(self, entry: Entry) -> None:
        self.tallied[entry.number] = (entry.data["heard_as"], entry.data["slot"])

    def tally_undone(self, entry: Entry) -> None:
        self.tallied.pop(entry.data["tally"], None)

    def tally_shown(self, entry: Entry) -> None:
        if entry.data.get("shows", True):
            self.shown.add(entry.data["slot"])
        else:
            self.shown.discard(entry.data["slot"])


ON: Mapping[str, Callable[[Reading, Entry], None]] = {
    "Convened": Reading.convened,
    "Rebriefed": Reading.rebriefed,
    "Arrived": Reading.arrived,
    "Admitted": Reading.admitted,
    "Left": Reading.left,
    "Removed": Reading.shown_out,
    "CoFacilitatorNamed": Reading.co_facilitator_named,
    "RoleHandedOver": Reading.facilitates,
    "RoleTakenBack": Reading.facilitates,
    "FacilitatorAppointed": Reading.facilitates,
    "PartGiven": Reading.part_given,
    "MeetingOpened": Reading.stepped,
    "OrderChosen": Reading.stepped,
    "PhaseSkipped": Reading.stepped,
    "SlotStopped": Reading.stepped,
    "SlotBegan": Reading.slot_began,
    "SlotEnded": Reading.slot_ended,
    "PhaseBegan": Reading.phase_began,
    "Paused": Reading.paused,
    "Resumed": Reading.resumed,
    "Extended": Reading.extended,
    "TurnGiven": Reading.turn_given,
    "StepUndone": Reading.step_undone,
    "MeetingClosed": Reading.closed,
    "MeetingReopened": Reading.reopened,
    "CheckedIn": Reading.spoke,
    "ReviewGiven": Reading.spoke,
    "Passed": Reading.passed,
    "Contributed": Reading.contributed,
    "ContributionTakenBack": Reading.taken_back,
    "Starred": Reading.starred,
    "Kept": Reading.kept,
    "OutcomeMarked": Reading.outcome_marked,
    "ActionCarriedIn": Reading.action_carried_in,
    "ReportedBack": Reading.reported_back,
    "ActionNoted": Reading.action_noted,
    "ActionDropped": Reading.action_dropped,
    "LearningRecorded": Reading.learning_recorded,
    "LearningTakenBack": Reading.learning_taken_back,
    "UseAsked": Reading.use_asked,
    "UseAllowed": Reading.use_allowed,
    "UseEnded": Reading.use_ended,
    "TurnHeard": Reading.turn_heard,
    "TurnTallied": Reading.turn_tallied,
    "TallyUndone": Reading.tally_undone,
    "TallyShown": Reading.tally_shown,
}
KINDS: tuple[str, ...] = tuple(ON)
