"""What was published adds to the figures of a quarter."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Sum, Tally
from askwell.web.programmes.models import Belonging, Programme, SetMembership
from askwell.web.stories.models import Frozen, Offer
from askwell.web.stories.queries.themes import themes_standing

Members = dict[UUID, frozenset[UUID]]


def tallies(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """One for each set, also for those that told nothing, once any told something."""
    members = _members(programme, quarter)
    yield from _stories(programme, quarter, members)
    yield from _themes(programme, quarter, members)


def _members(programme: Programme, quarter: Quarter) -> Members:
    """Who was a member at some time of the quarter, set by set."""
    here = SetMembership.objects.filter(
        Q(left_at__isnull=True) | Q(left_at__gte=quarter.since),
        learning_set__cohort__programme=programme,
        belonging=Belonging.MEMBER,
        joined_at__lt=quarter.until,
    )
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for learning_set, person in here.values_list("learning_set", "person"):
        found[learning_set].add(person)
    return {learning_set: frozenset(people) for learning_set, people in found.items()}


def _stories(
    programme: Programme, quarter: Quarter, members: Members
) -> Iterator[Tally]:
    told = Offer.objects.published().filter(
        programme=programme,
        published_at__gte=quarter.since,
        published_at__lt=quarter.until,
    )
    counted = Counter(told.values_list("learning_set", flat=True))
    if counted:
        for learning_set, people in members.items():
            yield Tally(
                "stories_published",
                learning_set,
                Sum(counted[learning_set], 1.0),
                people,
            )


def _themes(
    programme: Programme, quarter: Quarter, members: Members
) -> Iterator[Stated]:
    frozen = Frozen.objects.filter(
        programme=programme, year=quarter.year, number=quarter.number
    ).first()
    themes = themes_standing(frozen, Offer.Audience.STAFF) if frozen else []
    if not themes:
        return
    telling = Offer.objects.published().filter(themes__in=[each.id for each in themes])
    sets = frozenset(telling.values_list("learning_set", flat=True)) & members.keys()
    people = frozenset(each for one in sets for each in members[one])
    yield Stated("themes_shared", float(len(themes)), people, frozenset(sets))
