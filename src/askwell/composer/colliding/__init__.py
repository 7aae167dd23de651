"""Says which rules collide, for whom, and the smallest changes that would do."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.composer.brief import Brief
from askwell.composer.colliding.collision import (
    Clash,
    Collision,
    Lever,
    Relaxation,
    Relaxing,
)
from askwell.composer.colliding.counting import counted
from askwell.composer.colliding.leading import unled
from askwell.composer.colliding.loosening import relaxed
from askwell.composer.colliding.meeting import unmeetable
from askwell.composer.colliding.pairing import paired
from askwell.composer.colliding.trying import Trials, thinkable
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
        *unled(brief, proposal),
    ]
    shown = [replace(e, relaxations=trials.told(e.relaxations)) for e in shown]
    understood = {rule for each in shown for rule in each.rules}
    rest = [each for each in proposal.broken if each.rule not in understood]
    if rest or len(shown) > 1:
        shown.append(_together(brief, proposal, trials, rest, shown))
    return tuple(shown)


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
    changes = dict.fromkeys(change for each in first for change in each.changes)
    concerns = sum(each.concerns for each in first)
    joint = [relaxed(brief, *changes, concerns=concerns)] if changes else []
    if rest:
        after = joint[0].brief if joint else brief
        further = thinkable(after, replace(proposal, broken=tuple(rest)))
        joint = [
            *joint,
            *(
                relaxed(
                    brief,
                    *changes,
                    *each.changes,
                    concerns=concerns + each.concerns,
                )
                for each in further
            ),
        ]
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
        relaxations=trials.working(joint),
    )
