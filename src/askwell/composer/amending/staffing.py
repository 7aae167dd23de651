"""Gives the sets of a division facilitators who fit, changing as few as can be."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from askwell.composer.amending.matching import FREE, Matching
from askwell.composer.appraising.division import Division
from askwell.composer.appraising.fitting import Fitting
from askwell.composer.brief import Locks
from askwell.composer.proposal import ProposedSet


def staffed(
    division: Division, locks: Locks, was: Mapping[str, str | None]
) -> dict[str, ProposedSet | None]:
    """The sets that get another facilitator, or none because nobody is left who fits.

    `was` is whom sets had, and keep if they can. Locked sets and locked facilitators
    keep what they have.
    """
    tables = division.tables
    if not tables.facilitators:
        return {}
    kept = _kept(division, locks)
    free = [each for each in division.there() if each.id not in kept]
    found = _matched(division, free, was, Counter(kept.values())).solved()
    named = {
        each.id: None if leader == FREE else tables.facilitators[leader]
        for each, leader in zip(free, found, strict=True)
    }
    return _changed(division, named | kept)


def _kept(division: Division, locks: Locks) -> dict[str, str | None]:
    there = {each.id: each.facilitator for each in division.there()}
    locked = {each: there[each] for each in locks.sets if each in there}
    asked: dict[str, str | None] = {
        each: who for each, who in locks.facilitators.items() if each in there
    }
    return locked | asked


def _matched(
    division: Division,
    free: Collection[ProposedSet],
    was: Mapping[str, str | None],
    taken: Counter[str | None],
) -> Matching:
    tables, fitting = division.tables, Fitting(division.tables)
    capacity = [
        max(0, int(most) - taken[name])
        for name, most in zip(tables.facilitators, tables.arrays.capacity, strict=True)
    ]
    fits = []
    for each in free:
        known = [who for who in each.members if who in tables.place]
        fit = fitting.of(tables.places(known))
        fits.append([int(leader) for leader in np.flatnonzero(fit)])
    current = [
        tables.place_of_facilitator.get(was.get(each.id) or "", FREE) for each in free
    ]
    return Matching(fits, current, capacity)


def _changed(
    division: Division, named: Mapping[str, str | None]
) -> dict[str, ProposedSet | None]:
    return {
        each.id: replace(each, facilitator=named[each.id])
        for each in division.there()
        if each.facilitator != named[each.id]
    }
