"""Questions about topics, always asked for their owner."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from askwell.web.people.models import Person
from askwell.web.topics.models import Brought, Topic


def open_topics(person: Person) -> QuerySet[Topic]:
    """What a person might bring to a meeting, the last they touched first."""
    return _with_history(Topic.objects.open().filter(owner=person))


def laid_aside_topics(person: Person) -> QuerySet[Topic]:
    """What a person has withdrawn or closed, the newest first."""
    aside = Topic.objects.laid_aside().filter(owner=person)
    return _with_history(aside).order_by("-laid_aside_at", "-created_at")


def _with_history(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    times = Brought.objects.select_related("learning_set").order_by("-at")
    return topics.prefetch_related(Prefetch("brought", times)).order_by(
        "-changed_at", "-created_at"
    )


def own_topic(person: Person, topic_id: UUID) -> Topic | None:
    """One of the person's own; anybody else's is like none."""
    return Topic.objects.filter(owner=person, pk=topic_id).first()


def times_brought(topic: Topic) -> list[Brought]:
    """Each slot it was worked on, the latest first."""
    return list(topic.brought.select_related("learning_set").order_by("-at"))


def topic_made_ready(owner: UUID, meeting: UUID) -> Topic | None:
    """The open topic with which its owner prepares to present at a meeting."""
    mine = Topic.objects.open().filter(owner=owner, prepared_for=meeting)
    return mine.first()


def topic_in_slot(owner: UUID, meeting: UUID, slot: int) -> Topic | None:
    """The owner's topic that a slot of theirs was about, if they kept one."""
    mine = Topic.objects.filter(owner=owner)
    return mine.filter(brought__meeting=meeting, brought__slot=slot).first()


def slots_kept(person: Person, meeting: UUID) -> set[int]:
    """The slots of a meeting that the person keeps among their topics."""
    mine = Brought.objects.filter(meeting=meeting, topic__owner=person)
    return set(mine.values_list("slot", flat=True))


def can_be_brought(topic_id: UUID, *, by: UUID) -> bool:
    """Whether it is open, and theirs: what was laid aside is not brought again."""
    return Topic.objects.open().filter(pk=topic_id, owner=by).exists()
