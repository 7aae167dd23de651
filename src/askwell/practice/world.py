"""A practice set as it stands between two turns; what people do lies beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from askwell.facilitation.interventions import Trigger
from askwell.practice.case import Asks, Case, Fact, Member, Scene, Stacks, Tells
from askwell.practice.chance import chance
from askwell.practice.moments import Came, How
from askwell.practice.mood import NAMES, Levels, Mood, Shift, Stance, within
from askwell.practice.moves import FACILITATOR, CannotDoError, Seats
from askwell.practice.turns import Act, Turn
from askwell.process.formats import format_named
from askwell.process.formats.shape import Phase, Script
from askwell.process.people import PersonId
from askwell.process.words import _

Line = TypeVar("Line")

EXPLORE = "explore"
CLARIFY = "clarify"
EXPERIENCE = "experience"
REFLECT = "reflect_and_act"
REVIEW = "process_review"
PRESENT = "present"
SILENCE = "silence"

MOST_TURNS = 140
"""A rehearsal ends here whatever happens."""
TO_SPEAK, A_WORD = 20.0, 0.75
"""Seconds a turn takes in any case, and for every word of it."""
SOFT = ("safety", "focus", "energy", "telling", "ownership")
DRAW_FROM = 2
"""A line is one of so many that come next in the file."""


@dataclass(slots=True)
class Seat:
    """A member as they are just now; `telling` is their own urge to tell."""

    person: PersonId
    member: Member
    real: bool
    safety: float = 0.55
    telling: float = 1.0
    turns: int = 0
    in_phase: int = 0
    held_until: int = 0


@dataclass(frozen=True, slots=True)
class Awaits:
    """A turn the presenter has yet to answer, and what was asked in it, if written."""

    turn: int
    by: PersonId
    asked: Asks | Tells | Stacks | Fact | None
    heard_as: tuple[str, ...] = ()


@dataclass(slots=True)
class OnStage:
    """A scene that is going on."""

    scene: Scene
    said: int = 0
    went_on: int = 0
    met: int | None = None


class World:
    """Everything the model knows; moved on turn by turn, and by nothing else."""

    def __init__(self, case: Case, *, seed: int, seats: Seats) -> None:
        self.case, self.seed = case, seed
        self.script: Script = format_named(case.format).script(case.options)
        self.facilitator = self.opened_by = _facilitator(seats)
        taken = _taken(case, seats)
        self.presenter = case.presenter.person
        self.seats = {
            taken.get(each.person, each.person): Seat(
                person=taken.get(each.person, each.person),
                member=each,
                real=each.person in taken,
                telling=1.0,
            )
            for each in case.members
        }
        self.cast = tuple(self.seats)
        self.guests: list[PersonId] = []
        self.now: dict[str, float] = {name: getattr(Levels(), name) for name in NAMES}
        self.turns: list[Turn] = []
        self.at = 0
        self.phase_began = (0, 0.0)
        self.seconds = 0.0
        self.over = False
        self.used: set[str] = set()
        self.moments: list[Came] = []
        self.awaits: Awaits | None = None
        self.next_up: list[tuple[PersonId, Asks | None]] = []
        self.stage: OnStage | None = None
        self.scenes = list(case.scenes)
        self.fast = 0
        self.hurries = case.presenter.hurries
        self.checked_at = 0.0
        self.agreed = False
        self.told = 0

    # Where it is

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self.script.slot

    @property
    def phase(self) -> Phase:
        return self.phases[min(self.at, len(self.phases) - 1)]

    @property
    def number(self) -> int:
        """The number of the turn that comes next."""
        return len(self.turns) + 1

    @property
    def turns_in_phase(self) -> int:
        return len(self.turns) - self.phase_began[0]

    @property
    def minutes_in_phase(self) -> float:
        return (self.seconds - self.phase_began[1]) / 60

    @property
    def spoken_in_phase(self) -> int:
        return sum(seat.in_phase for seat in self.seats.values())

    @property
    def simulated(self) -> list[Seat]:
        return [seat for seat in self.seats.values() if not seat.real]

    @property
    def levels(self) -> Levels:
        return Levels(**self.now)

    @property
    def mood(self) -> Mood:
        whole = sum(seat.turns for seat in self.seats.values()) or 1
        return Mood(
            levels=self.levels,
            people={
                seat.person: Stance(
                    safety=round(seat.safety, 3),
                    telling=within(
                        seat.telling * seat.member.habits.tells * self.now["telling"]
                    ),
                    share=seat.turns / whole,
                )
                for seat in self.seats.values()
            },
        )

    def chance(self, *about: object) -> float:
        return chance(self.case.name, self.seed, self.number, *about)

    # What changes it

    def shift(self, shift: Shift, *, about: PersonId | None = None) -> None:
        now = self.now
        for name in SOFT:
            now[name] = _moved(now[name], getattr(shift, name))
        gain = shift.insight
        if gain > 0:
            gain *= (1.1 - now["insight"]) * (0.6 + 0.5 * now["energy"])
        now["insight"] = within(now["insight"] + gain)
        for seat in self.seats.values():
            theirs = shift.theirs if seat.person == about else 0.0
            seat.safety = _moved(seat.safety, shift.safety * 0.8 + theirs)

    def take(self, lines: Sequence[Line], *about: object) -> Line | None:
        """One of the next lines that has not been said; None where all have."""
        left = [line for line in lines if words_of(line) not in self.used][:DRAW_FROM]
        if not left:
            return None
        line = left[int(self.chance("line", *about) * len(left))]
        self.used.add(words_of(line))
        return line

    def lasts(self, words: str) -> None:
        self.seconds += TO_SPEAK + A_WORD * len(words.split())

    def said(self, turn: Turn) -> Turn:
        self.turns.append(turn)
        seat = self.seats.get(turn.by or "")
        if seat is not None:
            seat.turns += 1
            seat.in_phase += 1
        return turn

    # What has come up

    def open_moments(self) -> list[Came]:
        return [each for each in self.moments if each.how is How.OPEN]

    def open_moment(
        self, trigger: Trigger, about: PersonId | None = None
    ) -> Came | None:
        """The latest of these, about this person where one is named."""
        fitting = (
            each
            for each in reversed(self.open_moments())
            if each.trigger is trigger and about in (None, each.about)
        )
        return next(fitting, None)

    def comes(self, trigger: Trigger, about: PersonId | None, turn: int) -> None:
        self.moments.append(
            Came(trigger=trigger, about=about, opened=turn, phase=self.phase.name)
        )

    def had(self, trigger: Trigger, about: PersonId | None) -> Iterator[Came]:
        return (
            each
            for each in self.moments
            if each.trigger is trigger and each.about == about
        )

    def own_turns(self, last: int) -> list[Turn]:
        """The facilitator's words and given turns among the last so many."""
        return [
            turn
            for turn in self.turns[-last:]
            if turn.act in (Act.WORD, Act.GAVE_TURN) and turn.by == self.facilitator
        ]


def _moved(value: float, by: float) -> float:
    """The nearer to an end, the harder it is to go on towards it."""
    if not by:
        return value
    room = 1.0 - value if by > 0 else value
    return within(value + 2.0 * by * room)


def words_of(line: object) -> str:
    return line if isinstance(line, str) else str(getattr(line, "words", ""))


ONE_FACILITATES = _("One person, and only one, takes the facilitator’s seat.")
NO_SUCH_SEAT = _("There is no seat called %(seat)s. The seats are: %(seats)s.")
ONE_SEAT_EACH = _("Two people cannot share one seat. Give each their own.")


def _facilitator(seats: Seats) -> PersonId:
    found = [person for person, seat in seats.items() if seat == FACILITATOR]
    if len(found) != 1:
        raise CannotDoError(ONE_FACILITATES)
    return found[0]


def _taken(case: Case, seats: Seats) -> dict[str, PersonId]:
    """Whose seat each real person has; nobody takes the presenter's."""
    members = {each.person for each in case.members}
    taken = {seat: person for person, seat in seats.items() if seat != FACILITATOR}
    strange = sorted(set(taken) - members)
    if strange:
        seats_are = ", ".join((FACILITATOR, *sorted(members)))
        raise CannotDoError(NO_SUCH_SEAT, seat=strange[0], seats=seats_are)
    if len(taken) != len(seats) - 1:
        raise CannotDoError(ONE_SEAT_EACH)
    return taken
