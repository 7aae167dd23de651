"""How the presenter answers, by what was asked and how safe it is to say more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.practice import reactions
from askwell.practice.case import Asks, Fact, Replies, Stacks, Tells
from askwell.practice.moves import Heard
from askwell.practice.world import EXPLORE, Awaits, World

FAST_ONES = 3
"""After so many answers without a thought it is worth slowing down."""
WORTH_A_STAR = 0.45
"""How often a question that got a frank answer is marked as one that helped."""
AT_A_LOSS: Final = (
    "I’m not sure what to say to that.",
    "Let me leave that one.",
    "I don’t know. I’d rather pass.",
    "Hm. I can’t answer that just now.",
    "Could we come back to that?",
    "Pass, for the moment.",
)
"""For a presenter who has no line left."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: how frank it is, and whether the question is marked as helping."""

    words: str
    starred: bool = False
    frank: bool = False


def answer(world: World, waiting: Awaits) -> Given:
    match waiting.asked:
        case Asks() as asks:
            return _to_a_question(world, asks.guarded, asks.frank)
        case Tells(reply=reply):
            world.shift(reactions.ADVICE_REPLIED)
            return Given(reply)
        case Stacks(reply=reply):
            world.shift(reactions.GUARDED)
            return Given(reply)
        case Fact(answer=fact):
            return Given(fact)
        case None:
            return _to_free_words(world, waiting.heard_as)


def _to_a_question(world: World, guarded: str, frank: str) -> Given:
    if _is_fast(world):
        _was_fast(world)
        return Given(guarded)
    if not _dares(world):
        world.shift(reactions.GUARDED)
        return Given(guarded)
    world.shift(reactions.FRANK)
    return Given(frank, starred=world.chance("star") < WORTH_A_STAR, frank=True)


def _is_fast(world: World) -> bool:
    haste = world.hurries * (1.3 - world.now["focus"])
    return world.phase.name == EXPLORE and world.chance("fast") < haste


def _was_fast(world: World) -> None:
    world.shift(reactions.FAST)
    world.fast += 1
    if world.fast >= FAST_ONES and world.open_moment(Trigger.ANSWERS_FAST) is None:
        world.fast = 0
        world.comes(Trigger.ANSWERS_FAST, world.presenter, world.number)


def _dares(world: World) -> bool:
    now = world.now
    daring = 1.35 * now["safety"] * now["focus"] * (1.15 - now["telling"])
    return world.chance("dares") < daring


def _to_free_words(world: World, heard_as: Sequence[str]) -> Given:
    replies = world.case.presenter.replies
    told = {Heard.TELLING.value, Heard.LEADING.value}
    if told & set(heard_as):
        world.shift(reactions.ADVICE_REPLIED)
        return _one_of(world, replies.advice)
    if Heard.STACKED.value in heard_as:
        world.shift(reactions.GUARDED)
        return _one_of(world, replies.several)
    if Heard.FACT.value in heard_as or world.phase.name != EXPLORE:
        return _one_of(world, replies.fact)
    if Heard.CLOSED.value in heard_as or Heard.UNCLEAR.value in heard_as:
        world.shift(reactions.GUARDED.times(0.6))
        return _one_of(world, replies.guarded)
    return _openly(world, replies)


def _openly(world: World, replies: Replies) -> Given:
    if not _dares(world):
        world.shift(reactions.GUARDED)
        return _one_of(world, replies.guarded)
    world.shift(reactions.FRANK)
    starred = world.chance("star") < WORTH_A_STAR
    return Given(_one_of(world, replies.frank).words, starred=starred, frank=True)


def _one_of(world: World, lines: Sequence[str]) -> Given:
    return Given(world.take(lines) or world.take(AT_A_LOSS) or "…")
