"""Which sets share how they are doing with who facilitates them from outside."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.web.growth.models import Sharing
from askwell.web.people.models import Person
from askwell.web.programmes.models import Belonging, LearningSet, SetMembership

FROM_OUTSIDE = (Belonging.FACILITATOR, Belonging.TRAINEE)


def sharing_among(sets: Collection[LearningSet]) -> set[UUID]:
    """Of these, those that go on and whose members all said yes; one query.

    A yes counts only if it was said since the newest member joined: with somebody
    new among them, all are asked anew.
    """
    going_on = {each.pk for each in sets if each.ended_at is None}
    members = SetMembership.objects.members().filter(learning_set__in=going_on)
    by_set: dict[UUID, list[SetMembership]] = defaultdict(list)
    for each in members.select_related("sharing"):
        by_set[each.learning_set_id].append(each)
    return {pk for pk, there in by_set.items() if _all_agree(there)}


def shares(learning_set: LearningSet) -> bool:
    return bool(sharing_among([learning_set]))


def has_said_yes(membership: SetMembership) -> bool:
    """Whether it still counts: after somebody joined, it is asked anew."""
    yes = Sharing.objects.filter(membership=membership).first()
    there = SetMembership.objects.members().filter(
        learning_set=membership.learning_set_id
    )
    return yes is not None and _counts(yes, _newest(there))


def _all_agree(there: list[SetMembership]) -> bool:
    newest = _newest(there)
    yeses = [getattr(each, "sharing", None) for each in there]
    return bool(there) and all(yes and _counts(yes, newest) for yes in yeses)


def _newest(there: Iterable[SetMembership]) -> datetime:
    return max(each.joined_at for each in there if each.joined_at)


def _counts(yes: Sharing, newest: datetime) -> bool:
    return yes.said_at >= newest


def is_facilitated_from_outside(learning_set: LearningSet) -> bool:
    """Whether there is anybody to share with."""
    there = SetMembership.objects.current().filter(learning_set=learning_set)
    return there.filter(belonging__in=FROM_OUTSIDE).exists()


def facilitated_by(person: Person) -> list[LearningSet]:
    """The sets that somebody facilitates from outside, in the order of their names."""
    return list(_facilitated_by(person).order_by("name", "pk"))


def facilitates(person: Person) -> bool:
    return _facilitated_by(person).exists()


def _facilitated_by(person: Person) -> QuerySet[LearningSet]:
    mine = SetMembership.objects.current().filter(
        person=person, belonging__in=FROM_OUTSIDE
    )
    return LearningSet.objects.filter(
        pk__in=mine.values("learning_set"), ended_at__isnull=True
    )
