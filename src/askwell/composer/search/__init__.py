"""The search of the composer: annealing with swaps, moves and facilitator changes."""
