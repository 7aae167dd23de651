"""What a practice set came to, for comparing ways of facilitating and nothing else.

Read from what the presenter and the members said, and from how safe the set is at
its end. Whether the facilitator did anything, and what, is not looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from askwell.practice.turns import Act, Turn
from askwell.practice.world import World
from askwell.process.people import PersonId

DEEPER: Final = 0.12
"""How much of what is still unsaid one frank answer brings."""
UNCHOSEN: Final = 0.4
"""No action, next to one of the presenter's own: a fine end, if not so far a way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Each from 0 to 1.

    `depth` is how much the presenter said frankly while the set explored, `way`
    whether what they chose is their own, `turns` how evenly the members took theirs.
    """

    depth: float
    way: float
    safety: float
    turns: float

    @property
    def worth(self) -> float:
        """The one rule by which runs are put in order.

        What the presenter could say counts most, then whether the way is their own,
        then what is left for the next meeting: safety, and even turns. Never shown to
        anybody about a run of their own.
        """
        return (
            0.4 * self.depth + 0.25 * self.way + 0.2 * self.safety + 0.15 * self.turns
        )


def outcome(world: World) -> Outcome:
    said = [turn for turn in world.turns if turn.by != world.facilitator]
    return Outcome(
        depth=_depth(said),
        way=_way(world, said),
        safety=world.now["safety"],
        turns=_evenness(said, list(world.seats)),
    )


def _depth(said: Iterable[Turn]) -> float:
    """Each frank answer brings less than the one before."""
    return float(1 - (1 - DEEPER) ** sum(turn.frank for turn in said))


def _way(world: World, said: Iterable[Turn]) -> float:
    presenter = world.case.presenter
    ways = {presenter.action: 1.0, presenter.borrowed: 0.0}
    chosen = (ways[turn.words] for turn in said if turn.act is Act.ACTION)
    return next(chosen, UNCHOSEN)


def _evenness(said: Iterable[Turn], members: list[PersonId]) -> float:
    """1 where all took as many turns, 0 where one person took them all."""
    by = [turn.by for turn in said]
    turns = [by.count(member) for member in members]
    whole = sum(turns)
    if not whole or len(turns) == 1:
        return 0.0
    even = 1 / len(turns)
    off = sum(abs(each / whole - even) for each in turns) / 2
    return 1 - off / (1 - even)
