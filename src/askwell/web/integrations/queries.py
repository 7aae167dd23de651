"""Questions about who is to be sent what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min, Prefetch, QuerySet
from django.urls import Resolver404, resolve
from django.utils.crypto import salted_hmac

from askwell.web.calendar.models import Told
from askwell.web.integrations.models import (
    Delivery,
    Gathered,
    MailChoices,
    SuppressedAddress,
    Way,
    Webhook,
)
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.programmes.models import LearningSet

MEETING_KINDS = frozenset(
    {Notice.Kind.CONVENED, Notice.Kind.MOVED, Notice.Kind.CANCELLED}
)
SHOWN = timedelta(days=30)


@dataclass(frozen=True)
class Reader:
    """Who reads the mail of one notice, and what they wish to be mailed."""

    person: Person | None
    choices: MailChoices | None

    def way_of(self, group: str) -> Way:
        """Without choices nothing is sent: the address wishes none, or left."""
        return self.choices.way_of(group) if self.choices else Way.NOT


def readers(notices: Iterable[Notice]) -> dict[UUID, Reader]:
    """The reader of each notice; an address may belong to a person by now."""
    notices = list(notices)
    people = {one.person for one in notices if one.person}
    addresses = {one.address.lower() for one in notices if one.address}
    at_address = {one.email: one for one in Person.objects.filter(email__in=addresses)}
    chosen = _choices([*people, *at_address.values()])
    spared = _suppressed(addresses)
    found = {}
    for notice in notices:
        person = notice.person or at_address.get(notice.address.lower())
        if person:
            choices = chosen[person.pk] if person.is_active else None
        else:
            choices = None if address_digest(notice.address) in spared else _DEFAULT
        found[notice.pk] = Reader(person, choices)
    return found


_DEFAULT = MailChoices()


def _choices(people: list[Person]) -> dict[UUID, MailChoices]:
    found = MailChoices.objects.in_bulk([one.pk for one in people])
    return {one.pk: found.get(one.pk) or MailChoices(person=one) for one in people}


def _suppressed(addresses: set[str]) -> set[str]:
    if not addresses:
        return set()
    digests = [address_digest(address) for address in addresses]
    spared = SuppressedAddress.objects.filter(digest__in=digests)
    return set(spared.values_list("digest", flat=True))


def address_digest(address: str) -> str:
    """Tells one address from another, and nobody which address it is."""
    address = Person.objects.normalize_email(address)
    return salted_hmac(
        "askwell.suppressed-address", address, algorithm="sha256"
    ).hexdigest()


def choices_of(person: Person) -> MailChoices:
    """What a person chose, or what holds for whoever chose nothing."""
    return MailChoices.objects.filter(person=person).first() or MailChoices(
        person=person
    )


def awaiting_a_digest() -> list[tuple[Person, int, datetime]]:
    """Who has something waiting for a mail of the day, at which hour, since when."""
    waiting = Gathered.objects.filter(delivery__isnull=True)
    since = dict(waiting.values_list("person").annotate(Min("at")).order_by())
    people = list(Person.objects.filter(pk__in=waiting.values("person")))
    chosen = _choices(people)
    return [
        (person, chosen[person.pk].digest_hour, since[person.pk])
        for person in people
        if person.pk in since
    ]


def news_for(delivery: Delivery) -> list[Notice]:
    """What goes into a mail of the day: not yet read, and still wished for by mail."""
    gathered = Notice.objects.filter(gathered__delivery=delivery).unread()
    return list(gathered.select_related("by", "person").order_by("created_at"))


def webhooks_by_set(
    set_ids: Iterable[UUID | None],
) -> Mapping[UUID | None, list[Webhook]]:
    """The chats of each of the sets."""
    found: dict[UUID | None, list[Webhook]] = defaultdict(list)
    wanted = {one for one in set_ids if one}
    if wanted:
        for webhook in Webhook.objects.filter(learning_set__in=wanted):
            found[webhook.learning_set_id].append(webhook)
    return found


def webhooks_of(learning_set: LearningSet) -> QuerySet[Webhook]:
    """A set's chats, with what came of the latest message to each."""
    latest = Delivery.objects.filter(ended_at__isnull=False).order_by("-ended_at")
    return (
        Webhook.objects.filter(learning_set=learning_set)
        .select_related("added_by", "learning_set")
        .prefetch_related(Prefetch("deliveries", queryset=latest, to_attr="ended"))
        .order_by("created_at")
    )


def told_together(notice: Notice) -> str:
    """What the notices of several people have in common when they say one thing.

    People hear of a meeting one by one, for instance when they join; a chat hears of
    each state of the meeting once.
    """
    if notice.kind not in MEETING_KINDS:
        return str(notice.batch)
    meeting = meeting_of(notice)
    sequence = meeting.sequence if meeting else 0
    return f"{notice.kind}:{notice.path}:{sequence}"


def meeting_of(notice: Notice) -> Meeting | None:
    """The meeting a calendar is told of, or whose page a notice leads to, if any."""
    told = Told.objects.filter(notice=notice).select_related("meeting").first()
    if told:
        return told.meeting
    try:
        found = resolve(notice.path)
    except Resolver404:
        return None
    meeting_id = found.kwargs.get("meeting_id")
    return Meeting.objects.filter(pk=meeting_id).first() if meeting_id else None


def undelivered(person: Person, *, at: datetime) -> Delivery | None:
    """The latest mail to a person that was given up, unless one arrived since."""
    mails = Delivery.objects.filter(
        person=person, webhook__isnull=True, ended_at__gt=at - SHOWN
    )
    ended = mails.filter(state__in=[Delivery.State.DELIVERED, Delivery.State.GIVEN_UP])
    latest = ended.order_by("-ended_at").first()
    given_up = latest is not None and latest.state == Delivery.State.GIVEN_UP
    return latest if given_up else None
