"""Questions about who facilitates, who hosts, and whose turn is next."""

from collections.abc import Iterable
from datetime import UTC, datetime

from askwell.web.programmes.models import Belonging, LearningSet, SetMembership

Dial = LearningSet.Dial

ABLE = (Belonging.MEMBER, Belonging.FACILITATOR, Belonging.TRAINEE)
LONG_AGO = datetime.min.replace(tzinfo=UTC)


def is_able_to_facilitate(one: SetMembership) -> bool:
    """Everyone of the set, and who comes to facilitate; never who only visits."""
    return one.is_current and one.belonging in ABLE


def takes_turns(learning_set: LearningSet) -> bool:
    return learning_set.facilitated_by == LearningSet.FacilitatedBy.TURNS


def host_of(learning_set: LearningSet) -> SetMembership | None:
    """Who minds dates and rooms, if anybody does."""
    members = SetMembership.objects.members().select_related("person")
    return members.filter(learning_set=learning_set, is_host=True).first()


def facilitators_of(learning_set: LearningSet) -> list[SetMembership]:
    """Who facilitates when members do not take turns; from outside first."""
    there = SetMembership.objects.standing().select_related("person")
    return facilitating(there.filter(learning_set=learning_set, is_facilitator=True))


def facilitating(there: Iterable[SetMembership]) -> list[SetMembership]:
    """Of these, who facilitates: whoever came for that alone, then the longest in."""
    leading = [one for one in there if one.is_facilitator]
    return sorted(leading, key=lambda one: (one.is_member, one.joined_at or LONG_AGO))


def rotation(there: Iterable[SetMembership]) -> list[SetMembership]:
    """Members in the order of their turns: who has not facilitated for longest."""
    members = [one for one in there if one.is_current and one.is_member]
    return sorted(
        members,
        key=lambda one: (one.facilitated_at or LONG_AGO, one.joined_at or LONG_AGO),
    )


def next_to_facilitate(
    learning_set: LearningSet, there: Iterable[SetMembership]
) -> SetMembership | None:
    """Who facilitates the next meeting: who was named, else as the set goes about it.

    Nobody, if there is no facilitator and no turn; then whoever opens it does.
    """
    there = list(there)
    for one in there:
        named = one.person_id == learning_set.next_facilitator_id
        if named and is_able_to_facilitate(one):
            return one
    usual = rotation(there) if takes_turns(learning_set) else facilitating(there)
    return next(iter(usual), None)


def dials(learning_set: LearningSet) -> tuple[LearningSet.Dial, ...]:
    """How much a facilitator may do, as the set has voted."""
    if takes_turns(learning_set):
        return (Dial.OBSERVES, Dial.ON_CALL, Dial.NONE)
    return (Dial.LEADS, Dial.CO_LEADS)
