"""Says which rules collide, for whom, and the smallest changes that would do."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import (
    Clash,
    Collision,
    Lever,
    Relaxation,
    Relaxing,
)
from askwell.composer.colliding.counting import counted
from askwell.composer.colliding.leading import without_facilitator
from askwell.composer.colliding.loosening import smallest_first
from askwell.composer.colliding.meeting import unmeetable
from askwell.composer.colliding.pairing import paired
from askwell.composer.colliding.trying import Trials, in_twos, merged, thinkable
from askwell.composer.proposal import Broken, Proposal, Rule

__all__ = ["Clash", "Collision", "Lever", "Relaxation", "Relaxing", "collisions"]

# With more people only those in broken sets are asked whom they could meet.
FEW = 400


def collisions(
    brief: Brief, proposal: Proposal, *, seed: int = 1, steps: int | None = None
) -> tuple[Collision, ...]:
    """Why a proposal breaks rules; () where it breaks none.

    What counting shows comes first. Where several collide at once, or counting does
    not show why, a collision of all together follows, with what was found to help by
    searches of `steps` each with this seed.
    """
    if not proposal.broken:
        return ()
    trials = Trials(brief, proposal, seed=seed, steps=steps)
    shown = [
        *counted(brief),
        *paired(brief),
        *unmeetable(brief, _asked(brief, proposal)),
        *without_facilitator(brief, proposal),
    ]
    if not shown and trials.works(brief):
        rules = tuple(dict.fromkeys(each.rule for each in proposal.broken))
        return (Collision(Clash.SEARCH_LONGER, rules),)
    shown = [replace(e, relaxations=trials.told(e.relaxations)) for e in shown]
    rest = _not_understood(proposal, shown)
    mended = any(relaxation.tried for each in shown for relaxation in each.relaxations)
    if rest or len(shown) > 1 or not mended:
        shown.append(_together(brief, proposal, trials, rest, shown))
    return tuple(shown)


def _not_understood(
    proposal: Proposal, shown: Sequence[Collision]
) -> tuple[Broken, ...]:
    """Breaches of which no collision speaks; a set that cannot meet needs no
    facilitator first."""
    understood = {rule for each in shown for rule in each.rules}
    cannot_meet = {e.set_id for e in proposal.broken if e.rule == Rule.AVAILABILITY}
    return tuple(
        each
        for each in proposal.broken
        if each.rule not in understood
        and not (each.rule == Rule.FACILITATOR and each.set_id in cannot_meet)
    )


def _asked(brief: Brief, proposal: Proposal) -> list[str]:
    """Whom to ask whom they could meet."""
    people = [person.id for person in brief.people]
    if len(people) <= FEW:
        return people
    broken = {each.set_id for each in proposal.broken}
    seated = {who: each.id for each in proposal.sets for who in each.members}
    return [who for who in people if seated.get(who) in {*broken, None}]


def _together(
    brief: Brief,
    proposal: Proposal,
    trials: Trials,
    rest: Sequence[Broken],
    shown: Sequence[Collision],
) -> Collision:
    """All that collides at once, and what mends all of it."""
    first = [each.relaxations[0] for each in shown if each.relaxations]
    single = [merged(brief, first)] if first else []
    single += thinkable(brief, proposal)
    options = chain(smallest_first(single), in_twos(brief, single))
    broken = rest or proposal.broken
    named = [each for each in broken if each.rule != Rule.MUST_NOT]
    return Collision(
        Clash.TOGETHER,
        tuple(dict.fromkeys(each.rule for each in broken)),
        people=tuple(
            dict.fromkeys(
                who
                for each in named
                if each.rule != Rule.FACILITATOR
                for who in each.about
            )
        ),
        sets=tuple(dict.fromkeys(e.set_id for e in named if e.set_id)),
        relaxations=trials.working(options),
    )
