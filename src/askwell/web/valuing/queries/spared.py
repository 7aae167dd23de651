"""What owners say was spared: each to themselves, and all as one sum."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.insight.metric import FEWEST_PEOPLE, FEWEST_SETS
from askwell.insight.periods import Quarter
from askwell.insight.valuing import avoided, is_one_persons
from askwell.web.actions.models import Action
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.topics.models import Brought, Topic
from askwell.web.valuing import estimates
from askwell.web.valuing.estimates import Said
from askwell.web.valuing.models import Spared


@dataclass(frozen=True)
class Thing:
    """An action or a topic of one's own of which one may say what it spared."""

    words: str
    path: str
    learning_set: LearningSet
    action: Action | None = None
    topic: Topic | None = None

    @property
    def programme(self) -> Programme | None:
        """Where the estimate would be added up; an ended programme adds up nothing."""
        cohort = self.learning_set.cohort
        if cohort is None or cohort.programme.ended_at:
            return None
        return cohort.programme


def action_of(person: Person, action_id: UUID) -> Thing | None:
    """One's own, once it is settled."""
    mine = Action.objects.filter(owner=person, settled_at__isnull=False, pk=action_id)
    found = mine.select_related("learning_set__cohort__programme").first()
    if found is None:
        return None
    return Thing(
        found.words or "", found.get_absolute_url(), found.learning_set, action=found
    )


def topic_of(person: Person, topic_id: UUID) -> Thing | None:
    """One's own, once it is closed and was brought to a set."""
    closed = Topic.objects.filter(owner=person, status=Topic.Status.CLOSED)
    found = closed.filter(pk=topic_id).first()
    if found is None:
        return None
    brought = Brought.objects.filter(topic=found).order_by("-at")
    last = brought.select_related("learning_set__cohort__programme").first()
    if last is None:
        return None
    path = f"/topics/{found.pk}/"
    return Thing(found.headline or "", path, last.learning_set, topic=found)


def spared_by(thing: Thing) -> Spared | None:
    """What its owner said of it before."""
    return Spared.objects.filter(action=thing.action, topic=thing.topic).first()


def said_in(spared: Spared | None) -> Said | None:
    return estimates.read(spared.said) if spared else None


@dataclass(frozen=True)
class Sum:
    """What was spared in one quarter, as far as it may be spoken of."""

    amount: float
    owners: frozenset[UUID]
    sets: frozenset[UUID]

    @property
    def may_be_told(self) -> bool:
        """Of enough owners and sets, and not mostly of one of them."""
        return len(self.owners) >= FEWEST_PEOPLE and len(self.sets) >= FEWEST_SETS


def sum_of(programme: Programme, quarter: Quarter, *, currency: str) -> Sum:
    """Estimates made in a quarter and in one currency; one query.

    Where it is mostly one owner's it speaks of nobody, so that it is withheld.
    """
    owners: dict[UUID, float] = defaultdict(float)
    sets: set[UUID] = set()
    for each in _made(programme, quarter.since, quarter.until):
        said = said_in(each)
        if said and said.currency == currency:
            owners[each.owner_id] += avoided([said.estimate])
            sets.add(each.learning_set_id)
    if is_one_persons(owners.values()):
        return Sum(0.0, frozenset(), frozenset())
    return Sum(sum(owners.values()), frozenset(owners), frozenset(sets))


def _made(programme: Programme, since: datetime, until: datetime) -> list[Spared]:
    made = Spared.objects.filter(
        learning_set__cohort__programme=programme, said_at__gte=since, said_at__lt=until
    )
    return list(made.order_by("said_at"))
