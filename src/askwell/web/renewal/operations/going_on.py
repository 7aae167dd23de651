"""Whether the set goes on: what each would like, and what the set decides."""

from datetime import datetime

from django.db import transaction

from askwell.web.meetings.operations import wish
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notices
from askwell.web.programmes.models import Contract, LearningSet, LedgerLine
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.contract import reopen
from askwell.web.programmes.operations.holding import hold
from askwell.web.programmes.queries import members_of
from askwell.web.renewal import queries, rules
from askwell.web.renewal.models import Preference, Renewal
from askwell.web.renewal.refusals import Reason, need

Decision = Renewal.Decision


@transaction.atomic
def ask(learning_set: LearningSet, *, by: Person, at: datetime) -> Renewal:
    """Ask everyone what they would like; the question that is open, if there is one."""
    learning_set = hold(learning_set)
    need(rules.can_speak(by, learning_set), Reason.NOT_YOURS_TO_DO)
    return ask_everyone(learning_set, by=by, at=at)


def ask_everyone(
    learning_set: LearningSet, *, by: Person | None, at: datetime
) -> Renewal:
    """The set is held by the caller."""
    if here := queries.open_renewal(learning_set):
        return here
    post_notices(
        members_of(learning_set),
        kind=Notice.Kind.VOTE,
        path=f"/sets/{learning_set.pk}/going-on/",
        by=by,
        at=at,
        set_id=learning_set.pk,
    )
    return Renewal.objects.create(learning_set=learning_set, asked_by=by, asked_at=at)


@transaction.atomic
def say(renewal: Renewal, choice: str, *, by: Person) -> None:
    """What somebody would like; they may change their mind until it is decided."""
    renewal = _held(renewal)
    need(rules.can_speak(by, renewal.learning_set), Reason.NOT_YOURS_TO_DO)
    said = Preference.objects.filter(renewal=renewal, person=by).first()
    said = said or Preference(renewal=renewal, person=by)
    said.renewal = renewal
    said.choice = choice
    said.save()


@transaction.atomic
def decide(
    renewal: Renewal,
    decision: str,
    *,
    by: Person,
    at: datetime,
    meetings: int | None = None,
    words: str = "",
) -> None:
    """Note what the set decided once everyone has said, or had time to say.

    To end takes everyone's wish, or the word of whoever leads after all have spoken;
    where nobody leads, or all do, the wish of more than half.
    What each would have liked is forgotten with the decision.
    """
    renewal = _held(renewal)
    learning_set = renewal.learning_set
    need(rules.can_speak(by, learning_set), Reason.NOT_YOURS_TO_DO)
    known = queries.leanings(renewal, at=at)
    need(known.may_decide, Reason.NOT_ALL_HAVE_SAID)
    if decision == Decision.END:
        may_end = rules.can_decide_to_end(by, learning_set, known)
        need(may_end, Reason.NOT_ALL_WANT_THE_END)
    goes_on = decision in (Decision.GO_ON, Decision.CHANGE)
    _keep(renewal, decision, meetings if goes_on else None, by=by, at=at)
    if goes_on:
        because = Contract.Because.REOPENED
        reopen(learning_set, because=because, by=by, at=at)
    if decision == Decision.CHANGE:
        wish(learning_set, words, by=by, at=at)


def _keep(
    renewal: Renewal,
    decision: str,
    meetings: int | None,
    *,
    by: Person,
    at: datetime,
) -> None:
    renewal.decision = decision
    renewal.meetings = meetings
    renewal.decided_by = by
    renewal.decided_at = at
    renewal.save(update_fields=["decision", "meetings", "decided_by", "decided_at"])
    renewal.preferences.all().delete()
    enter(
        renewal.learning_set,
        LedgerLine.Kind.VOTE,
        by=by,
        at=at,
        detail=f"renewal_{decision}",
    )


def _held(renewal: Renewal) -> Renewal:
    """The question as it is now, while nobody else can change it."""
    learning_set = hold(renewal.learning_set)
    renewal = Renewal.objects.get(pk=renewal.pk)
    renewal.learning_set = learning_set
    need(renewal.decided_at is None, Reason.DECIDED)
    return renewal
