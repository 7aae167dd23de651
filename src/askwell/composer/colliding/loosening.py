"""Changes a brief as relaxations say."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from askwell.composer.amending import without
from askwell.composer.brief import Brief, Locks
from askwell.composer.colliding.collision import Lever, Relaxation, Relaxing

OF_RULES = {
    Lever.SETS: "sets",
    Lever.SIZE_MIN: "size_min",
    Lever.SIZE_MAX: "size_max",
    Lever.MIN_COMMON_BLOCKS: "min_common_blocks",
    Lever.MAX_PER_ORGANISATION: "max_per_organisation",
    Lever.MIN_ORGANISATIONS: "min_organisations",
    Lever.LINE_DEPTH: "line_depth",
    Lever.LEVEL_GAP: "level_gap",
}


def rule(brief: Brief, lever: Lever, after: int | None) -> Relaxing:
    """A number of the rules changed."""
    before: int | None = getattr(brief.rules, OF_RULES[lever])
    return Relaxing(lever, before, after)


def relaxed(
    brief: Brief, *changes: Relaxing, concerns: int, tried: bool = False
) -> Relaxation:
    """The relaxation that these changes make."""
    return Relaxation(changes, loosened(brief, changes), concerns, tried)


def smallest_first(relaxations: Sequence[Relaxation]) -> tuple[Relaxation, ...]:
    """Fewest changes first, then the smallest, then of fewest people."""
    return tuple(
        sorted(
            relaxations,
            key=lambda e: (len(e.changes), sum(map(size, e.changes)), e.concerns),
        )
    )


def size(change: Relaxing) -> int:
    """How many steps of a number; one of a rule, a person, or a pair is one."""
    if change.before is not None and change.after is not None:
        return abs(change.after - change.before)
    return len(change.about) if change.lever in (Lever.WITHOUT, Lever.LOCK) else 1


def loosened(brief: Brief, changes: Sequence[Relaxing]) -> Brief:
    """The brief with all these changes."""
    for change in changes:
        brief = _loosened(brief, change)
    return brief


def _loosened(brief: Brief, change: Relaxing) -> Brief:
    about = set(change.about)
    match change.lever:
        case Lever.MUST:
            kept = tuple(e for e in brief.must if about and not about >= {*e})
            return replace(brief, must=kept)
        case Lever.EXCLUSIVE:
            kept_apart = tuple(each for each in brief.exclusive if each != about)
            return replace(brief, exclusive=kept_apart)
        case Lever.CAPACITY:
            return replace(
                brief,
                facilitators=tuple(
                    replace(e, capacity=change.after or 0) if e.id in about else e
                    for e in brief.facilitators
                ),
            )
        case Lever.WITHOUT:
            return without(brief, about)
        case Lever.LOCK:
            return replace(brief, locks=_unlocked(brief.locks, about))
    changed: dict[str, Any] = {OF_RULES[change.lever]: change.after}
    return replace(brief, rules=replace(brief.rules, **changed))


def _unlocked(locks: Locks, about: set[str]) -> Locks:
    return replace(
        locks, people={e: at for e, at in locks.people.items() if e not in about}
    )
