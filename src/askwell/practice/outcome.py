"""What a practice set came to, for comparing ways of facilitating and nothing else."""

from dataclasses import dataclass

from askwell.practice.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Each from 0 to 1; `turns` is how evenly the members took theirs."""

    insight: float
    ownership: float
    safety: float
    turns: float

    @property
    def worth(self) -> float:
        """The one rule by which runs are put in order.

        What became clearer to the presenter counts most, then how much the way is
        their own, then what is left for the next meeting: safety, and even turns.
        Never shown to anybody about a run of their own.
        """
        return (
            0.4 * self.insight
            + 0.25 * self.ownership
            + 0.2 * self.safety
            + 0.15 * self.turns
        )


def outcome(world: World) -> Outcome:
    return Outcome(
        insight=world.now["insight"],
        ownership=world.now["ownership"],
        safety=world.now["safety"],
        turns=_evenness([seat.turns for seat in world.seats.values()]),
    )


def _evenness(turns: list[int]) -> float:
    """1 where all took as many turns, 0 where one person took them all."""
    whole = sum(turns)
    if not whole or len(turns) == 1:
        return 0.0
    even = 1 / len(turns)
    off = sum(abs(each / whole - even) for each in turns) / 2
    return 1 - off / (1 - even)
