"""Votes: opened by a member, answered by all, and over when all have or time is up.

What each said is kept only until then.
"""

from datetime import datetime

from django.db import transaction

from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import LearningSet, LedgerLine, Voice, Vote
from askwell.web.programmes.operations.holding import hold, must
from askwell.web.programmes.operations.ledger import enter
from askwell.web.programmes.operations.parts import tell_of_part
from askwell.web.programmes.refusals import NotDoneError, Reason

Outcome = Vote.Outcome


@transaction.atomic
def open_vote(
    learning_set: LearningSet, kind: Vote.Kind, *, by: Person, at: datetime
) -> Vote:
    """Ask every member; one question at a time, and none about what is so already."""
    learning_set = hold(learning_set)
    must(rules.can_open_vote(by, learning_set))
    if queries.open_vote(learning_set) is not None:
        raise NotDoneError(Reason.VOTE_OPEN)
    if kind == learning_set.facilitated_by:
        raise NotDoneError(Reason.SO_ALREADY)
    return _opened(learning_set, kind, by=by, at=at)


@transaction.atomic
def ask_by_itself(learning_set: LearningSet, kind: Vote.Kind, *, at: datetime) -> Vote:
    """Put the question where nobody need be the one to raise it; nothing is decided."""
    learning_set = hold(learning_set)
    must(queries.open_vote(learning_set) is None)
    must(kind != learning_set.facilitated_by)
    return _opened(learning_set, kind, by=None, at=at)


def _opened(
    learning_set: LearningSet, kind: Vote.Kind, *, by: Person | None, at: datetime
) -> Vote:
    vote = Vote.objects.create(
        learning_set=learning_set, kind=kind, opened_by=by, opened_at=at
    )
    _enter(vote, "opened", by=by, at=at)
    post_notices(
        queries.members_of(learning_set),
        kind=Notice.Kind.VOTE,
        path=vote.get_absolute_url(),
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
    return vote


@transaction.atomic
def answer_vote(vote: Vote, *, says_yes: bool, by: Person, at: datetime) -> None:
    """One member's answer, which they may change while the vote is open."""
    learning_set = hold(vote.learning_set)
    vote.refresh_from_db()
    if not vote.is_open or at >= vote.closes_at:
        raise NotDoneError(Reason.VOTE_OVER)
    must(rules.can_vote(by, vote))
    Voice.objects.update_or_create(
        vote=vote, person=by, defaults={"says_yes": says_yes, "given_at": at}
    )
    settle_votes(learning_set, at=at)


@transaction.atomic
def withdraw_vote(vote: Vote, *, by: Person, at: datetime) -> None:
    """Whoever asked takes the question back."""
    hold(vote.learning_set)
    vote.refresh_from_db()
    if not vote.is_open:
        raise NotDoneError(Reason.VOTE_OVER)
    must(rules.can_withdraw_vote(by, vote))
    _close(vote, Outcome.WITHDRAWN, by=by, at=at)


@transaction.atomic
def close_overdue(vote: Vote, *, at: datetime) -> bool:
    """Time is up; false if somebody else was quicker."""
    learning_set = LearningSet.objects.select_for_update().get(pk=vote.learning_set_id)
    vote = Vote.objects.get(pk=vote.pk)
    if not vote.is_open or at < vote.closes_at:
        return False
    if learning_set.ended_at:
        _close(vote, Outcome.WITHDRAWN, by=None, at=at)
    else:
        _conclude(vote, at=at)
    return True


def settle_votes(learning_set: LearningSet, *, at: datetime) -> None:
    """Nobody is waited for any longer: then the open vote is over.

    Never before, lest the moment say who said no.
    """
    vote = queries.open_vote(learning_set)
    if vote is not None and not queries.yet_to_vote(vote):
        _conclude(vote, at=at)


def _conclude(vote: Vote, *, at: datetime) -> None:
    outcome = _outcome(vote)
    _close(vote, outcome, by=None, at=at)
    if outcome == Outcome.CARRIED:
        _carry_out(vote, at=at)


def _outcome(vote: Vote) -> Vote.Outcome:
    """All must want to take turns; more than half bring a facilitator back (INV-25)."""
    members = {one.id for one in queries.members_of(vote.learning_set)}
    voices = vote.voices.filter(person__in=members)
    yes = voices.filter(says_yes=True).count()
    enough = (
        yes == len(members) if vote.kind == Vote.Kind.TURNS else 2 * yes > len(members)
    )
    if enough and members:
        return Outcome.CARRIED
    return Outcome.NOT_CARRIED if voices.count() == len(members) else Outcome.LAPSED


def _close(
    vote: Vote, outcome: Vote.Outcome, *, by: Person | None, at: datetime
) -> None:
    vote.closed_at = at
    vote.outcome = outcome
    vote.save(update_fields=["closed_at", "outcome"])
    vote.voices.all().delete()
    _enter(vote, outcome, by=by, at=at)


def _carry_out(vote: Vote, *, at: datetime) -> None:
    """Facilitators keep their place, so that the way back is short."""
    learning_set = vote.learning_set
    turns = vote.kind == Vote.Kind.TURNS
    by, dial = LearningSet.FacilitatedBy, LearningSet.Dial
    there = queries.facilitators_of(learning_set)
    from_outside = any(not each.is_member for each in there)
    stays = dial.OBSERVES if from_outside else dial.NONE
    learning_set.facilitated_by = by.TURNS if turns else by.FACILITATOR
    learning_set.dial = stays if turns else dial.LEADS
    learning_set.next_facilitator = None
    learning_set.save(update_fields=["facilitated_by", "dial", "next_facilitator"])
    tell_of_part(queries.readers_of(learning_set), learning_set, by=None, at=at)


def _enter(vote: Vote, what: str, *, by: Person | None, at: datetime) -> None:
    detail = f"{vote.kind}_{what}"
    enter(vote.learning_set, LedgerLine.Kind.VOTE, by=by, at=at, detail=detail)
