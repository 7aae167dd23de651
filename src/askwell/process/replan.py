"""The rest of a running meeting, laid out again from how things stand now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from askwell.process.agenda import Frame, Step, fixed, takes_place
from askwell.process.formats.shape import Script, Section
from askwell.process.plan import Sentence
from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a running meeting stands.

    `elapsed` counts from the opening, breaks included. `left` is what remains of
    the present phase, 0 once its time is up. `slot` is the last one begun, counting
    from 0; `slots_to_come` leaves out the one that is running. `since_break` is
    `None` as long as there has been no break.
    """

    people: int
    booked: int
    section: Section
    index: int
    elapsed: int
    left: int
    slots_to_come: int
    slot: int | None = None
    since_break: int | None = None
    open_actions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the rest of the meeting could look like.

    `each` is what every slot to come loses, `dropped` is how many no longer fit, and
    `over` by how many minutes the meeting would end late all the same.
    """

    steps: tuple[Step, ...]
    each: int
    dropped: int
    over: int

    @property
    def ends(self) -> int:
        return self.steps[-1].ends

    @property
    def changes_something(self) -> bool:
        return bool(self.each or self.dropped or self.over)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_told(each=self.each, dropped=self.dropped, over=self.over))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What an extension takes, beyond what is lost already without it."""

    each: int
    dropped: int
    over: int

    @property
    def is_free(self) -> bool:
        return not (self.each or self.dropped or self.over)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_told(each=self.each, dropped=self.dropped, over=self.over))


def replan(script: Script, progress: Progress) -> Proposal:
    """Keeps as many of the slots to come as fit, by shortening all of them alike.

    The first slot of a meeting never drops: without one there is no meeting.
    """
    frame = _from_now(script, progress)
    kept, minutes = _most_kept(frame, progress)
    return Proposal(
        steps=frame.steps(kept, minutes),
        each=frame.slot_minutes - minutes,
        dropped=progress.slots_to_come - kept,
        over=max(0, frame.ends(kept, minutes) - progress.booked),
    )


def cost_of_extension(script: Script, progress: Progress, *, minutes: int) -> Cost:
    """What it costs if the present phase runs `minutes` longer than it is to now."""
    before = replan(script, progress)
    after = replan(script, replace(progress, left=progress.left + minutes))
    return Cost(
        # A slot that drops leaves its time to the others, who may even gain.
        each=max(0, after.each - before.each),
        dropped=after.dropped - before.dropped,
        over=max(0, after.over - before.over),
    )


def _from_now(script: Script, progress: Progress) -> Frame:
    rest = _rest_of_section(script, progress)
    closing = progress.section is Section.CLOSING
    after = fixed(script, Section.CLOSING, progress.people, progress.open_actions)
    since = progress.elapsed if progress.since_break is None else progress.since_break
    return Frame(
        before=() if closing else rest,
        slot=script.slot,
        after=rest if closing else after,
        people=progress.people,
        first_slot=0 if progress.slot is None else progress.slot + 1,
        begins=progress.elapsed,
        since_break=since,
    )


def _rest_of_section(script: Script, progress: Progress) -> tuple[Step, ...]:
    slot = progress.slot if progress.section is Section.SLOT else None
    now, *later = script.section(progress.section)[progress.index :]
    coming = (
        phase
        for phase in later
        if takes_place(phase, open_actions=progress.open_actions)
    )
    return (
        Step(
            section=progress.section, phase=now.name, slot=slot, minutes=progress.left
        ),
        *(
            Step(
                section=progress.section,
                phase=phase.name,
                slot=slot,
                minutes=phase.minutes_for(progress.people),
            )
            for phase in coming
        ),
    )


def _most_kept(frame: Frame, progress: Progress) -> tuple[int, int]:
    full, shortest = frame.slot_minutes, frame.shortest_slot
    if progress.section is Section.CLOSING:
        return 0, full
    least = min(progress.slots_to_come, 1 if progress.slot is None else 0)
    for kept in range(progress.slots_to_come, 0, -1):
        for minutes in range(full, shortest - 1, -1):
            if frame.ends(kept, minutes) <= progress.booked:
                return kept, minutes
    return (least, shortest) if least else (0, full)


def _told(*, each: int, dropped: int, over: int) -> Iterator[Sentence]:
    if dropped:
        yield Sentence(
            one=_("The last slot no longer fits."),
            many=_("The last {number} slots no longer fit."),
            number=dropped,
        )
    if each:
        yield Sentence(
            one=_("Each slot still to come loses {number} minute."),
            many=_("Each slot still to come loses {number} minutes."),
            number=each,
        )
    if over:
        yield Sentence(
            one=_("The meeting will end {number} minute late."),
            many=_("The meeting will end {number} minutes late."),
            number=over,
        )
