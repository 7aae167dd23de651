"""How large groups are to be, where their bounds leave a choice."""

from collections.abc import Sequence


def most_pairs(lower: Sequence[int], upper: Sequence[int], total: int) -> list[int]:
    """Sizes within bounds that add up to `total` and give the most pairs.

    Distances within groups grow with the number of pairs before all else, so a search
    begins here; changing sizes later is like climbing over a wall. Solved exactly,
    group by group: `best[t]` is the most pairs that the groups so far can have with
    `t` members. ValueError when no sizes fit.
    """
    best: dict[int, int] = {0: 0}
    chosen: list[dict[int, int]] = []
    for low, high in zip(lower, upper, strict=True):
        best, choice = _with_one_more(best, low, min(high, total), total)
        chosen.append(choice)
    if total not in best:
        raise ValueError(f"no sizes within the bounds add up to {total}")
    sizes: list[int] = []
    for choice in reversed(chosen):
        sizes.append(choice[total])
        total -= sizes[-1]
    return sizes[::-1]


def _with_one_more(
    best: dict[int, int], low: int, high: int, total: int
) -> tuple[dict[int, int], dict[int, int]]:
    pairs: dict[int, int] = {}
    choice: dict[int, int] = {}
    for members, so_far in best.items():
        for size in range(low, min(high, total - members) + 1):
            found = so_far + size * (size - 1) // 2
            if found > pairs.get(members + size, -1):
                pairs[members + size] = found
                choice[members + size] = size
    return pairs, choice
