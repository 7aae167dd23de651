"""Who may read and write the log of changes, and link what they learned to it."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.web.actions.models import Action, ReportBack
from askwell.web.changes.models import Arrangement, ChangeEvent
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import managed_programmes, manages
from askwell.web.topics.models import Brought, Topic


def logged_programmes(person: Person) -> QuerySet[Programme]:
    """Those whose log somebody reads: they take part, or look after people in it."""
    joined = Enrolment.objects.joined().filter(person=person)
    managed = managed_programmes(person)
    return Programme.objects.filter(
        Q(pk__in=joined.values("programme")) | Q(pk__in=managed.values("pk")),
        ended_at__isnull=True,
    )


def takes_part(person: Person, programme: Programme) -> bool:
    joined = Enrolment.objects.joined().filter(person=person, programme=programme)
    return joined.exists()


def can_add(person: Person, programme: Programme) -> bool:
    """Managers; those who take part, too, unless the manager keeps it to managers."""
    if managed_programmes(person).filter(pk=programme.pk).exists():
        return True
    kept = Arrangement.objects.filter(
        programme=programme, may_add=Arrangement.Adds.MANAGERS
    )
    return takes_part(person, programme) and not kept.exists()


def can_change(person: Person, event: ChangeEvent) -> bool:
    """Whoever added a line, and whoever looks after the whole programme."""
    if manages(person, event.programme):
        return True
    reads = logged_programmes(person).filter(pk=event.programme_id)
    return event.added_by_id == person.pk and reads.exists()


def can_arrange(person: Person, programme: Programme) -> bool:
    return manages(person, programme)


def learned_actions(person: Person, programme: Programme) -> QuerySet[Action]:
    """Their own, settled in a set of the programme, of which they said a learning."""
    told = ReportBack.objects.filter(action=OuterRef("pk"), learned__isnull=False)
    return (
        Action.objects.filter(
            Exists(told),
            owner=person,
            settled_at__isnull=False,
            learning_set__cohort__programme=programme,
        )
        .select_related("learning_set", "owner")
        .order_by("-settled_at")
    )


def closed_topics(person: Person, programme: Programme) -> QuerySet[Topic]:
    """Their own, brought to a set of the programme and closed since."""
    brought = Brought.objects.filter(
        topic=OuterRef("pk"), learning_set__cohort__programme=programme
    )
    return Topic.objects.filter(
        Exists(brought),
        owner=person,
        status=Topic.Status.CLOSED,
        laid_aside_at__isnull=False,
    ).order_by("-laid_aside_at")
