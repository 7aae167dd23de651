"""Ways of facilitating that a machine can follow, good and poor, for the check."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.practice.case import Case
from askwell.practice.chance import picked
from askwell.practice.moments import Came
from askwell.practice.moves import FACILITATOR, TRIGGERS, Does, Heard, Move
from askwell.practice.options import AGREEMENT, options, worded
from askwell.practice.playing import do, is_ripe
from askwell.practice.turns import Act
from askwell.practice.world import EXPLORE, PRESENT, World

ME: Final = "whoever-facilitates"
Policy = Callable[[World], Move]


def run(case: Case, policy: Policy, *, seed: int) -> World:
    """A whole practice set under one policy, without the meeting around it."""
    world = World(case, seed=seed, seats={ME: FACILITATOR})
    while not world.over:
        do(world, _in_pace(world, policy))
    return world


def _in_pace(world: World, policy: Policy) -> Move:
    """All go on when the phase has had its time, so that only their words differ."""
    if is_ripe(world):
        return Move(Does.MOVE_ON, ME)
    return policy(world)


def never(world: World) -> Move:
    """Say nothing at all."""
    return Move(Does.LISTEN, ME)


def always(world: World) -> Move:
    """Intervene after every turn: the right thing if there is one, or anything."""
    if _just_spoke(world):
        return never(world)
    return _called_for(world, patience=0) or _anything(world)


def at_triggers(world: World) -> Move:
    """Say what was agreed, then meet what comes up, once each, and let others work."""
    if world.phase.name == PRESENT:
        return never(world) if world.agreed else _agree(world)
    if _just_spoke(world):
        return never(world)
    return _called_for(world, patience=0) or _silence(world) or never(world)


def random(world: World) -> Move:
    """Every third turn or so, any of the things that could be said."""
    if _just_spoke(world) or world.chance("whether") >= 1 / 3:
        return never(world)
    return picked(options(world), world.case.name, world.seed, world.number).move(ME)


def late(world: World) -> Move:
    """The right words, when it is nearly too late for them."""
    if _just_spoke(world):
        return never(world)
    return _called_for(world, patience=5) or never(world)


def curt(world: World) -> Move:
    """The right words at the right time, said so that somebody is put down."""
    move = at_triggers(world)
    if move.does is not Does.SAY:
        return move
    return replace(move, heard_as=(*move.heard_as, Heard.CURT.value))


def one_sentence(world: World) -> Move:
    """The same good sentence every other turn."""
    if _just_spoke(world):
        return never(world)
    return _say(world, Trigger.ADVICE, None)


def all_silence(world: World) -> Move:
    """Hold silence every other turn."""
    last = world.turns[-1] if world.turns else None
    if last is None or last.act is Act.SILENCE:
        return never(world)
    return Move(Does.HOLD_SILENCE, ME)


def telling(world: World) -> Move:
    """Solve it for them."""
    if _just_spoke(world) or world.phase.name != EXPLORE or world.number % 4:
        return never(world)
    words = "If I were you, I would begin with the easy part."
    return Move(Does.SAY, ME, words, (Heard.TELLING.value,))


def _just_spoke(world: World) -> bool:
    return bool(world.turns) and world.turns[-1].by == ME


def _agree(world: World) -> Move:
    words = AGREEMENT % {"presenter": world.case.presenter.first_name}
    return Move(Does.SAY, ME, words, (Heard.AGREES.value,))


def _called_for(world: World, *, patience: int) -> Move | None:
    waiting = [
        came
        for came in world.open_moments()
        if world.number - came.opened > patience and _has_room(world, came)
    ]
    if not waiting:
        return None
    came = min(waiting, key=lambda each: each.trigger not in URGENT)
    return _say(world, came.trigger, came.about)


URGENT: Final = (Trigger.DISTRESS, Trigger.CONFLICT)


def _has_room(world: World, came: Came) -> bool:
    """What is not pressing waits until the set has had a few turns without us."""
    if came.trigger in PRESSING:
        return True
    return not world.own_turns(3)


PRESSING: Final = (
    *URGENT,
    Trigger.ADVICE,
    Trigger.ADVICE_AGAIN,
    Trigger.STACKED,
    Trigger.WHAT_SHOULD_I_DO,
    Trigger.PUZZLE,
    Trigger.FOCUS_LEFT,
    Trigger.NO_ACTION,
)


def _silence(world: World) -> Move | None:
    """Once in a while, after an answer that went deep."""
    last = world.turns[-1] if world.turns else None
    held = any(turn.act is Act.SILENCE for turn in world.turns[-14:])
    if last is None or not last.starred or held or world.phase.name != EXPLORE:
        return None
    return Move(Does.HOLD_SILENCE, ME)


def _say(world: World, trigger: Trigger, about: str | None) -> Move:
    names = {"presenter": world.case.presenter.first_name}
    return worded(world, trigger, about, names).move(ME)


def _anything(world: World) -> Move:
    """Some intervention that nothing has called for."""
    trigger = picked(
        tuple(TRIGGERS.values()), world.case.name, world.seed, world.number, "any"
    )
    return _say(world, trigger, None)
