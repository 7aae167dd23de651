"""What just happened in a meeting, as far as is known, and the one thing to say then.

moments(state, at)      ->  all of them, the most important first
next_moment(state, at)  ->  never more than one, and a while of quiet after each
unknown(state)          ->  what nobody can know so far, and what would help to know it

Nothing here is felt or guessed: a moment rests on a tap, on the clock, on what was
written for all to read, or on what the set has let the coach read (INV-20).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.process.choices import ActionStatus, HeardAs, Stage
from askwell.process.formats.shape import Capture, Floor, Phase, Role
from askwell.process.kinds import Family, kind_named
from askwell.process.listening import Met
from askwell.process.people import PersonId
from askwell.process.records import Contribution, PhaseNow, Slot
from askwell.process.state import State
from askwell.process.uses import SHARES

CHECK_EVERY: Final = timedelta(minutes=30)
QUIET_AFTER: Final = timedelta(seconds=45)
"""Whoever has just said a word is left alone for so long, unless somebody calls."""
STILL_IN_THE_AIR: Final = timedelta(minutes=3)
AT_ONCE: Final = timedelta(seconds=15)
"""A typed answer that comes sooner was hardly thought about."""
IN_A_ROW: Final = 3
LATELY: Final = 12
"""So many contributions are looked at; there may be hundreds."""
ONE_VOICE: Final = 0.35
FAIR_SHARES: Final = 1.5
"""In a small set everybody has a large share: it takes so many fair ones as well."""
ENOUGH_TURNS: Final = 8
MOSTLY_OVER: Final = 0.8
ENOUGH_NOTED: Final = 2
QUESTION_MARKS: Final = "?？؟"

ORDER: Final = (
    Trigger.DISTRESS,
    Trigger.CONFLICT,
    Trigger.ADVICE_AGAIN,
    Trigger.FOCUS_LEFT,
    Trigger.PUZZLE,
    Trigger.STACKED,
    Trigger.ADVICE,
    Trigger.WHAT_SHOULD_I_DO,
    Trigger.ANSWERS_FAST,
    Trigger.ONE_VOICE,
    Trigger.SILENT,
    Trigger.NO_ACTION,
    Trigger.PROCESS_CHECK,
)
"""People first, then the presenter's time, then turns, and the set itself last."""

BY_EAR: Final = (
    Trigger.STACKED,
    Trigger.FOCUS_LEFT,
    Trigger.ANSWERS_FAST,
    Trigger.WHAT_SHOULD_I_DO,
    Trigger.PUZZLE,
    Trigger.DISTRESS,
    Trigger.CONFLICT,
)
"""What is mostly heard and seen by whoever facilitates, and by no program."""

SPEAKING_FREELY: Final = frozenset(
    {Floor.EVERYONE, Floor.MEMBERS_AND_PRESENTER, Floor.MEMBERS}
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that has happened; `number` is the entry on which it rests."""

    trigger: Trigger
    about: PersonId | None
    number: int


def moments(
    state: State, at: datetime, *, read: Sequence[HeardAs] = ()
) -> tuple[Moment, ...]:
    """Everything to say a word on, the most important first; what is met is left out.

    `read` is how the coach has read what was written in the slot, where the set lets
    it, in numbers that point at nobody. It comes on top of what the state knows.
    """
    if state.stage is not Stage.RUNNING or state.phase is None:
        return ()
    found = [each for each in _called(state) if not _is_met(state, each)]
    if _is_at_work(state):
        at_work = (look(state, at) for look in LOOKS)
        found += [m for each in at_work for m in each if not _is_met(state, m)]
        found += _advice(state, read)
    return tuple(sorted(found, key=lambda each: ORDER.index(each.trigger)))


def next_moment(
    state: State, at: datetime, *, read: Sequence[HeardAs] = ()
) -> Moment | None:
    """The one to say a word on now; nothing for a while after the last word."""
    first = next(iter(moments(state, at, read=read)), None)
    if first is None or first.trigger is Trigger.DISTRESS:
        return first
    just_now = any(at - each.at < QUIET_AFTER for each in state.met[-1:])
    return None if just_now else first


def _is_at_work(state: State) -> bool:
    """Neither in a break nor in silence, nor after a presenter has stopped."""
    now, phase, slot = state.phase, state.phase_in_script, state.slot
    if now is None or phase is None or now.paused_at or phase.quiet:
        return False
    return slot is None or slot.stopped is None


def _is_met(state: State, moment: Moment) -> bool:
    return any(
        each.number > moment.number
        for each in _met(state, moment.trigger)
        if each.about == moment.about
    )


def _met(state: State, *triggers: Trigger) -> list[Met]:
    return [each for each in state.met if each.trigger in triggers]


# Somebody has called


def _called(state: State) -> Iterator[Moment]:
    for signal in state.signals.values():
        if not signal.acknowledged:
            yield Moment(Trigger.DISTRESS, None, signal.number)


# Advice


def _advice(state: State, read: Sequence[HeardAs]) -> list[Moment]:
    """Once, or more than once in this presenter's time; where advice is out of place.

    What was counted one by one is named each time; what was read comes in numbers
    without an order, and is named once in a slot.
    """
    slot, now = state.slot, state.phase
    if slot is None or now is None or not state.script.action_learning:
        return []
    counted = [each for each in state.tallied_in(slot.number) if each.heard_as.steers]
    heard = [each for each in _heard(state, slot, read) if each.steers]
    again = len(counted) + len(heard) > 1
    trigger = Trigger.ADVICE_AGAIN if again else Trigger.ADVICE
    met = [
        each
        for each in _met(state, Trigger.ADVICE, Trigger.ADVICE_AGAIN)
        if each.slot == slot.number
    ]
    last = counted[-1] if counted else None
    if last and last.phase == now.name and not _after(met, last.number):
        return [Moment(trigger, None, last.number)]
    if len(heard) > 1 and not [m for m in met if m.trigger == Trigger.ADVICE_AGAIN]:
        return [Moment(Trigger.ADVICE_AGAIN, None, now.number)]
    return []


def _heard(state: State, slot: Slot, read: Sequence[HeardAs]) -> list[HeardAs]:
    if not state.allows(SHARES.name):
        return []
    captions = (each.heard_as for each in state.turns_read if each.slot == slot.number)
    return [*captions, *read]


def _after(met: Sequence[Met], number: int) -> bool:
    return any(each.number > number for each in met)


# What stands there for all to read


def _stacked(state: State, at: datetime) -> Iterator[Moment]:
    """The last that was written in this phase asks several things, and waits."""
    last = next(reversed(_written(state)), None)
    if last is None or not kind_named(last.kind).is_question or last.answers:
        return
    asks = sum((last.words or "").count(mark) for mark in QUESTION_MARKS)
    if asks > 1 and at - last.at < STILL_IN_THE_AIR:
        yield Moment(Trigger.STACKED, None, last.number)


def _answers_fast(state: State, at: datetime) -> Iterator[Moment]:
    """Several answers in a row, each written within moments of its question."""
    answers = [each for each in _written(state) if _is_answer(state, each)]
    latest = answers[-IN_A_ROW:]
    if len(latest) < IN_A_ROW or at - latest[-1].at >= STILL_IN_THE_AIR:
        return
    if all(_came_at_once(state, each) for each in latest):
        yield Moment(Trigger.ANSWERS_FAST, None, latest[-1].number)


def _is_answer(state: State, said: Contribution) -> bool:
    family = kind_named(said.kind).family
    return said.person == state.presenter and family is Family.ANSWER


def _came_at_once(state: State, answer: Contribution) -> bool:
    question = state.contributions.get(answer.to or 0)
    return question is not None and answer.at - question.at < AT_ONCE


def _written(state: State) -> list[Contribution]:
    """What was written lately in this phase, and not only noted as said."""
    now = state.phase
    if now is None or now.slot is None:
        return []
    numbers = [number for number in state.contributions if number > now.number]
    lately = (state.contributions[number] for number in numbers[-LATELY:])
    return [
        each for each in lately if each.words and not (each.hidden or each.taken_back)
    ]


# Turns


def _one_voice(state: State, at: datetime) -> Iterator[Moment]:
    """One member has had more than a third of the turns since this was last said."""
    now = state.phase
    if now is None or now.slot is None or not _speak_freely(state):
        return
    said = [each for each in _met(state, Trigger.ONE_VOICE) if each.slot == now.slot]
    before: Mapping[PersonId, int] = said[-1].turns if said else {}
    turns = Counter(
        {
            person: count - before.get(person, 0)
            for person, count in state.turns_in(now.slot).items()
            if _is_asking(state, person)
        }
    )
    total = sum(turns.values())
    if total < ENOUGH_TURNS:
        return
    person, most = turns.most_common(1)[0]
    if most / total > max(ONE_VOICE, FAIR_SHARES / len(_asking(state))):
        number = said[-1].number if said else now.number
        yield Moment(Trigger.ONE_VOICE, person, max(number, now.number))


def _silent(state: State, at: datetime) -> Iterator[Moment]:
    """Somebody who has not been heard in a phase that is nearly over.

    Nobody is called silent where others were not noted either.
    """
    now = state.phase
    if now is None or now.slot is None or not _speak_freely(state):
        return
    asking = _asking(state)
    quiet = [person for person in asking if not state.spoken_this_phase.get(person)]
    if len(asking) - len(quiet) < ENOUGH_NOTED or not _mostly_over(now, at):
        return
    turns = state.turns_in(now.slot)
    for person in sorted(quiet, key=lambda one: turns.get(one, 0)):
        yield Moment(Trigger.SILENT, person, now.number)


def _speak_freely(state: State) -> bool:
    phase = state.phase_in_script
    return phase is not None and phase.floor in SPEAKING_FREELY and bool(phase.kinds)


def _asking(state: State) -> list[PersonId]:
    return [person for person in state.members_here if _is_asking(state, person)]


def _is_asking(state: State, person: PersonId) -> bool:
    return Role.MEMBER in state.roles(person)


def _mostly_over(now: PhaseNow, at: datetime) -> bool:
    return now.elapsed(at) >= MOSTLY_OVER * now.allotted


# The end of a slot, and the set itself


def _no_action(state: State, at: datetime) -> Iterator[Moment]:
    """The time to choose is nearly over, and the presenter has noted nothing."""
    now, phase, slot = state.phase, state.phase_in_script, state.slot
    if now is None or slot is None or not _asks_to_act(phase):
        return
    topic = state.topic
    chosen = any(
        each.slot == slot.number
        and each.owner == slot.presenter
        and each.status is not ActionStatus.DROPPED
        for each in state.actions.values()
    )
    if chosen or (topic and topic.outcome) or not _mostly_over(now, at):
        return
    yield Moment(Trigger.NO_ACTION, None, now.number)


def _asks_to_act(phase: Phase | None) -> bool:
    return phase is not None and Capture.ACTIONS in phase.captures


def _process_check(state: State, at: datetime) -> Iterator[Moment]:
    """Half an hour has gone by since the set last looked at how it works."""
    now, phase = state.phase, state.phase_in_script
    if now is None or phase is None or phase.is_review:
        return
    number, since = last_look(state, now)
    paused = now.paused_for if since <= now.began_at else timedelta(0)
    if at - since - paused >= CHECK_EVERY:
        yield Moment(Trigger.PROCESS_CHECK, None, number)


def last_look(state: State, now: PhaseNow) -> tuple[int, datetime]:
    """When the set last looked at how it works, or began, and the entry of it."""
    looks = [(state.course.opened_at or now.began_at, 0)]
    looks += [(met.at, met.number) for met in _met(state, Trigger.PROCESS_CHECK)]
    looks += [(each.at, each.number) for each in state.reviews]
    looks += [(each.opened_at, each.number) for each in state.pulses.values()]
    looks += [
        (slot.ended_at, now.number)
        for slot in state.slots
        if slot.ended_at and _reviewed(state, slot)
    ]
    since, entry = max(looks)
    return entry, since


def _reviewed(state: State, slot: Slot) -> bool:
    reviews = {phase.name for phase in state.script.slot if phase.is_review}
    return any(
        where == slot.number and name in reviews for where, name in state.course.visited
    )


LOOKS: Final[tuple[Callable[[State, datetime], Iterator[Moment]], ...]] = (
    _stacked,
    _answers_fast,
    _one_voice,
    _silent,
    _no_action,
    _process_check,
)


# What is not known


class Unknown(StrEnum):
    """What the meeting's log does not tell, as it stands."""

    ADVICE = "advice"
    TURNS = "turns"
    PACE = "pace"
    FOCUS = "focus"
    FEELING = "feeling"


def unknown(state: State) -> tuple[Unknown, ...]:
    """What cannot be known just now; two of them no tap and no program ever tells.

    Of turns and of pace it is never more than what was written or noted.
    """
    slot = state.slot
    if slot is None or not _is_at_work(state):
        return ()
    found = []
    if state.script.action_learning and not _hears_advice(state, slot):
        found.append(Unknown.ADVICE)
    if _speak_freely(state):
        found += [Unknown.TURNS, Unknown.PACE]
    return (*found, Unknown.FOCUS, Unknown.FEELING)


def _hears_advice(state: State, slot: Slot) -> bool:
    return bool(state.tallied_in(slot.number)) or state.allows(SHARES.name)
