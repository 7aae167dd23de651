"""Brings the demonstration into the database, through the product's own operations."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from askwell.process.people import ASKWELL
from askwell.web.actions.models import Action
from askwell.web.calendar.operations import telling as calendars
from askwell.web.calendar.tasks import notice_lapses
from askwell.web.demo.cast import (
    CAST,
    EVERYBODY,
    PROGRAMME,
    SETS,
    CastSet,
    character,
)
from askwell.web.demo.lives import HOME, Life, live_on
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import bring_in_cast, cast_is_here, person
from askwell.web.demo.programme import (
    bring_in_programme,
    programme_is_due,
    take_up_sets,
)
from askwell.web.demo.scripts import Script, all_scripts
from askwell.web.demo.stage import play
from askwell.web.demo.topics import get_ready, keep_topics
from askwell.web.demo.training import bring_in_training
from askwell.web.handing.tasks import keep_rotas, look_at_meetings
from askwell.web.measuring.tasks import measure_closed_meetings
from askwell.web.meetings import log, projection
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.passports.tasks import collect_closed_meetings
from askwell.web.people.models import Notice, Person
from askwell.web.planning.tasks import tell_of_meetings
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import Belonging, LearningSet, SetMembership
from askwell.web.releasing.tasks import release_figures
from askwell.web.renewal.tasks import look_at_sets
from askwell.web.vault import operations as vault

# For so long nobody has done anything in the meeting in progress.
STALE = timedelta(hours=3)
READ_AFTER = timedelta(days=3)
# What is told of while the demonstration is loaded, and mailed to nobody.
TOLD_LATELY = (Notice.Kind.SNAPSHOT, Notice.Kind.ROTA)

Progress = Callable[[str], None]


def _quietly(_step: str) -> None:
    """Progress that nobody watches."""


def load(*, at: datetime, progress: Progress = _quietly) -> None:
    """Bring in cast and sets; what is there already is kept.

    A meeting in progress that was left alone begins anew, its set with it.
    """
    with transaction.atomic():
        if not cast_is_here():
            houses = {one.house for one in CAST if one.house}
            progress(f"{len(CAST)} people from {len(houses)} organisations")
            bring_in_cast(at=at)
            keep_topics(at=at)
        for cast_set in SETS:
            if not LearningSet.objects.filter(pk=id_of("set", cast_set.key)).exists():
                _bring_in_set(cast_set, at=at, progress=progress)
        if programme_is_due(at=at):
            people = len(PROGRAMME.joined)
            progress(f"the programme {PROGRAMME.name}, with {people} people for sets")
            bring_in_programme(at=at)
    refresh_live(at=at, progress=progress)
    _count_and_freeze(at=at)
    with transaction.atomic():
        bring_in_training(at=at)


def _count_and_freeze(*, at: datetime) -> None:
    """What the worker would do in a moment; nobody of the cast is mailed of it."""
    measure_closed_meetings(at=at)
    collect_closed_meetings(at=at)
    look_at_meetings(at=at)
    keep_rotas(at=at)
    release_figures(at=at)
    told = Notice.objects.waiting().filter(kind__in=TOLD_LATELY)
    addresses = [one.email for one in EVERYBODY]
    told.filter(person__email__in=addresses).update(handed_on_at=at)


def refresh_live(*, at: datetime, progress: Progress = _quietly) -> None:
    """See to it that a meeting is in progress, and the next one still to come."""
    for cast_set in SETS:
        if _has_gone_stale(cast_set, at=at):
            with transaction.atomic():
                _take_away(cast_set)
                _bring_in_set(cast_set, at=at, progress=progress)
                take_up_sets()


def _take_away(cast_set: CastSet) -> None:
    """The set, and what the boards of its people say of it."""
    set_id = id_of("set", cast_set.key)
    actions = Action.objects.filter(learning_set=set_id)
    pages = [each.get_absolute_url() for each in actions]
    about_it = Q(set_id=set_id) | Q(path__contains=str(set_id)) | Q(path__in=pages)
    Notice.objects.filter(about_it).delete()
    LearningSet.objects.filter(pk=set_id).delete()


def _has_gone_stale(cast_set: CastSet, *, at: datetime) -> bool:
    """A meeting in progress left alone for hours, or a next one that is past."""
    own = Meeting.objects.filter(learning_set=id_of("set", cast_set.key))
    if _scripts_of(cast_set)[-1].in_progress:
        recent = Entry.objects.filter(meeting__in=own, at__gt=at - STALE)
        return not recent.exists()
    return own.to_come().filter(starts_at__lt=at - STALE).exists()


def _scripts_of(cast_set: CastSet) -> list[Script]:
    return [each for each in all_scripts() if each.set_key == cast_set.key]


# Sets


def _bring_in_set(cast_set: CastSet, *, at: datetime, progress: Progress) -> None:
    scripts = _scripts_of(cast_set)
    progress(f"the set {cast_set.name}, with {len(scripts)} meetings")
    people = {key: person(key) for key in cast_set.everyone}
    vault.prepare(
        id_of("set", cast_set.key), [ASKWELL, *(one.id for one in people.values())]
    )
    begun_at = at - timedelta(days=cast_set.days_old)
    learning_set = _form(cast_set, people, at=begun_at)
    live_on(cast_set.key, Life(learning_set=learning_set, since=begun_at, now=at))
    beginnings = [each.starts_at(at) for each in scripts]
    for script, starts_at, next_at in zip(
        scripts, beginnings, [*beginnings[1:], None], strict=True
    ):
        if script.guest:
            _let_in(learning_set, people[script.guest], at=starts_at)
        _hold(script, learning_set, starts_at=starts_at, next_at=next_at)
        over_at = starts_at + script.length
        live_on(script.name, Life(learning_set=learning_set, since=over_at, now=at))
    calendars.tell_all(at=at, learning_set=learning_set)
    get_ready(cast_set.key, at=at)
    _let_nobody_be_mailed(cast_set, at=at)


def _form(
    cast_set: CastSet, people: Mapping[str, Person], *, at: datetime
) -> LearningSet:
    """Begin the set, invite everybody, and let them agree the contract."""
    host = cast_set.facilitator or cast_set.members[-1]
    learning_set = sets.begin_set(
        name=cast_set.name,
        by=people[host],
        at=at,
        purpose=cast_set.purpose,
        meeting_format=cast_set.format,
        meeting_link=cast_set.link,
        facilitates=bool(cast_set.facilitator),
        words=cast_set.contract,
        set_id=id_of("set", cast_set.key),
    )
    learning_set.meant_for = cast_set.meant_for
    learning_set.time_zone = HOME
    learning_set.save(update_fields=["meant_for", "time_zone"])
    seated = [people[key] for key in cast_set.members if key != host]
    for one in seated:
        invitation = sets.invite(learning_set, email=one.email, by=people[host], at=at)
        sets.ask_to_join(invitation, one, at=at)
    for one in (people[host], *seated):
        sets.agree(learning_set, read=1, by=one, at=at + timedelta(days=1))
    return learning_set


def _let_in(learning_set: LearningSet, guest: Person, *, at: datetime) -> None:
    """A guest comes by the guests' link; the facilitator admits and they agree."""
    host = learning_set.created_by
    if host is None:
        return
    link = sets.open_link(learning_set, belonging=Belonging.GUEST, by=host, at=at)
    newcomer: SetMembership = sets.ask_to_join(link, guest, at=at)
    sets.admit(newcomer, by=host, at=at)
    sets.agree(learning_set, read=1, by=guest, at=at)


def _let_nobody_be_mailed(cast_set: CastSet, *, at: datetime) -> None:
    """Nobody of the cast reads mail, so their notices stay on the board.

    What would be noticed of the set in a moment is noticed before. What was told
    longer ago has been read, and so has what was answered.
    """
    for notice_something in (look_at_sets, notice_lapses, tell_of_meetings):
        notice_something(at=at)
    watching = (cast_set.observer,) if cast_set.observer else ()
    addresses = [character(key).email for key in (*cast_set.everyone, *watching)]
    theirs = Q(address__in=addresses) | Q(person__email__in=addresses)
    posted = Notice.objects.waiting().filter(theirs)
    over = Q(created_at__lt=at - READ_AFTER) | Q(kind=Notice.Kind.ASKED)
    posted.filter(over).update(read_at=at)
    posted.update(handed_on_at=at)


# Meetings


def _hold(
    script: Script,
    learning_set: LearningSet,
    *,
    starts_at: datetime,
    next_at: datetime | None,
) -> None:
    """Put the meeting in the calendar; play and keep it, if it has a course."""
    meeting = meetings.schedule(
        learning_set, starts_at=starts_at, booked_minutes=script.booked_minutes
    )
    if not script.parts:
        return
    stage = play(
        script,
        meetings.convening(meeting, seed=0),
        people={key: str(id_of("person", key)) for key in script.here},
        starts_at=starts_at,
        next_at=next_at,
    )
    log.append({meeting.pk: (learning_set.pk, stage.events)})
    projection.project(meeting.pk, learning_set.pk, stage.events, stage.state)
