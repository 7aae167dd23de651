"""Questions about whether a set goes on."""

from dataclasses import dataclass
from datetime import datetime

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import members_of
from askwell.web.renewal.models import Preference, Renewal
from askwell.web.renewal.statements import ENOUGH


@dataclass(frozen=True)
class Leanings:
    """What the members would like; told only when it no longer holds anyone up."""

    said: int
    missing: int
    may_decide: bool
    may_be_told: bool
    """Whether the counts tell nobody who said what."""
    counts: dict[str, int]
    all_would_end: bool
    most_would_end: bool


def open_renewal(learning_set: LearningSet) -> Renewal | None:
    return learning_set.renewals.filter(decided_at__isnull=True).first()


def last_decision(learning_set: LearningSet) -> Renewal | None:
    decided = learning_set.renewals.filter(decided_at__isnull=False)
    return decided.select_related("decided_by").order_by("-decided_at").first()


def preference_of(person: Person, renewal: Renewal) -> str:
    """What the person has said they would like, or nothing yet."""
    mine = Preference.objects.filter(renewal=renewal, person=person)
    said = mine.select_related("renewal").first()
    return said.choice or "" if said else ""


def leanings(renewal: Renewal, *, at: datetime) -> Leanings:
    """Of those who are members now; who left no longer counts.

    Once somebody has left, what they said is the difference to what was told before;
    of very few the rest is easily guessed. Then nothing is told.
    """
    members = {member.pk for member in members_of(renewal.learning_set)}
    said = list(Preference.objects.filter(renewal=renewal).select_related("renewal"))
    choices = [one.choice for one in said if one.person_id in members]
    missing = len(members) - len(choices)
    end = Preference.Choice.END
    may_decide = not missing or at >= renewal.asked_at + Renewal.WAITS
    return Leanings(
        said=len(choices),
        missing=missing,
        may_decide=may_decide,
        may_be_told=may_decide
        and len(choices) == len(said)
        and (not missing or len(choices) >= ENOUGH),
        counts={str(each): choices.count(each) for each in Preference.Choice.values},
        all_would_end=not missing and bool(choices) and set(choices) == {end},
        most_would_end=2 * choices.count(end) > len(members),
    )
