"""What the people of the year have on their minds, and where it has come."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from askwell.process.people import PersonId
from askwell.web.demo.naming import id_of
from askwell.web.demo.year import phrases
from askwell.web.demo.year.meetings import Subject
from askwell.web.demo.year.phrases import often, say
from askwell.web.demo.year.plan import Course
from askwell.web.topics.models import Brought, Topic
from askwell.web.vault import operations as vault

Horizon = Topic.Horizon
LASTS, NOTED_BEFORE, CLOSED_AFTER = 3, timedelta(days=12), timedelta(days=24)
STANDS = (-2, -1, 0, 1, 2)
OTHER_TYPES = (Topic.Kind.TOPIC, Topic.Kind.CHALLENGE, Topic.Kind.OPPORTUNITY)


def keep_topics(
    course: Course, people: list[UUID], *, chance: Random
) -> list[dict[PersonId, Subject]]:
    """Each keeps a new one after every three meetings; what each has at which."""
    topics = [
        _topic(course, person, number, chance)
        for number in range(0, len(course.meets_at), LASTS)
        for person in people
    ]
    vault.prepare_own(people)
    Topic.objects.bulk_create(topics)
    subjects: defaultdict[int, dict[PersonId, Subject]] = defaultdict(dict)
    for place, topic in enumerate(topics):
        mine = Subject(headline=topic.headline or "", topic_id=str(topic.pk))
        subjects[place // len(people)][str(topic.owner_id)] = mine
    return [subjects[number // LASTS] for number in range(len(course.meets_at))]


def _topic(course: Course, owner: UUID, number: int, chance: Random) -> Topic:
    """With every year more of them look beyond the coming weeks."""
    ahead = 0.2 + 0.05 * number
    weights = (1 - ahead, ahead * 0.7, ahead * 0.3)
    (horizon,) = chance.choices((Horizon.NOW, Horizon.YEAR, Horizon.BEYOND), weights)
    at = course.meets_at[number] - NOTED_BEFORE
    topic = Topic(
        id=id_of("topic", f"{course.name}/{owner}/{number}"),
        owner_id=owner,
        kind=chance.choice(OTHER_TYPES),
        horizon=horizon,
        created_at=at,
        changed_at=at,
        is_live=True,
        is_mine=True,
        matters=often(0.8, chance),
        can_act=often(0.7, chance),
    )
    topic.headline = say(phrases.TOPICS, chance)
    return topic


def lay_aside(course: Course, *, now: datetime, chance: Random) -> None:
    """Most of what was worked on is closed in time; its owners say where it stands."""
    brought = Brought.objects.filter(learning_set=course.id).order_by("at")
    last = {each.topic_id: each.at for each in brought}
    topics = list(Topic.objects.filter(pk__in=last))
    closed = list(_closed(topics, last, course, now=now, chance=chance))
    fields = ["status", "laid_aside_at", "changed_at", "stands"]
    outcome = ["brought_clarity", "brought_direction", "brought_action"]
    Topic.objects.bulk_update(closed, [*fields, *outcome])


def _closed(
    topics: list[Topic],
    last: Mapping[UUID, datetime],
    course: Course,
    *,
    now: datetime,
    chance: Random,
) -> Iterator[Topic]:
    for topic in topics:
        at = last[topic.pk] + CLOSED_AFTER
        if at > now or often(0.25, chance):
            continue
        better = 0.5 + course.skill
        weights = (4, 14, 42, 28 * better, 12 * better)
        topic.status, topic.laid_aside_at, topic.changed_at = "closed", at, at
        (topic.stands,) = chance.choices(STANDS, weights)
        topic.brought_clarity = often(0.7, chance)
        topic.brought_direction = often(0.5, chance)
        topic.brought_action = often(0.6, chance)
        yield topic
