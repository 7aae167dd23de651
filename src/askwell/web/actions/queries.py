"""Questions about actions; a person sees their own, a set those made in it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from askwell.web.actions.models import Action, ReportBack
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


def open_actions(person: Person) -> QuerySet[Action]:
    """A person's own actions that await a report-back, the most pressing first."""
    return (
        _own(person)
        .filter(settled_at__isnull=True)
        .order_by(F("due_on").asc(nulls_last=True), "created_at")
    )


def settled_actions(person: Person) -> QuerySet[Action]:
    """A person's own actions that a report-back settled, the newest first."""
    return _own(person).filter(settled_at__isnull=False).order_by("-settled_at")


def _own(person: Person) -> QuerySet[Action]:
    told = Prefetch("report_backs", ReportBack.objects.order_by("-reported_at"))
    return (
        Action.objects.filter(owner=person)
        .select_related("learning_set", "owner")
        .prefetch_related(told)
    )


@dataclass(frozen=True)
class Numbers:
    """How many actions a person has; told to nobody else, and never compared."""

    open: int
    settled: int


def numbers_of(person: Person) -> Numbers:
    mine = Action.objects.filter(owner=person).values_list("settled_at", flat=True)
    settled = sum(at is not None for at in mine)
    return Numbers(open=len(mine) - settled, settled=settled)


def awaiting_report(learning_set: LearningSet) -> QuerySet[Action]:
    """Every open action of the set, for its next meeting; none can vanish (INV-9)."""
    return (
        Action.objects.open()
        .filter(learning_set=learning_set)
        .select_related("owner")
        .order_by("owner__name", "created_at")
    )


def own_action(person: Person, action_id: UUID) -> Action | None:
    """One of the person's own; anybody else's is like none."""
    return (
        Action.objects.filter(owner=person, pk=action_id)
        .select_related("learning_set", "owner", "topic")
        .first()
    )
