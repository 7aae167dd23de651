"""Changes a proposal as little as may be: joiners, leavers, thin sets, facilitators.

Fewest people moved comes first, then the best total. Nobody locked is moved, and a
locked set stays wholly as it is, but for people who left.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from askwell.composer.amending.amendment import Amendment, Moved, Taken
from askwell.composer.amending.desk import Desk
from askwell.composer.brief import Brief, Facilitator, Locks, Pair, Person
from askwell.composer.proposal import Proposal

__all__ = [
    "Amendment",
    "Moved",
    "Taken",
    "around",
    "join",
    "leave",
    "merge",
    "staff",
]


def join(
    brief: Brief, proposal: Proposal, newcomers: Sequence[Person] = ()
) -> Amendment:
    """Newcomers, and whoever of the brief has no set, get one; others stay if they can.

    `newcomers` may be in the brief already or not. Where the brief leaves the number
    of sets open and there is no room, there is one set more.
    """
    known = {person.id for person in brief.people}
    new = (person for person in newcomers if person.id not in known)
    desk = Desk(replace(brief, people=(*brief.people, *new)), proposal)
    desk.mend()
    if brief.rules.sets is None and desk.without_a_set():
        desk.open_a_set()
    return desk.amendment()


def leave(brief: Brief, proposal: Proposal, leavers: Collection[str] = ()) -> Amendment:
    """Leavers go, and sets that broke by it are mended with the fewest moved.

    Who is in the proposal and not in the brief has left too. A set that cannot be
    mended is dissolved if that keeps more rules; `Amendment.brief` says with how many
    sets then.
    """
    desk = Desk(without(brief, leavers), proposal)
    desk.mend()
    thin = desk.thin_sets()
    if not thin:
        return desk.amendment()
    merged = merge(desk.brief, proposal)
    plain = desk.amendment()
    better = len(merged.proposal.broken) < len(plain.proposal.broken)
    return merged if better else plain


def merge(
    brief: Brief, proposal: Proposal, *, sets: Collection[str] | None = None
) -> Amendment:
    """Thin sets (smaller than the rules' least, or those named) are dissolved.

    The thinnest first, and no more than needed: two thin sets may become one. With
    them goes their number from the brief's, if it names one.
    """
    desk = Desk(brief, proposal)
    if sets is not None:
        desk.dissolve(sets)
        desk.mend()
        return desk.amendment()
    while (thin := desk.thin_sets()) and len(desk.sets) > 1:
        desk.dissolve(thin[:1])
        desk.mend()
    return desk.amendment()


def staff(brief: Brief, proposal: Proposal) -> Amendment:
    """Facilitators only: as many sets as can be have one who fits, nobody moves, and
    as few sets as can be change theirs."""
    desk = Desk(brief, proposal, settle=False)
    desk.staff()
    return desk.amendment()


def around(brief: Brief, proposal: Proposal, locks: Locks) -> Amendment:
    """The proposal with these locks: fewest people moved, then the best total."""
    desk = Desk(replace(brief, locks=locks), proposal)
    desk.mend()
    return desk.amendment()


def without(brief: Brief, leavers: Collection[str]) -> Brief:
    """A brief in which nothing is left of some people but what others were to them."""
    gone = set(leavers)
    return replace(
        brief,
        people=tuple(each for each in brief.people if each.id not in gone),
        facilitators=tuple(_alone(each, gone) for each in brief.facilitators),
        must=_staying(brief.must, gone),
        must_not=_staying(brief.must_not, gone),
        managers=dict(brief.managers)
        | {e.id: e.manager for e in brief.people if e.id in gone and e.manager},
        locks=replace(
            brief.locks,
            people={
                who: at for who, at in brief.locks.people.items() if who not in gone
            },
        ),
    )


def _staying(pairs: Sequence[Pair], gone: set[str]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if not gone & {*pair})


def _alone(facilitator: Facilitator, gone: Collection[str]) -> Facilitator:
    """Somebody who no longer takes part may still facilitate."""
    if facilitator.person not in gone:
        return facilitator
    line = facilitator.line or facilitator.person
    return replace(facilitator, person=None, line=line)
