"""A meeting's time laid out as steps: phases one after the other, with breaks.

All times are whole minutes. The body is what comes before the closing, and for
every ninety minutes of body there is a break of ten.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from askwell.process.formats.shape import Phase, Script, Section

BREAK_MINUTES = 10
BODY_PER_BREAK = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A phase, or a break if it has no phase.

    `starts` counts from the opening of the meeting; `slot` counts from 0.
    """

    section: Section
    minutes: int
    phase: str | None = None
    slot: int | None = None
    starts: int = 0

    @property
    def is_break(self) -> bool:
        return self.phase is None

    @property
    def ends(self) -> int:
        return self.starts + self.minutes

    @property
    def place(self) -> tuple[Section, int | None]:
        return self.section, self.slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is fixed in the rest of a meeting, and the slot that can come in between.

    `begins` is where this rest begins, counted from the opening of the meeting.
    `since_break` is how long people have been sitting by then.
    """

    before: tuple[Step, ...]
    slot: tuple[Phase, ...]
    after: tuple[Step, ...]
    people: int
    first_slot: int = 0
    begins: int = 0
    since_break: int = 0

    @property
    def slot_minutes(self) -> int:
        return sum(phase.minutes_for(self.people) for phase in self.slot)

    @property
    def shortest_slot(self) -> int:
        """Two thirds of the full length; below that a slot is not worth beginning."""
        return -(-2 * self.slot_minutes // 3)

    def body(self, slots: int, slot_minutes: int) -> int:
        return total_minutes(self.before) + slots * slot_minutes

    def breaks(self, slots: int, slot_minutes: int) -> int:
        if not slots and not (self.before and self.after):
            return 0
        body = self.since_break + self.body(slots, slot_minutes)
        return body // BODY_PER_BREAK

    def ends(self, slots: int, slot_minutes: int) -> int:
        """When the meeting would end, counted from its opening."""
        return (
            self.begins
            + self.body(slots, slot_minutes)
            + BREAK_MINUTES * self.breaks(slots, slot_minutes)
            + total_minutes(self.after)
        )

    def steps(self, slots: int, slot_minutes: int) -> tuple[Step, ...]:
        """Breaks fall between slots, never inside one."""
        steps = [*self.before, *self._slot_steps(slots, slot_minutes), *self.after]
        breaks = self._break_places(steps, self.breaks(slots, slot_minutes))
        return tuple(self._timed(steps, breaks))

    def _slot_steps(self, slots: int, slot_minutes: int) -> Iterator[Step]:
        full = [phase.minutes_for(self.people) for phase in self.slot]
        shared = shortened(full, to=slot_minutes)
        for slot in range(self.first_slot, self.first_slot + slots):
            for phase, minutes in zip(self.slot, shared, strict=True):
                yield Step(
                    section=Section.SLOT, phase=phase.name, slot=slot, minutes=minutes
                )

    def _break_places(self, steps: Sequence[Step], count: int) -> list[int]:
        """Before which steps to break, so that the stretches are alike."""
        places = _boundaries(steps)
        body = self.since_break + total_minutes(steps) - total_minutes(self.after)
        chosen: list[int] = []
        for number in range(1, count + 1):
            ideal = body * number / (count + 1) - self.since_break
            free = [place for place in places if place not in chosen] or places
            chosen.append(
                min(free, key=lambda place: abs(total_minutes(steps[:place]) - ideal))
            )
        return chosen

    def _timed(self, steps: Sequence[Step], breaks: Sequence[int]) -> Iterator[Step]:
        now = self.begins
        for index, step in enumerate(steps):
            for _each in range(breaks.count(index)):
                yield Step(section=step.section, minutes=BREAK_MINUTES, starts=now)
                now += BREAK_MINUTES
            yield replace(step, starts=now)
            now += step.minutes


def whole(script: Script, *, people: int, open_actions: int) -> Frame:
    """The frame of a meeting that has not begun."""
    return Frame(
        before=fixed(script, Section.OPENING, people, open_actions),
        slot=script.slot,
        after=fixed(script, Section.CLOSING, people, open_actions),
        people=people,
    )


def fixed(
    script: Script, section: Section, people: int, open_actions: int
) -> tuple[Step, ...]:
    return tuple(
        Step(section=section, phase=phase.name, minutes=phase.minutes_for(people))
        for phase in script.section(section)
        if takes_place(phase, open_actions=open_actions)
    )


def takes_place(phase: Phase, *, open_actions: int) -> bool:
    return open_actions > 0 or not phase.only_with_open_actions


def total_minutes(steps: Sequence[Step]) -> int:
    return sum(step.minutes for step in steps)


def shortened(minutes: Sequence[int], *, to: int) -> list[int]:
    """Each time the phase gives a minute that is left with most of its length."""
    now = list(minutes)
    while sum(now) > to and any(each > 1 for each in now):
        giving = max(
            (index for index, each in enumerate(now) if each > 1),
            key=lambda index: ((now[index] - 1) / minutes[index], now[index]),
        )
        now[giving] -= 1
    return now


def _boundaries(steps: Sequence[Step]) -> list[int]:
    return [
        index
        for index in range(1, len(steps))
        if steps[index].place != steps[index - 1].place
    ]
