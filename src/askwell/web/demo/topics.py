"""What people of the cast keep to themselves, and may bring to their sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.web.demo.naming import id_of
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.topics import operations
from askwell.web.topics.models import Topic


@dataclass(frozen=True, kw_only=True)
class CastTopic:
    """A topic of somebody's own.

    A bid of theirs in exactly this line is a bid with this topic. `ready_for` names
    the set whose next meeting it is prepared for.
    """

    owner: str
    headline: str
    kind: Topic.Kind
    days_old: int
    words: Mapping[str, Any] = field(default_factory=dict)
    ready_for: str = ""
    closed_days_ago: int | None = None
    outcome: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> UUID:
        return id_of("topic", f"{self.owner}/{self.headline}")


TOPICS = (
    CastTopic(
        owner="Amara",
        headline="The rota nobody owns",
        kind=Topic.Kind.CHALLENGE,
        days_old=12,
        words={
            "what": "The rota is wrong by its second week and I mend it on Sunday "
            "evenings, by text message, at the kitchen table.",
            "why_now": "The wedding. Nine days away, and two nurses for twenty-eight "
            "patients on the Saturday.",
            "tried": "Telling the rota team, twice. Making the spreadsheet nicer, "
            "which only made it more mine.",
            "worthwhile": "To see it from somewhere other than my kitchen table.",
            "gamma": "I like being the one who can fix it. I have not said that aloud.",
            "task": Topic.Known.FAMILIAR,
            "setting": Topic.Known.FAMILIAR,
            "horizon": Topic.Horizon.NOW,
            "change": "The stroke beds",
            "is_live": True,
            "is_mine": True,
            "matters": True,
            "can_act": True,
        },
    ),
    CastTopic(
        owner="Amara",
        headline="Somebody has asked whether I would teach",
        kind=Topic.Kind.OPPORTUNITY,
        days_old=4,
        words={"horizon": Topic.Horizon.YEAR},
    ),
    CastTopic(
        owner="Femke",
        headline='Two depots, one roof, and nobody says "we"',
        kind=Topic.Kind.CHALLENGE,
        days_old=44,
        words={
            "tried": "Three meetings with slides. Everybody nodded.",
            "worthwhile": "A better question than how to make them stop.",
            "alpha": "I want the lorries to leave on time. They want to stay who they "
            "were.",
            "horizon": Topic.Horizon.YEAR,
            "change": "The hall at Moerdijk",
        },
    ),
    CastTopic(
        owner="Leila",
        headline="The supermarket again: they have sent a contract",
        kind=Topic.Kind.OPPORTUNITY,
        days_old=9,
        words={"why_now": "They would like an answer before their year ends."},
    ),
    CastTopic(
        owner="Leila",
        headline="The two Fridays",
        kind=Topic.Kind.CHALLENGE,
        days_old=230,
        words={"horizon": Topic.Horizon.NOW},
        closed_days_ago=100,
        outcome={
            "brought_clarity": True,
            "brought_action": True,
            "stands": Topic.Stands.MORE,
            "ending": "They still do not talk. They no longer have to: there are two "
            "kitchens now, and I stopped being the fridge door.",
        },
    ),
    CastTopic(
        owner="Sina",
        headline="Fifteen people in matching T-shirts",
        kind=Topic.Kind.CHALLENGE,
        days_old=50,
        words={"worthwhile": "To know what I am afraid of when I say yes."},
    ),
    CastTopic(
        owner="Jun-ho",
        headline="The bug I am not allowed to call a bug",
        kind=Topic.Kind.CHALLENGE,
        days_old=21,
        words={"tried": "Writing it down very politely, four times."},
    ),
    CastTopic(
        owner="Siobhan",
        headline="How to hand over a reading group that will not be handed over",
        kind=Topic.Kind.TOPIC,
        days_old=20,
        words={
            "what": "Nineteen years of Thursday evenings. They are very kind about it.",
            "worthwhile": "To find out whether it is they who will not, or I.",
            "task": Topic.Known.FAMILIAR,
            "setting": Topic.Known.FAMILIAR,
        },
        ready_for="third-thursday",
    ),
)


def topic_of_bid(owner: str, headline: str) -> str | None:
    """The id of the topic that somebody's bid is about, if they keep one."""
    for each in TOPICS:
        if (each.owner, each.headline) == (owner, headline):
            return str(each.id)
    return None


def keep_topics(*, at: datetime) -> None:
    """Everyone of the cast writes down what they have on their mind."""
    for each in TOPICS:
        since = at - timedelta(days=each.days_old)
        owner = Person.objects.get(pk=id_of("person", each.owner))
        topic = operations.keep(
            owner=owner,
            headline=each.headline,
            kind=each.kind,
            at=since,
            topic_id=each.id,
        )
        operations.change(topic, each.words, by=owner, at=since)
        if each.closed_days_ago is not None:
            then = at - timedelta(days=each.closed_days_ago)
            operations.close(topic, each.outcome, by=owner, at=then)


def get_ready(set_key: str, *, at: datetime) -> None:
    """Who presents next has chosen what they will bring."""
    coming = Meeting.objects.to_come().filter(learning_set=id_of("set", set_key))
    meeting = coming.order_by("starts_at").first()
    for each in TOPICS:
        topic = Topic.objects.open().filter(pk=each.id).first()
        if meeting and topic and each.ready_for == set_key:
            operations.get_ready(meeting.pk, topic=topic, by=topic.owner, at=at)
