"""Annealing with a heat-bath step, over arrays; plain functions, compiled where we can.

A step takes one element and weighs, in one go over a row, what swapping it with each
other element would bring, and what moving it into each group with room would. One of
these is drawn with the odds of Boltzmann's distribution; swapping with itself is among
them, and changes nothing. So a step costs one row and never a guess that is refused.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from askwell.composer.search.chance import below, draw
from askwell.composer.tables import Floats, Ints

Singles = NDArray[np.float32]
# Unsigned, so that a compiler need not ask whether one counts from the end.
Places = NDArray[np.uint32]

# Elements are weighed in blocks of so many; rows are filled up to whole blocks.
BLOCK = 16
# What swapping with an element that is none would bring.
NEVER = -1e12
# exp(x) is taken as (1 + x/64)^64: six products, no call, and x in -45..70.
FINE = 64.0
LEAST, MOST = 0.3, 3.0
# Places in `state`.
VALUE, BEST = 0, 1
EPSILON = 1e-3


class Arrays(NamedTuple):
    """A grouping while it is searched; `n` elements, rows filled up with none."""

    distances: Singles  # (n, filled)
    group: Places  # (filled): where each is; what is none is in a group of its own
    sums: Singles  # (groups, filled): distances of an element to all in a group
    own: Singles  # (filled): the same to the group it is in
    size: Ints  # (groups)
    lower: Ints
    upper: Ints
    best: Places  # (filled): the best grouping met
    state: Floats  # value now, best value
    chance: Ints
    weights: Singles  # (filled): room to work in
    blocks: Singles  # (filled / BLOCK)
    gains: Singles  # (groups + 1): of leaving for another group; the last is NEVER


def anneal(a: Arrays, hot: float, cold: float, steps: int) -> int:
    """Take steps while it cools from `hot` to `cold`; how many changed something."""
    n = len(a.distances)
    changed = 0
    falling = (cold / hot) ** (1.0 / steps)
    warmth = hot
    for _ in range(steps):
        warmth *= falling
        who = below(a.chance, n)
        left = _weigh(a, who, warmth)
        into = draw(a.chance) / 4294967296.0
        if _take(a, who, warmth, left, into):
            changed += 1
            if a.state[VALUE] > a.state[BEST] + EPSILON:
                a.state[BEST] = a.state[VALUE]
                for k in range(n):
                    a.best[k] = a.group[k]
    return changed


def _weigh(a: Arrays, who: int, warmth: float) -> float:
    """Write the weight of each swap, block by block; give the sum of all."""
    here = a.group[who]
    row, to_here = a.distances[who], a.sums[here]
    weights, own, gains, group = a.weights, a.own, a.gains, a.group
    stays = to_here[who]
    for g in range(len(a.size)):
        gains[g] = a.sums[g, who] - stays
    # Apart from what follows, or the compiler would not take several at a time.
    for k in range(len(weights)):
        weights[k] = gains[group[k]]
    scale = np.float32(1.0 / (warmth * FINE))
    for k in range(len(weights)):
        gain = weights[k] + to_here[k] - own[k] - np.float32(2.0) * row[k]
        x = np.float32(1.0) + gain * scale
        x = min(max(x, np.float32(LEAST)), np.float32(MOST))
        x *= x
        x *= x
        x *= x
        x *= x
        x *= x
        weights[k] = x * x
    total = np.float32(0.0)
    for b in range(len(a.blocks)):
        block = np.float32(0.0)
        for k in range(b * BLOCK, b * BLOCK + BLOCK):
            block += weights[k]
        a.blocks[b] = block
        total += block
    return float(total)


def _take(a: Arrays, who: int, warmth: float, swaps: float, share: float) -> bool:
    """Do what `share` (0..1) of all weights points at; whether anything changed."""
    here = a.group[who]
    moves = 0.0
    if a.size[here] > a.lower[here]:
        for g in range(len(a.size)):
            moves += _move_weight(a, here, g, warmth)
    left = share * (swaps + moves)
    if left >= swaps:
        return _move(a, who, here, warmth, left - swaps)
    return _swap(a, who, here, left)


def _move_weight(a: Arrays, here: int, group: int, warmth: float) -> float:
    if group == here or a.size[group] >= a.upper[group]:
        return 0.0
    x = min(max(1.0 + a.gains[group] / (warmth * FINE), LEAST), MOST)
    return float(x**64)


def _swap(a: Arrays, who: int, here: int, left: float) -> bool:
    b = 0
    while b < len(a.blocks) - 1 and left >= a.blocks[b]:
        left -= a.blocks[b]
        b += 1
    other = b * BLOCK
    last = min(len(a.distances), other + BLOCK) - 1
    while other < last and left >= a.weights[other]:
        left -= a.weights[other]
        other += 1
    there = a.group[other]
    if there == here:
        return False
    mine, theirs = a.distances[who], a.distances[other]
    to_here, to_there, own, group = a.sums[here], a.sums[there], a.own, a.group
    a.state[VALUE] += a.gains[there] + to_here[other] - own[other] - 2.0 * mine[other]
    group[who] = there
    group[other] = here
    for k in range(len(own)):
        more = theirs[k] - mine[k]
        to_here[k] += more
        to_there[k] -= more
        own[k] = to_here[k] if group[k] == here else own[k]
        own[k] = to_there[k] if group[k] == there else own[k]
    return True


def _move(a: Arrays, who: int, here: int, warmth: float, left: float) -> bool:
    there = here
    for g in range(len(a.size)):
        weight = _move_weight(a, here, g, warmth)
        if weight > 0.0:
            there = g
            if left < weight:
                break
            left -= weight
    if there == here:
        return False
    a.state[VALUE] += a.gains[there]
    a.group[who] = there
    a.size[here] -= 1
    a.size[there] += 1
    mine, to_here, to_there = a.distances[who], a.sums[here], a.sums[there]
    for k in range(len(a.own)):
        to_here[k] -= mine[k]
        to_there[k] += mine[k]
        a.own[k] = to_here[k] if a.group[k] == here else a.own[k]
        a.own[k] = to_there[k] if a.group[k] == there else a.own[k]
    return True
