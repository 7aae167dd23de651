"""A set gives its corrections away: proposed, agreed by each author, made as a file."""

from datetime import datetime

from django.db import transaction

from askwell.web.coaching import queries, rules
from askwell.web.coaching.models import Correction, Donation, Gift
from askwell.web.coaching.queries import Share
from askwell.web.coaching.refusals import Reason, need
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import LearningSet, LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.holding import hold


@transaction.atomic
def propose(learning_set: LearningSet, *, by: Person, at: datetime) -> Donation:
    """Ask everybody whose turns were corrected; the one that is open, if there is."""
    learning_set = hold(learning_set)
    need(rules.can_propose(by, learning_set), Reason.NOT_YOURS_TO_DO)
    last = queries.current_donation(learning_set)
    if last and last.is_open:
        return last
    made = Donation.objects.create(
        learning_set=learning_set, proposed_by=by, proposed_at=at
    )
    share = queries.share_of(made)
    need(bool(share.lines), Reason.NOTHING_TO_GIVE)
    post_notices(
        share.authors,
        kind=Notice.Kind.VOTE,
        path=f"/sets/{learning_set.pk}/donation/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
    return made


@transaction.atomic
def answer(donation: Donation, *, gives: bool, by: Person, at: datetime) -> None:
    """For one's own turns alone; changed as often as one likes until it is made."""
    donation = _held(donation)
    need(rules.can_answer(by, donation), Reason.NOT_YOURS_TO_DO)
    Gift.objects.update_or_create(
        donation=donation,
        person=by,
        defaults={"gives": gives, "answered_at": at},
    )


@transaction.atomic
def edit_line(
    line: Correction, donation: Donation, *, masks: str, is_left_out: bool
) -> None:
    """What the author of a line decides about it: more to mask, or all of it."""
    donation = _held(donation)
    line.learning_set = donation.learning_set
    line.masked = masks or None
    line.is_left_out = is_left_out
    line.save(update_fields=["masked", "is_left_out"])


@transaction.atomic
def drop(donation: Donation, *, by: Person, at: datetime) -> None:
    """Call it off; the corrections stay in the set."""
    donation = _held(donation)
    need(rules.can_propose(by, donation.learning_set), Reason.NOT_YOURS_TO_DO)
    donation.dropped_at = at
    donation.save(update_fields=["dropped_at"])


@transaction.atomic
def make(donation: Donation, *, by: Person, at: datetime) -> Share:
    """Close it and hand out what is given; Askwell itself sends nothing anywhere."""
    donation = _held(donation)
    need(rules.can_make(by, donation), Reason.NOT_YOURS_TO_DO)
    share = queries.share_of(donation)
    need(not share.waits_for, Reason.NOT_ALL_HAVE_SAID)
    need(share.may_be_made, Reason.NOTHING_TO_GIVE)
    Correction.objects.filter(pk__in=[each.id for each in share.given]).update(
        donation=donation
    )
    donation.made_at = at
    donation.save(update_fields=["made_at"])
    enter(
        donation.learning_set,
        LedgerLine.Kind.EXPORT,
        by=by,
        at=at,
        detail="donation",
    )
    return share


def _held(donation: Donation) -> Donation:
    """As it is now, while nobody else can change it; refused once it is over."""
    learning_set = hold(donation.learning_set)
    donation = Donation.objects.get(pk=donation.pk)
    donation.learning_set = learning_set
    need(donation.is_open, Reason.NOT_OPEN)
    return donation
