"""Asking for dates, answering, and choosing among them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice, post_notices
from askwell.web.planning.models import Answer, DatePoll, PollDate, Voice
from askwell.web.planning.operations.series import plan_series
from askwell.web.planning.refusals import NotPlannedError, Reason
from askwell.web.programmes.models import Invitation, LearningSet
from askwell.web.programmes.operations.holding import hold
from askwell.web.programmes.queries import open_invitations, readers_of


@transaction.atomic
def ask_for_dates(
    learning_set: LearningSet,
    *,
    dates: list[datetime],
    minutes: int,
    count: int = 1,
    every_weeks: int = 5,
    by: Person,
    at: datetime,
) -> DatePoll:
    """Ask everyone in the set, and every address invited to it, what suits them."""
    hold(learning_set)
    to_come = sorted({each for each in dates if each > at})
    if not to_come:
        raise NotPlannedError(Reason.PAST)
    poll = DatePoll.objects.create(
        learning_set=learning_set,
        minutes=minutes,
        count=count,
        every_weeks=every_weeks,
        time_zone=learning_set.time_zone,
        made_by=by,
        made_at=at,
    )
    PollDate.objects.bulk_create(
        PollDate(poll=poll, starts_at=each) for each in to_come
    )
    post_notices(
        readers_of(learning_set),
        kind=Notice.Kind.DATES_ASKED,
        path=f"/polls/{poll.pk}/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
    ask_the_invited(learning_set, by=by, at=at)
    return poll


@transaction.atomic
def ask_the_invited(
    learning_set: LearningSet, *, by: Person | None, at: datetime
) -> None:
    """Each address invited has a link of its own to answer every open poll by.

    Whoever has one already is not asked again.
    """
    invited = [each for each in open_invitations(learning_set, at=at) if each.email]
    for poll in learning_set.date_polls.filter(closed_at__isnull=True):
        for invitation in invited:
            _ask_invited(poll, invitation, by=by, at=at)


def _ask_invited(
    poll: DatePoll, invitation: Invitation, *, by: Person | None, at: datetime
) -> None:
    voice, made = Voice.objects.get_or_create(
        poll=poll, invitation=invitation, defaults={"made_at": at}
    )
    if made:
        post_notice(
            kind=Notice.Kind.DATES_ASKED,
            path=f"/p/{voice.code}/",
            address=invitation.email,
            by=by,
            at=at,
            set_id=poll.learning_set_id,
        )


@transaction.atomic
def voice_of(poll: DatePoll, person: Person, *, at: datetime) -> Voice:
    """A member's voice in a poll, made when it is first needed.

    What they answered by the link in their mail, before they had an account, is
    theirs already.
    """
    mailed = poll.voices.filter(
        person__isnull=True, invitation__email__iexact=person.email
    ).first()
    if mailed and not poll.voices.filter(person=person).exists():
        mailed.person = person
        mailed.save(update_fields=["person"])
        return mailed
    voice, _made = Voice.objects.get_or_create(
        poll=poll, person=person, defaults={"made_at": at}
    )
    return voice


@transaction.atomic
def answer_openly(
    poll: DatePoll,
    voice: Voice | None,
    *,
    answers: Mapping[UUID, str],
    name: str = "",
    time_zone: str,
    at: datetime,
) -> Voice:
    """Answer by a link; whoever has no voice yet is given one, under the name typed."""
    voice = voice or Voice.objects.create(poll=poll, name=name, made_at=at)
    if voice.time_zone != time_zone:
        voice.time_zone = time_zone
        voice.save(update_fields=["time_zone"])
    answer_poll(voice, answers)
    return voice


@transaction.atomic
def answer_poll(voice: Voice, answers: Mapping[UUID, str]) -> None:
    """What suits whom, changed as often as they like until the dates are chosen."""
    hold(voice.poll.learning_set)
    poll = DatePoll.objects.select_for_update().get(pk=voice.poll_id)
    if poll.closed_at:
        raise NotPlannedError(Reason.CLOSED)
    asked = set(poll.dates.values_list("pk", flat=True))
    Answer.objects.bulk_create(
        [
            Answer(voice=voice, date_id=date, suits=suits)
            for date, suits in answers.items()
            if date in asked
        ],
        update_conflicts=True,
        update_fields=["suits"],
        unique_fields=["voice", "date"],
    )


@transaction.atomic
def choose_dates(
    poll: DatePoll, dates: Iterable[UUID], *, by: Person, at: datetime
) -> list[Meeting]:
    """Close the poll: each date becomes a meeting, or the first the first of a series.

    A date that has passed meanwhile cannot be chosen.
    """
    hold(poll.learning_set)
    poll = DatePoll.objects.select_for_update().get(pk=poll.pk)
    if poll.closed_at:
        raise NotPlannedError(Reason.CLOSED)
    chosen = list(poll.dates.filter(pk__in=list(dates), starts_at__gt=at))
    if not chosen:
        raise NotPlannedError(Reason.NO_DATES)
    poll.dates.filter(pk__in=[each.pk for each in chosen]).update(is_chosen=True)
    poll.closed_at = at
    poll.save(update_fields=["closed_at"])
    if poll.count > 1 and len(chosen) == 1:
        return _series(poll, chosen[0], by=by, at=at)
    return [
        meetings.schedule(
            poll.learning_set,
            starts_at=each.starts_at,
            booked_minutes=poll.minutes,
            by=by,
        )
        for each in chosen
    ]


def end_poll(poll: DatePoll, *, at: datetime) -> None:
    """Stop asking; no date is chosen."""
    still_open = DatePoll.objects.filter(pk=poll.pk, closed_at__isnull=True)
    if not still_open.update(closed_at=at):
        raise NotPlannedError(Reason.CLOSED)


def _series(
    poll: DatePoll, date: PollDate, *, by: Person, at: datetime
) -> list[Meeting]:
    series = plan_series(
        poll.learning_set,
        first=date.starts_at,
        count=poll.count,
        every_weeks=poll.every_weeks,
        minutes=poll.minutes,
        by=by,
        at=at,
    )
    return list(Meeting.objects.filter(occurrence__series=series))
