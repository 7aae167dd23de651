"""What is done with meetings from outside the room: called, moved, put commands to."""

import secrets
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from askwell.process import State, decide
from askwell.process.brief import Attendee, Brief
from askwell.process.choices import Stage
from askwell.process.commands import Command, Convene, Rebrief
from askwell.process.people import ASKWELL, Belonging, PersonId
from askwell.process.refusals import Refused
from askwell.web.meetings import history, log
from askwell.web.meetings.models import Meeting, Resolution, new_code
from askwell.web.meetings.runtime import running
from askwell.web.meetings.writer import Accepted, Outcome, Submission, Writer
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations import take_leave_of_guests
from askwell.web.programmes.operations.holding import hold


class NotConvened(Exception):
    """The log of a meeting could not be begun."""


class TooLateError(Exception):
    """The meeting has been opened, or the time it should have has passed."""

    def __init__(self, *, has_begun: bool = False) -> None:
        super().__init__()
        self.has_begun = has_begun


@transaction.atomic
def schedule(
    learning_set: LearningSet,
    *,
    starts_at: datetime,
    booked_minutes: int,
    format_name: str = "",
    options: Mapping[str, str | int | bool] | None = None,
    link: str = "",
    by: Person | None = None,
) -> Meeting:
    """Put a meeting into the set's calendar; its log begins when it is convened.

    Whoever does it is named by `by`; the calendar tells the others. A set that has
    ended calls no more meetings.
    """
    hold(learning_set)
    return Meeting.objects.create(
        code=_free_code(),
        learning_set=learning_set,
        starts_at=starts_at,
        booked_minutes=booked_minutes,
        format=format_name or learning_set.format,
        options=dict(options or {}),
        link=link or learning_set.meeting_link,
        changed_by=by,
    )


def _free_code() -> str:
    """Among very many meetings six signs meet again now and then."""
    while Meeting.objects.filter(code=(code := new_code())).exists():
        pass
    return code


def wish(learning_set: LearningSet, words: str, *, by: Person, at: datetime) -> None:
    """What the set means to try; it opens the next meeting."""
    Resolution.objects.create(
        learning_set=learning_set, person=by, words=words, made_at=at
    )


@transaction.atomic
def move(
    meeting: Meeting,
    *,
    starts_at: datetime,
    booked_minutes: int | None = None,
    format_name: str = "",
    link: str | None = None,
    by: Person,
    at: datetime,
) -> Meeting:
    """Hold a meeting at another time, or in another way; its lobby follows.

    What is not given stays. Another format comes with its own usual options.
    """
    held = _to_come(meeting)
    if starts_at <= at:
        raise TooLateError
    before = _facts(held)
    held.starts_at = starts_at
    held.booked_minutes = booked_minutes or held.booked_minutes
    held.link = held.link if link is None else link
    if format_name and format_name != held.format:
        held.format, held.options = format_name, {}
    if _facts(held) != before:
        _change(held, by=by)
    return held


def _facts(meeting: Meeting) -> tuple[datetime, int, str, str]:
    return meeting.starts_at, meeting.booked_minutes, meeting.format, meeting.link


@transaction.atomic
def cancel(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """The meeting does not take place: its room is shut until it is called again."""
    held = _to_come(meeting)
    if held.cancelled_at is None:
        held.cancelled_at = at
        _change(held, by=by)
    return held


@transaction.atomic
def call_again(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """Undo a cancelling, at the same time as before, while that is to come."""
    held = _to_come(meeting)
    if held.starts_at <= at:
        raise TooLateError
    if held.cancelled_at is not None:
        held.cancelled_at = None
        _change(held, by=by)
    return held


def _to_come(meeting: Meeting) -> Meeting:
    """The meeting, locked against being opened meanwhile, of a set that goes on."""
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    hold(meeting.learning_set)
    if held.opened_at or held.closed_at:
        raise TooLateError(has_begun=True)
    return held


def _change(meeting: Meeting, *, by: Person) -> None:
    """Every calendar must be told, so the number it is told of rises."""
    meeting.sequence = meeting.sequence + 1
    meeting.changed_by = by
    meeting.save(
        update_fields=[
            "starts_at",
            "booked_minutes",
            "format",
            "options",
            "link",
            "cancelled_at",
            "sequence",
            "changed_by",
        ]
    )
    transaction.on_commit(lambda: _bring_the_lobby_along(meeting))


def _bring_the_lobby_along(meeting: Meeting) -> None:
    """Whoever waits in the lobby already sees the new time there."""
    if meeting.head and meeting.cancelled_at is None:
        convene(meeting)


def convene(meeting: Meeting) -> None:
    """Begin the log with the people, open actions and wishes of this very moment.

    Safe to call at every visit: a meeting is convened once. Until it is opened, each
    visit brings it up to what has changed in its set since.
    """
    if meeting.opened_at:
        return
    known = log.state(meeting.pk)
    if known.brief is not None and known.stage is not Stage.LOBBY:
        return
    _take_leave_of_earlier_guests(meeting)
    if known.brief is None:
        _begin(meeting)
    else:
        _bring_up_to_date(meeting, known, known.brief)


def _begin(meeting: Meeting) -> None:
    outcome = submit(meeting.pk, convening(meeting, seed=secrets.randbelow(2**31)))
    if not isinstance(outcome, Accepted | Refused):
        raise NotConvened(type(outcome).__name__)


def _bring_up_to_date(meeting: Meeting, known: State, brief: Brief) -> None:
    """Most visits find nothing new, and leave the writer in peace."""
    now = convening(meeting, seed=brief.seed)
    command = Rebrief(
        by=ASKWELL,
        token=f"rebriefed:{known.head}",
        brief=now.brief,
        open_actions=now.open_actions,
        improvement=now.improvement,
        improvement_by=now.improvement_by,
    )
    if decide(known, command, at=timezone.now()):
        submit(meeting.pk, command)


def _take_leave_of_earlier_guests(meeting: Meeting) -> None:
    """Whoever was a guest of a meeting that is over is not in this one."""
    held = meeting.learning_set.meetings.held().order_by("-closed_at")
    last = held.values_list("closed_at", flat=True).first()
    if last is not None and meeting.learning_set.ended_at is None:
        take_leave_of_guests(meeting.learning_set, came_before=last, at=timezone.now())


def submit(meeting: UUID, command: Command) -> Outcome:
    """Put a command to a meeting and wait until it is committed or refused.

    In a server this goes through its one writer; elsewhere it is written here.
    """
    answer: Future[Outcome] = Future()
    submission = Submission(meeting, command, answer.set_result)
    if runtime := running():
        runtime.writer.submit(submission)
    else:
        _writer().write([submission])
    return answer.result()


def convening(meeting: Meeting, *, seed: int) -> Convene:
    """What the log of a meeting begins with, as its set stands now."""
    past = history.before(meeting)
    brief = Brief(
        format=meeting.format,
        booked_minutes=meeting.booked_minutes,
        people=past.people,
        starts_at=meeting.starts_at,
        facilitator=past.facilitator,
        co_facilitators=past.co_facilitators,
        options=meeting.options,
        contract_version=past.contract_version,
        seed=seed,
        meeting_number=past.meetings_held + 1,
        booked=_still_here(meeting.booked, past.people),
        rota=_still_theirs(meeting.rota, past.people),
    )
    return Convene(
        by=ASKWELL,
        token=f"convened-{meeting.pk}",
        brief=brief,
        open_actions=past.open_actions,
        improvement=past.improvement,
        improvement_by=past.improvement_by,
    )


def _still_here(
    booked: Iterable[PersonId], people: Iterable[Attendee]
) -> tuple[PersonId, ...]:
    here = {each.person for each in people if each.belonging is Belonging.MEMBER}
    return tuple(person for person in booked if person in here)


def _still_theirs(
    rota: Iterable[PersonId], people: Iterable[Attendee]
) -> tuple[PersonId, ...]:
    """Each turn keeps its place, so that of a slot it is still known whose it was."""
    here = {each.person for each in people if each.belonging is not Belonging.GUEST}
    return tuple(person if person in here else "" for person in rota)


@cache
def _writer() -> Writer:
    return Writer()
