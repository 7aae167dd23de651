"""What is done with meetings from outside the room: convened, and put commands to."""

import secrets
from collections.abc import Mapping
from concurrent.futures import Future
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from askwell.process import State, decide
from askwell.process.brief import Brief
from askwell.process.choices import Stage
from askwell.process.commands import Command, Convene, Rebrief
from askwell.process.people import ASKWELL
from askwell.process.refusals import Refused
from askwell.web.meetings import history, log
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.runtime import running
from askwell.web.meetings.writer import Accepted, Outcome, Submission, Writer
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.operations import take_leave_of_guests
from askwell.web.programmes.queries import members_of


class NotConvened(Exception):
    """The log of a meeting could not be begun."""


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

    Whoever does it is named by `by`; then the others in the set are told.
    """
    with transaction.atomic():
        meeting = Meeting.objects.create(
            learning_set=learning_set,
            starts_at=starts_at,
            booked_minutes=booked_minutes,
            format=format_name or learning_set.format,
            options=dict(options or {}),
            link=link or learning_set.meeting_link,
        )
        if by is not None:
            _tell_the_others(meeting, by=by)
    return meeting


def _tell_the_others(meeting: Meeting, *, by: Person) -> None:
    for person in members_of(meeting.learning_set):
        if person != by:
            post_notice(
                kind=Notice.Kind.CONVENED,
                path=f"/meetings/{meeting.pk}/",
                person=person,
                by=by,
                at=meeting.created_at,
            )


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
        options=meeting.options,
        contract_version=past.contract_version,
        seed=seed,
        meeting_number=past.meetings_held + 1,
    )
    return Convene(
        by=ASKWELL,
        token=f"convened-{meeting.pk}",
        brief=brief,
        open_actions=past.open_actions,
        improvement=past.improvement,
        improvement_by=past.improvement_by,
    )


@cache
def _writer() -> Writer:
    return Writer()
