"""What is done while nobody looks: the tasks of the worker, and how often each runs.

The worker runs beside the server by default, or as a process of its own. A task is
called with the instant and says how much it did; it is safe to run in many workers
at once, and to be cut off at any moment.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

from askwell.web.actions.tasks import post_due_reminders
from askwell.web.calendar.tasks import Watch, notice_lapses
from askwell.web.changes.tasks import forget_old_lines
from askwell.web.cohorts.tasks import forget_old_places
from askwell.web.composing.tasks import Readying, Runner, found_adopted_sets
from askwell.web.enrolments.tasks import forget_old_files
from askwell.web.feedback.tasks import close_askings, forget_unsigned
from askwell.web.handing.tasks import close_questions, keep_rotas, look_at_meetings
from askwell.web.intake.tasks import forget_leavers, remind_the_silent
from askwell.web.integrations.tasks import (
    clear_up,
    deliver_due_notices,
    make_digests,
)
from askwell.web.measuring.tasks import measure_closed_meetings
from askwell.web.passports.tasks import collect_closed_meetings
from askwell.web.planning.tasks import (
    ask_newly_invited,
    end_polls,
    share_out_turns_of_leavers,
    tell_of_meetings,
)
from askwell.web.programmes.tasks import close_overdue_votes
from askwell.web.releasing.tasks import release_figures
from askwell.web.renewal.tasks import look_at_sets, see_people_off, see_sets_off
from askwell.web.running.tasks import (
    clear_ended_programmes,
    keep_turnouts,
    remind_managers,
)
from askwell.web.stories.tasks import forget_deleted, freeze_themes, publish_due
from askwell.web.surveys.tasks import forget_what_is_over, keep_rounds
from askwell.web.transcripts.tasks import forget_ended_transcripts

logger = logging.getLogger(__name__)

SECOND, MINUTE = 1.0, 60.0


@dataclass(frozen=True)
class Task:
    """One thing to do again and again; `every` is in seconds."""

    name: str
    run: Callable[..., int]
    every: float


TASKS = (
    Task("tell of meetings", tell_of_meetings, MINUTE),
    Task("share out turns of leavers", share_out_turns_of_leavers, MINUTE),
    Task("ask the newly invited", ask_newly_invited, MINUTE),
    Task("end polls", end_polls, 10 * MINUTE),
    Task("keep calendars", Watch(), 5 * SECOND),
    Task("notice lapses", notice_lapses, 10 * MINUTE),
    Task("make the mails of the day", make_digests, MINUTE),
    Task("deliver notices", deliver_due_notices, 2 * SECOND),
    Task("forget old notices", clear_up, 10 * MINUTE),
    Task("post reminders", post_due_reminders, 20 * SECOND),
    Task("remind who has not answered", remind_the_silent, 10 * MINUTE),
    Task("forget what leavers said", forget_leavers, 10 * MINUTE),
    Task("close votes whose time is up", close_overdue_votes, 10 * MINUTE),
    Task("look at how sets are doing", look_at_sets, 10 * MINUTE),
    Task("keep rotas", keep_rotas, 5 * MINUTE),
    Task("look at meetings of sets in turns", look_at_meetings, MINUTE),
    Task("close the two questions", close_questions, 10 * MINUTE),
    Task("close feedback to facilitators", close_askings, 10 * MINUTE),
    Task("delete observations never signed", forget_unsigned, 60 * MINUTE),
    Task("see sets off that have ended", see_sets_off, MINUTE),
    Task("see people off who have left", see_people_off, MINUTE),
    Task("measure closed meetings", measure_closed_meetings, MINUTE),
    Task("write down who facilitated", collect_closed_meetings, MINUTE),
    Task("count who came", keep_turnouts, 10 * MINUTE),
    Task("remind who looks after programmes", remind_managers, 60 * MINUTE),
    Task("publish what nobody objected to", publish_due, MINUTE),
    Task("look for themes", freeze_themes, 10 * MINUTE),
    Task("destroy keys of deleted stories", forget_deleted, MINUTE),
    Task("release figures", release_figures, 10 * MINUTE),
    Task("clear programmes that ended", clear_ended_programmes, 10 * MINUTE),
    Task("keep rounds of questions", keep_rounds, MINUTE),
    Task("forget surveys that are over", forget_what_is_over, 10 * MINUTE),
    Task("forget what was taken out of logs", forget_old_lines, 10 * MINUTE),
    Task("forget who was asked to train", forget_old_places, 60 * MINUTE),
    Task("search for sets", Runner(), SECOND),
    Task("make the search ready", Readying(), 10 * SECOND),
    Task("begin sets that were adopted", found_adopted_sets, 10 * SECOND),
    Task("forget transcripts that were deleted", forget_ended_transcripts, MINUTE),
    Task("forget files nobody came back for", forget_old_files, 10 * MINUTE),
)


def run_for_ever(stop: threading.Event) -> None:
    """Run every task when it is due, until told to stop."""
    due = [(0.0, task) for task in TASKS]
    while not stop.wait(min(max(when - time.monotonic(), 0.1) for when, _ in due)):
        due = [_run_if_due(when, task) for when, task in due]


def _run_if_due(when: float, task: Task) -> tuple[float, Task]:
    if time.monotonic() < when:
        return when, task
    _run(task)
    return time.monotonic() + task.every, task


def _run(task: Task) -> None:
    close_old_connections()
    at: datetime = timezone.now()
    try:
        task.run(at=at)
    except Exception:
        # One bad task, or a database that is away, must not end the others for good.
        logger.exception("A task of the worker failed: %s", task.name)
