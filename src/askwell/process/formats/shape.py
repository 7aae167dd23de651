"""The shapes a meeting format is written in: phase, script, option, format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from askwell.process.kinds import ACTION, CLOSED_QUESTION, INTERVENTION, Kind
from askwell.process.words import _


class Role(StrEnum):
    """What a person is in a phase.

    Outside a slot nobody presents. A facilitator who is also a set member has both
    roles outside the slots, and only that of facilitator inside the slot they run.
    An adviser is a member; the secretary writes and keeps to the process.
    """

    PRESENTER = "presenter"
    MEMBER = "member"
    FACILITATOR = "facilitator"
    SECRETARY = "secretary"
    OBSERVER = "observer"


class Floor(StrEnum):
    """Who may speak in a phase."""

    EVERYONE = "everyone"
    EVERYONE_IN_TURN = "everyone_in_turn"
    PRESENTER_FIRST = "presenter_first"
    PRESENTER_LAST = "presenter_last"
    PRESENTER = "presenter"
    PRESENTER_AND_FACILITATOR = "presenter_and_facilitator"
    MEMBERS_AND_PRESENTER = "members_and_presenter"
    MEMBERS_IN_TURN = "members_in_turn"
    MEMBERS_ONCE_EACH = "members_once_each"
    MEMBERS = "members"
    BIDDERS = "bidders"
    ACTION_OWNERS = "action_owners"
    NOBODY = "nobody"

    @property
    def in_turn(self) -> bool:
        return self in _IN_TURN

    @property
    def presenter_listens(self) -> bool:
        return self in _PRESENTER_LISTENS


_IN_TURN = frozenset(
    {
        Floor.EVERYONE_IN_TURN,
        Floor.PRESENTER_FIRST,
        Floor.PRESENTER_LAST,
        Floor.MEMBERS_IN_TURN,
        Floor.MEMBERS_ONCE_EACH,
        Floor.ACTION_OWNERS,
    }
)
_PRESENTER_LISTENS = frozenset(
    {Floor.MEMBERS_IN_TURN, Floor.MEMBERS_ONCE_EACH, Floor.MEMBERS, Floor.NOBODY}
)


class Capture(StrEnum):
    """What a phase leaves behind."""

    ATTENDANCE = "attendance"
    REPORT_BACKS = "report_backs"
    BIDS = "bids"
    ORDER = "order"
    SKILLS = "skills"
    TOPIC = "topic"
    QUESTION = "question"
    FACTS = "facts"
    QUESTIONS = "questions"
    STARS = "stars"
    SORTED_QUESTIONS = "sorted_questions"
    PRIVATE_NOTE = "private_note"
    PROBLEM_STATEMENTS = "problem_statements"
    AGREEMENT = "agreement"
    OPTIONS = "options"
    OFFERS = "offers"
    IDEAS = "ideas"
    KEY_QUESTION = "key_question"
    METHOD = "method"
    TAKEAWAY = "takeaway"
    LEARNINGS = "learnings"
    ACTIONS = "actions"
    COMMITMENTS = "commitments"
    WINS = "wins"
    HELPFUL_QUESTION = "helpful_question"
    IMPROVEMENT = "improvement"
    SKILL_FEEDBACK = "skill_feedback"
    HEALTH = "health"
    CONTRACT = "contract"
    FACILITATOR = "facilitator"
    NEXT_MEETING = "next_meeting"


class Counting(StrEnum):
    """How meetings in this format are counted; never added together (INV-27)."""

    ACTION_LEARNING = "action_learning"
    PEER_CONSULTATION = "peer_consultation"
    PEER_ADVICE = "peer_advice"


NOT_ACTION_LEARNING = _("peer consultation, not action learning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """Words for the facilitator to have at hand: when this happens, say that.

    `trigger` names what happens in every format alike (`facilitation.interventions`).
    """

    when: str
    say: str
    trigger: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase of a meeting.

    `minutes_each` is multiplied by the number of people in the set.
    `prompts` holds what the facilitator may say aloud and, for everybody else,
    the one thing asked of them now. `required` phases are done or skipped with a
    reason before their slot (or meeting) counts as complete (INV-15).
    `hidden_until_read`: statements stay unseen until everyone has written one.
    `written`: questions are written on notes and read out, one each per round.
    `sorted_by_presenter`: the presenter marks each one kept, parked or discarded.
    `spoken_only`: what is said here is not written down, whatever its kind.
    `for_presenter`: what is written here is shown to the presenter alone.
    `at_most` is how many contributions the members are asked for between them. As
    with once each, the prompts say so; the software cuts nobody off.
    `not_now` replaces a kind's own words, by kind name, on why it must wait.
    """

    name: str
    title: str
    purpose: str
    floor: Floor
    minutes: int = 0
    minutes_each: int = 0
    kinds: Mapping[Role, tuple[Kind, ...]] = field(default_factory=dict)
    prompts: Mapping[Role, str] = field(default_factory=dict)
    captures: tuple[Capture, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    not_now: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False
    required: bool = False
    hidden_until_read: bool = False
    written: bool = False
    sorted_by_presenter: bool = False
    spoken_only: bool = False
    for_presenter: bool = False
    at_most: int | None = None
    only_with_open_actions: bool = False

    @property
    def is_review(self) -> bool:
        """Whether it looks back at how the set worked, and asks nobody to act."""
        asks_to_act = any(ACTION in offered for offered in self.kinds.values())
        return self.required and not asks_to_act

    def minutes_for(self, people: int) -> int:
        return self.minutes + self.minutes_each * people

    def offered(self, role: Role) -> tuple[Kind, ...]:
        """The kinds put before a person in this role, the likeliest first."""
        return self.kinds.get(role, ())

    def welcomes(self, role: Role, kind: Kind) -> bool:
        """INV-5; a closed question passes wherever any question does."""
        if kind is INTERVENTION:
            return role is Role.FACILITATOR
        offered = self.offered(role)
        if kind is CLOSED_QUESTION:
            return any(other.is_question for other in offered)
        return any(other.name in (kind.name, kind.variety_of) for other in offered)

    def prompt(self, role: Role) -> str:
        return self.prompts.get(role) or self.prompts.get(Role.MEMBER, "")


class Section(StrEnum):
    """The three parts of a script; the slot comes round once for each presenter."""

    OPENING = "opening"
    SLOT = "slot"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """Why a kind must wait, and the next phase that will welcome it."""

    words: str
    later: Phase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A format with its options settled: what one meeting will follow."""

    format: str
    options: Mapping[str, bool | str]
    counting: Counting
    opening: tuple[Phase, ...]
    slot: tuple[Phase, ...]
    closing: tuple[Phase, ...]
    badge: str | None = None
    most_slots: int | None = None
    everyone_presents: bool = False

    @property
    def action_learning(self) -> bool:
        """INV-27; every other script carries a badge that says so."""
        return self.counting is Counting.ACTION_LEARNING

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self.opening + self.slot + self.closing

    def section(self, section: Section) -> tuple[Phase, ...]:
        return {
            Section.OPENING: self.opening,
            Section.SLOT: self.slot,
            Section.CLOSING: self.closing,
        }[section]

    def phase(self, name: str) -> Phase:
        """Raises KeyError for a name that no phase of this script has."""
        for phase in self.phases:
            if phase.name == name:
                return phase
        raise KeyError(name)

    def section_of(self, name: str) -> Section:
        for section in Section:
            if any(phase.name == name for phase in self.section(section)):
                return section
        raise KeyError(name)

    def why_not(self, phase: Phase, role: Role, kind: Kind) -> WhyNot:
        words = phase.not_now.get(kind.name, kind.not_now)
        later = self.after(phase)
        welcoming = (other for other in later if other.welcomes(role, kind))
        return WhyNot(words=words, later=next(welcoming, None))

    def after(self, phase: Phase) -> tuple[Phase, ...]:
        """The phases that follow this one, another slot left out of account."""
        return self.phases[self.phases.index(phase) + 1 :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    value: str
    title: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A question the convener answers; without choices it is a yes or a no."""

    name: str
    title: str
    help: str
    default: bool | str
    choices: tuple[Choice, ...] = ()

    def accepts(self, value: bool | str) -> bool:
        if not self.choices:
            return isinstance(value, bool)
        return value in {choice.value for choice in self.choices}


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way of holding a set meeting; `build` turns settled options into a script."""

    name: str
    title: str
    sentence: str
    fits: str
    build: Callable[[Mapping[str, bool | str]], Script]
    default_minutes: int
    least_people: int
    most_people: int
    best_people: int
    options: tuple[Option, ...] = ()
    has_facilitator: bool = True
    rotates_facilitator: bool = False
    has_secretary: bool = False
    has_observer: bool = False
    sources: tuple[str, ...] = ()

    def settled(self, chosen: Mapping[str, bool | str]) -> dict[str, bool | str]:
        """All options with a value; raises ValueError for one that does not exist."""
        known = {option.name: option for option in self.options}
        for name, value in chosen.items():
            if name not in known or not known[name].accepts(value):
                raise ValueError(f"{self.name} has no option {name}={value!r}")
        return {name: chosen.get(name, known[name].default) for name in known}

    def script(self, options: Mapping[str, bool | str] | None = None) -> Script:
        return self.build(self.settled(options or {}))
