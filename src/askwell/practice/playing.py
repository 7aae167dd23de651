"""Plays a practice set move by move: what is possible, and what comes of it."""

from collections.abc import Callable, Iterable
from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.practice import facilitating, reactions, seating
from askwell.practice.acting import listen
from askwell.practice.case import Case
from askwell.practice.moments import Came, How
from askwell.practice.moves import CannotDoError, Does, Heard, Move, Seats
from askwell.practice.reactions import LEFT_ALONE
from askwell.practice.turns import Act, Turn
from askwell.practice.world import (
    CLARIFY,
    EXPERIENCE,
    EXPLORE,
    MOST_TURNS,
    PRESENT,
    REFLECT,
    REVIEW,
    SILENCE,
    Awaits,
    World,
)
from askwell.process.words import _

ASKED_AS: Final = {
    CLARIFY: "clarifying_question",
    EXPLORE: "open_question",
    EXPERIENCE: "experience",
    REVIEW: "feedback",
}
"""What a real member's words are sent as, phase by phase."""
REFUSED_NOW: Final = {
    PRESENT: _("The presenter is telling the story. Listen; questions come next."),
    SILENCE: _("This is a minute of silence. Wait until the facilitator goes on."),
    REFLECT: _("The presenter thinks aloud now. You can speak in the review."),
}
ENOUGH_TURNS: Final = {PRESENT: 2, CLARIFY: 4, EXPLORE: 14}
"""To go on before so many turns cuts a phase short."""
SEATING: Final = (Does.JOIN, Does.HAND_OVER)
"""What changes who sits where, and nothing else."""
ENOUGH_FACTS = 6
"""After so many turns of clarifying the set can go on."""
HALF_AN_HOUR = 1200.0
"""The opening took ten minutes, so that half an hour is over after these seconds."""
SHARE_MOST, SHARE_TURNS = 0.35, 8
"""One voice: above this share of the members' turns, once there are so many."""
SILENT_AFTER = 9
"""Somebody is silent once the others took so many turns in exploring."""


def play(case: Case, *, seed: int, moves: Iterable[Move], seats: Seats) -> World:
    world = World(case, seed=seed, seats=seats)
    for move in moves:
        do(world, move)
    return world


def do(world: World, move: Move) -> None:
    """Raises CannotDoError, with what to do instead, where a move is not possible."""
    _require_possible(world, move)
    match move.does:
        case Does.LISTEN:
            listen(world)
        case Does.SAY:
            facilitating.say(world, move)
        case Does.HOLD_SILENCE:
            facilitating.hold_silence(world, move)
        case Does.GIVE_TURN:
            facilitating.give_turn(world, move)
        case Does.LET_BE:
            facilitating.let_be(world, move)
        case Does.ASK:
            _ask(world, move)
        case Does.MOVE_ON:
            _move_on(world, move)
        case Does.JOIN:
            seating.join(world, move)
        case Does.HAND_OVER:
            seating.hand_over(world, move)
    if move.does in SEATING:
        world.over = len(world.turns) >= MOST_TURNS
    else:
        _time_passes(world)


# What is possible


def _require_possible(world: World, move: Move) -> None:
    if world.over:
        raise CannotDoError(
            _("This rehearsal is over. Read how it went, or begin again.")
        )
    if move.does is Does.ASK:
        _require_asking(world, move)
    elif move.does is Does.JOIN:
        seating.require_new(world, move)
    elif move.by != world.facilitator:
        raise CannotDoError(
            _("Only whoever sits in the facilitator’s seat does this. You can ask.")
        )
    if move.does is Does.SAY and not move.words.strip():
        raise CannotDoError(_("There are no words yet. Write what you would say."))
    if move.does is Does.HAND_OVER:
        seating.require_real(world, move)
    here = (*world.seats, *world.guests)
    if move.does is Does.GIVE_TURN and move.about not in here:
        raise CannotDoError(_("Choose a member of the set to give the turn to."))
    if move.does is Does.MOVE_ON:
        _require_happened(world)


def _require_asking(world: World, move: Move) -> None:
    seat = world.seats.get(move.by)
    if move.by not in world.guests and not (seat and seat.real):
        raise CannotDoError(_("Only somebody in a member’s seat asks."))
    if not move.words.strip():
        raise CannotDoError(_("There are no words yet. Write what you would ask."))
    phase = world.phase.name
    if phase not in ASKED_AS:
        raise CannotDoError(REFUSED_NOW.get(phase, _("Wait for the next phase.")))
    if world.awaits is not None:
        name = world.case.presenter.first_name
        raise CannotDoError(
            _("%(name)s has not answered yet. Listen to the answer first."), name=name
        )


def _require_happened(world: World) -> None:
    if world.phase.required and not _anybody_spoke(world):
        raise CannotDoError(
            _("“%(phase)s” has yet to happen. Listen first, then go on."),
            phase=world.phase.title,
        )


def _anybody_spoke(world: World) -> bool:
    return any(turn.kind for turn in world.turns[world.phase_began[0] :])


# What other moves do


def _ask(world: World, move: Move) -> None:
    phase = world.phase.name
    kind = ASKED_AS[phase]
    tells = bool({Heard.TELLING, Heard.LEADING} & set(move.heard_as))
    several = Heard.STACKED in move.heard_as
    act = _act_of(phase, tells=tells, several=several)
    world.lasts(move.words)
    world.said(
        Turn(
            number=world.number,
            phase=phase,
            by=move.by,
            act=act,
            words=move.words,
            kind=kind,
            seconds=world.seconds,
            levels=world.levels,
            heard_as=move.heard_as,
        )
    )
    turn = len(world.turns)
    if act in (Act.ADVICE, Act.SEVERAL):
        advice = act is Act.ADVICE
        world.shift(reactions.ADVICE_GIVEN if advice else reactions.SEVERAL_ASKED)
        world.comes(Trigger.ADVICE if advice else Trigger.STACKED, move.by, turn)
    elif act is Act.QUESTION:
        world.shift(reactions.GOOD_QUESTION)
    if phase in (CLARIFY, EXPLORE):
        world.awaits = Awaits(turn=turn, by=move.by, asked=None, heard_as=move.heard_as)


def _act_of(phase: str, *, tells: bool, several: bool) -> Act:
    if phase == REVIEW:
        return Act.LOOK
    if tells:
        return Act.ADVICE
    if phase == EXPERIENCE:
        return Act.SHARED
    return Act.SEVERAL if several else Act.QUESTION


def _move_on(world: World, move: Move) -> None:
    phase = world.phase.name
    if world.turns_in_phase < ENOUGH_TURNS.get(phase, 0):
        world.shift(reactions.CUT_SHORT)
    _leave(world)
    world.said(
        Turn(
            number=world.number,
            phase=phase,
            by=move.by,
            act=Act.WENT_ON,
            words=move.words,
            seconds=world.seconds,
            levels=world.levels,
        )
    )
    world.at += 1
    world.phase_began = (len(world.turns), world.seconds)
    for seat in world.seats.values():
        seat.in_phase = 0
    world.awaits, world.stage, world.next_up = None, None, []
    world.over = world.at >= len(world.phases)


def _leave(world: World) -> None:
    """What was left open in this phase can no longer be met."""
    for came in world.open_moments():
        if came.trigger is Trigger.PROCESS_CHECK and world.at < len(world.phases) - 1:
            continue
        if came.trigger in (Trigger.DISTRESS, Trigger.CONFLICT):
            world.shift(reactions.LEFT_UPSET)
        _expire(came, world.number)


def _expire(came: Came, turn: int) -> None:
    came.close(turn, How.LET_BE if came.seen_at is not None else How.MISSED)


# What time does


def _time_passes(world: World) -> None:
    world.shift(reactions.A_TURN)
    turn = len(world.turns)
    for came in world.open_moments():
        if came.opened == turn:
            continue
        if came.is_over(turn):
            _expire(came, turn)
        else:
            world.shift(LEFT_ALONE[came.trigger], about=came.about)
    if world.phase.name == EXPLORE and not world.over:
        _look_round(world)
    _look_at_the_clock(world)
    if len(world.turns) >= MOST_TURNS:
        world.over = True


def _look_round(world: World) -> None:
    """Whether one voice fills the room, and whether somebody says nothing."""
    spoken = world.spoken_in_phase
    for seat in world.seats.values():
        _has_much(world, seat.person, seat.in_phase, spoken)
        _is_silent(world, seat.person, seat.in_phase, spoken)


def _has_much(world: World, person: str, turns: int, spoken: int) -> None:
    much = spoken >= SHARE_TURNS and turns / spoken > SHARE_MOST
    came = world.open_moment(Trigger.ONE_VOICE, person)
    if came is not None and not much:
        came.close(len(world.turns), How.PASSED)
    elif came is None and much and not any(world.had(Trigger.ONE_VOICE, person)):
        world.comes(Trigger.ONE_VOICE, person, len(world.turns))


def _is_silent(world: World, person: str, turns: int, spoken: int) -> None:
    came = world.open_moment(Trigger.SILENT, person)
    if came is not None and turns:
        came.close(len(world.turns), How.PASSED)
        return
    others = world.open_moment(Trigger.SILENT)
    silent = not turns and spoken >= SILENT_AFTER
    if silent and others is None and not any(world.had(Trigger.SILENT, person)):
        world.comes(Trigger.SILENT, person, len(world.turns))


def _look_at_the_clock(world: World) -> None:
    since = world.seconds - world.checked_at
    due = since >= HALF_AN_HOUR and world.phase.name in (EXPLORE, EXPERIENCE)
    if due and not any(world.had(Trigger.PROCESS_CHECK, None)):
        world.comes(Trigger.PROCESS_CHECK, None, len(world.turns))


# Where it stands


def is_ripe(world: World) -> bool:
    """Whether the phase has had its time, or has nothing left to bring."""
    turns = world.turns[world.phase_began[0] :]
    if turns and turns[-1].act is Act.QUIET:
        return world.awaits is None
    ripe = _RIPE.get(world.phase.name)
    return ripe is not None and world.awaits is None and ripe(world)


def _has_chosen(world: World) -> bool:
    """An action or none, and what there was to say to that has been said."""
    presenter = world.case.presenter
    chosen = {presenter.action, presenter.borrowed, presenter.none}
    waits = world.open_moment(Trigger.NO_ACTION) is not None
    return not waits and not world.used.isdisjoint(chosen)


_RIPE: Final[dict[str, Callable[[World], bool]]] = {
    PRESENT: lambda world: world.used.issuperset(world.case.presenter.story),
    CLARIFY: lambda world: world.turns_in_phase >= ENOUGH_FACTS,
    EXPLORE: lambda world: (
        world.minutes_in_phase >= world.phase.minutes and not world.next_up
    ),
    SILENCE: lambda world: world.turns_in_phase > 0,
    EXPERIENCE: lambda world: all(seat.in_phase for seat in world.simulated),
    REFLECT: _has_chosen,
    REVIEW: lambda world: all(
        not world.used.isdisjoint((look.well, look.poorly))
        for look in (
            world.case.presenter.look,
            *(seat.member.look for seat in world.simulated),
        )
    ),
}
