"""What the pages of a set and of a person say about its health, renewal and end."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import is_member
from askwell.web.renewal.models import Renewal
from askwell.web.renewal.queries.going_on import (
    last_decision,
    leanings,
    open_renewal,
    preference_of,
)
from askwell.web.renewal.queries.health import has_answered, open_check


@dataclass(frozen=True)
class Turn:
    """One thing to say, why, and where it leads."""

    heading: str
    words: str
    label: str
    path: str


def turn(learning_set: LearningSet, person: Person, *, at: datetime) -> Turn | None:
    """What is asked of the person just now; none where nothing is."""
    if learning_set.ended_at:
        return _ended(learning_set)
    if not is_member(person, learning_set):
        return None
    return (
        _to_answer(learning_set, person)
        or _to_say(learning_set, person, at=at)
        or _to_end(learning_set)
    )


def _ended(learning_set: LearningSet) -> Turn:
    path = reverse("renewal:ending", args=[learning_set.pk])
    if learning_set.forgotten_at:
        heading = _("The words of this set are destroyed")
        return Turn(heading, _("Nobody can read them."), _("See the receipt"), path)
    day = learning_set.forget_on
    words = (
        _("Its words are destroyed on %(day)s. Take what is yours before.")
        % {"day": date_format(day, "j F Y")}
        if day
        else ""
    )
    return Turn(_("This set has ended"), words, _("Take what is yours"), path)


def _to_answer(learning_set: LearningSet, person: Person) -> Turn | None:
    check = open_check(learning_set)
    if check is None or has_answered(check, person):
        return None
    return Turn(
        heading=_("How is the set doing?"),
        words=_("Seven sentences, two minutes, and nobody learns what you answered."),
        label=_("Answer"),
        path=reverse("renewal:health", args=[learning_set.pk]),
    )


def _to_say(learning_set: LearningSet, person: Person, *, at: datetime) -> Turn | None:
    renewal = open_renewal(learning_set)
    if renewal is None:
        return None
    path = reverse("renewal:going_on", args=[learning_set.pk])
    if not preference_of(person, renewal):
        heading = _("Does the set go on?")
        words = _("Say what you would like: go on, pause, or end well.")
        return Turn(heading, words, _("Say what you would like"), path)
    if leanings(renewal, at=at).may_decide:
        heading = _("Everyone has said whether the set goes on")
        words = _("Talk about it, and note what you decide.")
        return Turn(heading, words, _("See what the set would like"), path)
    return None


def _to_end(learning_set: LearningSet) -> Turn | None:
    last = last_decision(learning_set)
    if last is None or last.decision != Renewal.Decision.END:
        return None
    return Turn(
        heading=_("The set has decided to end"),
        words=_("End it well: a last meeting, a summary, and what each takes along."),
        label=_("Prepare the end"),
        path=reverse("renewal:ending", args=[learning_set.pk]),
    )
