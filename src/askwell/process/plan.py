"""The plan of a whole meeting: how many slots fit, and when each step begins.

`body = opening + slots * slot`, `total = body + 10 * (body // 90) + closing`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from askwell.process.agenda import Frame, Step, whole
from askwell.process.formats.shape import Script
from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence in singular and plural, with the number that decides."""

    one: str
    many: str
    number: int

    def __str__(self) -> str:
        words = self.one if self.number == 1 else self.many
        return words.format(number=self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole meeting, step by step.

    A plan that does not fit still holds one slot, at its shortest, and says by how
    much it is over.
    """

    booked: int
    wanted: int
    slots: int
    slot_minutes: int
    full_slot_minutes: int
    steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        return self.steps[-1].ends

    @property
    def slack(self) -> int:
        return max(0, self.booked - self.total)

    @property
    def over(self) -> int:
        return max(0, self.total - self.booked)

    @property
    def fits(self) -> bool:
        return not self.over

    @property
    def breaks(self) -> int:
        return sum(step.is_break for step in self.steps)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What to tell the convener, plainly."""
        if self.over:
            return (one_does_not_fit(self.over),)
        return (*self._about_slots(), spare(self.slack))

    def _about_slots(self) -> Iterator[Sentence]:
        yield slots_fit(self.slots)
        lost = self.full_slot_minutes - self.slot_minutes
        if lost:
            yield shorter_than_usual(lost)


def plan(
    script: Script,
    *,
    people: int,
    booked: int,
    presenters: int | None = None,
    open_actions: int = 0,
) -> Plan:
    """The most slots that fit, up to what is wanted and what the format allows.

    Slots keep their full length, unless not even one would fit, or the format gives
    everybody a slot; then they are shortened, to two thirds at most.
    """
    frame = whole(script, people=people, open_actions=open_actions)
    wanted = _wanted(script, people=people, presenters=presenters)
    slots, minutes = _most(frame, script, wanted=wanted, booked=booked)
    return Plan(
        booked=booked,
        wanted=wanted,
        slots=slots,
        slot_minutes=minutes,
        full_slot_minutes=frame.slot_minutes,
        steps=frame.steps(slots, minutes),
    )


def _wanted(script: Script, *, people: int, presenters: int | None) -> int:
    if presenters is None or script.everyone_presents:
        presenters = people
    most = people if script.most_slots is None else min(people, script.most_slots)
    return max(1, min(presenters, most))


def _most(frame: Frame, script: Script, *, wanted: int, booked: int) -> tuple[int, int]:
    full, least = frame.slot_minutes, frame.shortest_slot
    if script.everyone_presents:
        choices = _choices(range(wanted, 0, -1), range(full, least - 1, -1))
    else:
        choices = (
            *_choices(range(wanted, 0, -1), range(full, full + 1)),
            *_choices(range(1, 2), range(full, least - 1, -1)),
        )
    fitting = (choice for choice in choices if frame.ends(*choice) <= booked)
    return next(fitting, (1, least))


def _choices(slots: range, minutes: range) -> tuple[tuple[int, int], ...]:
    return tuple((slot, minute) for slot in slots for minute in minutes)


def slots_fit(number: int) -> Sentence:
    return Sentence(
        one=_("There is time for {number} presenter."),
        many=_("There is time for {number} presenters."),
        number=number,
    )


def shorter_than_usual(number: int) -> Sentence:
    return Sentence(
        one=_("Each has {number} minute less than usual."),
        many=_("Each has {number} minutes less than usual."),
        number=number,
    )


def spare(number: int) -> Sentence:
    return Sentence(
        one=_("{number} minute is left over."),
        many=_("{number} minutes are left over."),
        number=number,
    )


def one_does_not_fit(number: int) -> Sentence:
    return Sentence(
        one=_("Nobody can present yet: the meeting needs {number} minute more."),
        many=_("Nobody can present yet: the meeting needs {number} minutes more."),
        number=number,
    )
