"""What changes about topics, always by their owner; meetings note where one came up."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.topics import rules
from askwell.web.topics.models import Brought, Topic
from askwell.web.topics.queries import topic_in_slot

WORDING: Final = ("kind", "headline", "change", "horizon")
PREPARATION: Final = ("what", "why_now", "tried", "worthwhile")
LENSES: Final = ("alpha", "beta", "gamma", "task", "setting")
LOOK: Final = ("is_live", "is_mine", "matters", "can_act", "has_no_one_answer")
OUTCOME: Final = (
    "brought_clarity",
    "brought_direction",
    "brought_action",
    "stands",
    "ending",
)


class NotTheOwnerError(Exception):
    """Somebody else's topic was about to be touched."""


class LaidAsideError(Exception):
    """The topic was withdrawn or closed; its owner can reopen it first."""


@transaction.atomic
def keep(
    *,
    owner: Person,
    headline: str,
    at: datetime,
    kind: str = Topic.Kind.TOPIC,
    topic_id: UUID | None = None,
) -> Topic:
    """Keep a topic for its owner; the same id kept twice is kept once."""
    if topic_id and (known := Topic.objects.filter(pk=topic_id).first()):
        return known
    topic = Topic(owner=owner, kind=kind, created_at=at, changed_at=at)
    topic.id = topic_id or topic.id
    topic.headline = headline
    topic.save(force_insert=True)
    return topic


@transaction.atomic
def change(
    topic: Topic, values: Mapping[str, Any], *, by: Person, at: datetime
) -> None:
    """Put other words or choices in place of those there are."""
    _save(_own_open(topic, by), values, at=at)


@transaction.atomic
def get_ready(
    meeting: UUID,
    *,
    by: Person,
    at: datetime,
    topic: Topic | None = None,
    headline: str = "",
) -> Topic:
    """Say which topic one means to present at a meeting; any other then is not meant.

    Without one of their own there is a new one, of that headline.
    """
    meant = _own_open(topic, by) if topic else keep(owner=by, headline=headline, at=at)
    before = Topic.objects.filter(owner=by, prepared_for=meeting)
    before.exclude(pk=meant.pk).update(prepared_for=None)
    _save(meant, {"prepared_for": meeting}, at=at)
    return meant


@transaction.atomic
def withdraw(topic: Topic, *, by: Person, at: datetime) -> None:
    """Take it back for now; no reason is asked."""
    _lay_aside(_own_open(topic, by), Topic.Status.WITHDRAWN, {}, at=at)


@transaction.atomic
def close(
    topic: Topic, outcome: Mapping[str, Any], *, by: Person, at: datetime
) -> None:
    """It needs no more work; what came of it is its owner's to judge, or to leave."""
    _lay_aside(_own_open(topic, by), Topic.Status.CLOSED, outcome, at=at)


def _lay_aside(
    topic: Topic, status: Topic.Status, outcome: Mapping[str, Any], *, at: datetime
) -> None:
    aside = {"status": status, "laid_aside_at": at, "prepared_for": None}
    _save(topic, {**outcome, **aside}, at=at)


@transaction.atomic
def reopen(topic: Topic, *, by: Person, at: datetime) -> None:
    """Take up again what was laid aside; what was said of its end stays."""
    again = {"status": Topic.Status.OPEN, "laid_aside_at": None}
    _save(_own(topic, by), again, at=at)


@transaction.atomic
def delete(topic: Topic, *, by: Person) -> None:
    """Let it go with all its own words; what was said in a meeting stays there."""
    _own(topic, by).delete()


@transaction.atomic
def bring(
    topic_id: UUID,
    *,
    owner: UUID,
    learning_set: UUID,
    meeting: UUID,
    slot: int,
    at: datetime,
) -> None:
    """Note that a slot is about it; nothing if its owner has deleted it since."""
    mine = Topic.objects.filter(pk=topic_id, owner=owner).first()
    if mine is None:
        return
    Brought.objects.update_or_create(
        meeting=meeting,
        slot=slot,
        defaults={"topic": mine, "learning_set_id": learning_set, "at": at},
    )


@transaction.atomic
def keep_presented(
    *,
    owner: Person,
    headline: str,
    kind: str,
    learning_set: UUID,
    meeting: UUID,
    slot: int,
    presented_at: datetime,
    at: datetime,
) -> Topic:
    """Keep what somebody presented without having kept it before; once only."""
    if known := topic_in_slot(owner.pk, meeting, slot):
        return known
    topic = keep(owner=owner, headline=headline, kind=kind, at=at)
    bring(
        topic.pk,
        owner=owner.pk,
        learning_set=learning_set,
        meeting=meeting,
        slot=slot,
        at=presented_at,
    )
    return topic


@transaction.atomic
def keep_only_slots(meeting: UUID, slots: Collection[int]) -> None:
    """Forget the slots of a meeting that were undone."""
    Brought.objects.filter(meeting=meeting).exclude(slot__in=slots).delete()


def _own(topic: Topic, by: Person) -> Topic:
    held = Topic.objects.select_for_update().get(pk=topic.pk)
    if not rules.can_write(by, held):
        raise NotTheOwnerError
    return held


def _own_open(topic: Topic, by: Person) -> Topic:
    held = _own(topic, by)
    if not held.is_open:
        raise LaidAsideError
    return held


def _save(topic: Topic, values: Mapping[str, Any], *, at: datetime) -> None:
    for name, value in values.items():
        setattr(topic, name, value)
    topic.changed_at = at
    topic.save(update_fields=[*values, "changed_at"])
