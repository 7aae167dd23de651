"""What a worker does with a search: claim it, say how it goes, end it."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from askwell.web.composing.models import Composition, Job, Trading
from askwell.web.people.models import Notice
from askwell.web.people.operations import post_notice

LEASE = timedelta(seconds=60)
MOST_TRIES = 3
# Whoever had to wait longer, or does not look any more, is told.
LONG = timedelta(minutes=1)
LOOKING = timedelta(seconds=15)
AnyJob = Composition | Trading
Status = Job.Status


def claim(*, worker: str, at: datetime) -> AnyJob | None:
    """The search that has waited longest, for this worker alone."""
    for model in (Composition, Trading):
        found = _claim(model, worker, at)
        if found:
            return found
    return None


@transaction.atomic
def _claim(model: type[Any], worker: str, at: datetime) -> AnyJob | None:
    _give_up_what_ends_workers(model, at)
    waiting = model.objects.filter(Job.claimable(at)).order_by("asked_at")
    job = waiting.select_for_update(skip_locked=True, of=("self",)).first()
    if job is None:
        return None
    job.status, job.worker, job.lease_until = Status.RUNNING, worker, at + LEASE
    job.started_at = job.started_at or at
    job.tries += 1
    job.save(update_fields=["status", "worker", "lease_until", "started_at", "tries"])
    return job  # type: ignore[no-any-return]  # the model is one of two


def _give_up_what_ends_workers(model: type[Any], at: datetime) -> None:
    """A search that was left behind so often is not begun again."""
    left = model.objects.filter(
        status=Status.RUNNING, lease_until__lt=at, tries__gte=MOST_TRIES
    )
    left.update(status=Status.FAILED, finished_at=at, lease_until=None)


def keep(job: AnyJob, *, at: datetime, **found: Any) -> bool:
    """Say how it goes and keep the lease; False where it is to stop."""
    mine = _mine(job)
    changed = mine.update(lease_until=at + LEASE, **found)
    return bool(changed) and not mine.filter(stop_asked=True).exists()


@transaction.atomic
def finish(job: AnyJob, *, at: datetime, **found: Any) -> None:
    """It is over; a second end of the same search changes nothing."""
    mine = _mine(job).select_for_update(of=("self",)).first()
    if mine is None:
        return
    ended = Status.STOPPED if mine.stop_asked else Status.DONE
    _mine(job).update(
        status=ended, finished_at=at, lease_until=None, share=1.0, **found
    )
    if isinstance(mine, Composition):
        _tell(mine, at=at)


def give_up(job: AnyJob, *, at: datetime) -> None:
    """It broke off: another try, and after a few no more."""
    status = Status.FAILED if job.tries >= MOST_TRIES else Status.WAITING
    over = {"finished_at": at} if status == Status.FAILED else {}
    _mine(job).update(status=status, lease_until=None, **over)


def _mine(job: AnyJob) -> Any:
    model: Any = type(job)
    return model.objects.filter(pk=job.pk, status=Status.RUNNING, worker=job.worker)


def _tell(composition: Composition, *, at: datetime) -> None:
    took = at - (composition.started_at or at)
    looked = composition.looked_at
    gone = looked is None or at - looked > LOOKING
    if composition.made_by and (took > LONG or gone):
        post_notice(
            kind=Notice.Kind.COMPOSED,
            path=composition.get_absolute_url(),
            person=composition.made_by,
            at=at,
        )
