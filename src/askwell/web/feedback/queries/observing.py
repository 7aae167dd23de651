"""Who watches whom, what they may write about, and who reads it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.web.enrolments.models import Enrolment
from askwell.web.feedback.models import Observation, Showing, Watch
from askwell.web.feedback.queries.slots import Worked, looked_at
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import next_meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    LearningSet,
    LedgerLine,
    Office,
    Programme,
    SetMembership,
)
from askwell.web.programmes.queries import is_able_to_facilitate

LATELY: Final = 6
STILL_WRITTEN: Final = timedelta(days=60)


def shared_with(person: Person, email: str) -> Person | None:
    """Somebody who is in a programme together with them, by their address.

    Whoever is in none is not found, so that nobody learns who has an account.
    """
    address = Person.objects.normalize_email(email)
    found = Person.objects.filter(email=address, is_active=True).first()
    if found is None or not _programmes(person).intersection(_programmes(found)):
        return None
    return found


def _programmes(person: Person) -> set[UUID]:
    """Those in which they take part, look after something, or are in a set."""
    enrolled = Enrolment.objects.joined().filter(person=person)
    offices = Office.objects.of(person)
    in_sets = SetMembership.objects.current().filter(person=person)
    found = Programme.objects.filter(
        Q(pk__in=enrolled.values("programme"))
        | Q(pk__in=offices.values("programme"))
        | Q(pk__in=in_sets.values("learning_set__cohort__programme")),
        ended_at__isnull=True,
    )
    return set(found.values_list("pk", flat=True))


@dataclass(frozen=True)
class Watching:
    """A request, and how far its observer has come into the set."""

    watch: Watch
    membership: SetMembership | None
    next_meeting: Meeting | None = None

    @property
    def is_waiting(self) -> bool:
        return self.membership is not None and self.membership.is_waiting

    @property
    def is_in(self) -> bool:
        return self.membership is not None and self.membership.is_current


def watches_in(learning_set: LearningSet) -> list[Watching]:
    """Those that are open, in two queries."""
    rows = Watch.objects.filter(learning_set=learning_set, state__in=Watch.OPEN)
    return _with_memberships(rows)


def asked_of(observer: Person, *, at: datetime) -> list[Watching]:
    """With the next meeting of each set that has let them in."""
    rows = Watch.objects.filter(observer=observer, state__in=Watch.OPEN)
    return [
        replace(each, next_meeting=next_meeting(each.watch.learning_set, at=at))
        if each.is_in
        else each
        for each in _with_memberships(rows)
    ]


def watched_in(person: Person) -> list[LearningSet]:
    """The sets in which somebody facilitates, and can be watched doing so."""
    mine = SetMembership.objects.current().filter(person=person)
    rows = mine.select_related("learning_set").order_by("learning_set__name")
    return [each.learning_set for each in rows if is_able_to_facilitate(each)]


def _with_memberships(rows: QuerySet[Watch]) -> list[Watching]:
    found = list(
        rows.select_related("learning_set", "person", "observer").order_by("asked_at")
    )
    there = SetMembership.objects.filter(
        learning_set__in=[each.learning_set_id for each in found],
        person__in=[each.observer_id for each in found],
        left_at__isnull=True,
    )
    by_both = {(each.learning_set_id, each.person_id): each for each in there}
    return [
        Watching(each, by_both.get((each.learning_set_id, each.observer_id)))
        for each in found
    ]


@dataclass(frozen=True)
class ToWrite:
    """A slot that an observer watched and has not written about yet."""

    watch: Watch
    slot: Worked


def to_write(observer: Person, *, at: datetime) -> list[ToWrite]:
    """Of the last meetings of sets in which they were asked to watch."""
    agreed = Watch.objects.filter(
        observer=observer, state__in=(Watch.State.AGREED, Watch.State.ENDED)
    )
    watches = list(agreed.select_related("person", "learning_set"))
    if not watches:
        return []
    withdrawn = _withdrawals(observer, OuterRef("learning_set"), OuterRef("opened_at"))
    meetings = Meeting.objects.filter(
        ~Exists(withdrawn),
        learning_set__in=[each.learning_set for each in watches],
        closed_at__gt=at - STILL_WRITTEN,
    ).select_related("learning_set")
    looked = looked_at(meetings.order_by("-closed_at")[: LATELY * len(watches)])
    slots = [each for one in looked for each in one.slots]
    return _not_written(observer, watches, slots)


def _not_written(
    observer: Person, watches: Iterable[Watch], slots: Iterable[Worked]
) -> list[ToWrite]:
    rows = Observation.objects.filter(observer=observer)
    written = set(rows.values_list("meeting_key", "slot", "person"))
    found: dict[tuple[UUID, int, UUID], ToWrite] = {}
    for slot in slots:
        for watch in watches:
            key = (slot.meeting.pk, slot.number, watch.person_id)
            in_its_set = slot.meeting.learning_set_id == watch.learning_set_id
            covered = in_its_set and watch.covers(slot.meeting)
            witnessed = covered and is_witnessed(slot, watch.person, observer)
            if witnessed and key not in written:
                found.setdefault(key, ToWrite(watch, slot))
    return list(found.values())


def is_witnessed(slot: Worked, person: Person, observer: Person) -> bool:
    """One facilitated it from beginning to end, the other watched all of it."""
    return slot.was_led_by(person, alone=True) and slot.was_watched_by(observer)


def consent_was_withdrawn(observer: Person, meeting: Meeting) -> bool:
    """Whether a member has ended the observer’s time in the set since it began."""
    since = meeting.opened_at or meeting.starts_at
    return _withdrawals(observer, meeting.learning_set_id, since).exists()


def drafts_to_forget(*, at: datetime) -> QuerySet[Observation]:
    """Unsigned: long begun, of nobody any more, or without the set’s consent."""
    withdrawn = _withdrawals(
        OuterRef("observer"), OuterRef("set_key"), OuterRef("took_place_at")
    )
    too_late = Q(begun_at__lte=at - Observation.DRAFT_LASTS) | Q(observer__isnull=True)
    unsigned = Observation.objects.filter(signed_at__isnull=True)
    return unsigned.filter(too_late | Q(Exists(withdrawn)))


def _withdrawals(
    observer: Person | OuterRef, set_key: UUID | OuterRef, since: datetime | OuterRef
) -> QuerySet[LedgerLine]:
    """The ledger names nobody who withdrew consent, but everybody who removed."""
    return LedgerLine.objects.filter(
        kind=LedgerLine.Kind.REMOVED,
        by__isnull=True,
        about=observer,
        learning_set=set_key,
        at__gte=since,
    )


def observations_by(observer: Person) -> QuerySet[Observation]:
    rows = Observation.objects.filter(observer=observer).select_related("person")
    return rows.order_by("-took_place_at").defer("ratings", "answer")


def observations_of(person: Person) -> QuerySet[Observation]:
    """Signed ones: of what is being written nobody is told."""
    rows = Observation.objects.filter(person=person, signed_at__isnull=False)
    found = rows.select_related("observer").order_by("-took_place_at")
    return found.defer("ratings", "answer")


def shown_to(reader: Person) -> QuerySet[Observation]:
    """What others show them, but not what they wrote themselves."""
    shown = Showing.objects.filter(observation=OuterRef("pk"), reader=reader)
    rows = Observation.objects.filter(Exists(shown), signed_at__isnull=False)
    found = rows.exclude(observer=reader).select_related("person")
    return found.order_by("-took_place_at").defer("ratings", "answer")


def known_to(person: Person) -> QuerySet[Observation]:
    """Those of which they may know at all: about them, by them, or shown to them."""
    shown = Showing.objects.filter(observation=OuterRef("pk"), reader=person)
    return Observation.objects.filter(
        Q(person=person, signed_at__isnull=False)
        | Q(observer=person)
        | Q(Exists(shown), signed_at__isnull=False)
    ).select_related("person", "observer")


def name_of_set(observation: Observation, reader: Person) -> str:
    """For those who are or were in it; nothing once it is gone."""
    there = SetMembership.objects.filter(
        learning_set=observation.set_key, person=reader, joined_at__isnull=False
    )
    found = there.select_related("learning_set").first()
    return found.learning_set.name if found else ""
