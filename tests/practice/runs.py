"""Rehearsals to try things in: played by a policy, or move by move."""

from datetime import UTC, datetime

from askwell.practice.case import Case
from askwell.practice.cases import case_named
from askwell.practice.moves import FACILITATOR, Does, Move
from askwell.practice.playing import do, is_ripe
from askwell.practice.policies import ME, Policy, never
from askwell.practice.rehearsal import Rehearsal, rehearse
from askwell.practice.world import World

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
ALONE = {ME: FACILITATOR}
LISTEN = Move(Does.LISTEN, ME)
GO_ON = Move(Does.MOVE_ON, ME)
UN_MENTORING = case_named("un_mentoring")


def moves_of(case: Case, policy: Policy = never, *, seed: int = 1) -> list[Move]:
    """What somebody who follows this policy does in a whole practice set."""
    world, made = World(case, seed=seed, seats=ALONE), []
    while not world.over:
        move = GO_ON if is_ripe(world) else policy(world)
        do(world, move)
        made.append(move)
    return made


def rehearsed(
    *moves: Move,
    case: Case = UN_MENTORING,
    seed: int = 1,
    seats: dict[str, str] | None = None,
) -> Rehearsal:
    return rehearse(case, seed=seed, moves=moves, seats=seats or ALONE, now=NOON)


def say(words: str, *heard_as: str, about: str | None = None) -> Move:
    return Move(Does.SAY, ME, words, heard_as, about)


def to_explore() -> list[Move]:
    """The story told and no facts asked for."""
    return [*[LISTEN] * 4, GO_ON, *[LISTEN] * 4, GO_ON]


def until(trigger: str, *, case: Case = UN_MENTORING, seed: int = 1) -> list[Move]:
    """Listening until this comes up while the set explores."""
    moves = to_explore()
    for _ in range(60):
        pending = rehearsed(*moves, case=case, seed=seed).pending
        if any(each.trigger == trigger for each in pending):
            return moves
        moves.append(LISTEN)
    raise AssertionError(f"{trigger} never came up.")
