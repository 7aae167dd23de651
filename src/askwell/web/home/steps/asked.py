"""Next steps the set itself asks for: dates, turns, votes, and how it is doing."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.planning.models import DatePoll, Swap
from askwell.web.programmes.models import (
    BY_CONSENT,
    Belonging,
    Consent,
    LearningSet,
    SetMembership,
    Vote,
)
from askwell.web.renewal.models import HealthCheck, Renewal
from askwell.web.surveys.queries.rounds import waiting_for

Asked = TypeVar("Asked", DatePoll, Vote, HealthCheck, Renewal)


def somebody_at_the_door(seeker: Seeker) -> NextStep | None:
    """Somebody who asked to join and waits for this person's yes or no."""
    given = Consent.objects.filter(membership=OuterRef("pk"), person=seeker.person)
    newcomers = list(
        SetMembership.objects.waiting()
        .filter(
            learning_set__in=_as_member(seeker),
            belonging__in=[Belonging.MEMBER, *BY_CONSENT],
        )
        .exclude(Exists(given))
        .select_related("learning_set", "person")
        .order_by("asked_at")
    )
    if not newcomers:
        return None
    first = newcomers[0]
    there = [each for each in newcomers if each.learning_set == first.learning_set]
    return NextStep(
        over=first.learning_set.name,
        heading=_who_asks(there),
        words=_at_the_door(first),
        label=_("See who it is"),
        path=reverse("programmes:people", args=[first.learning_set_id]),
    )


def _who_asks(there: list[SetMembership]) -> str:
    first, name = there[0], {"name": there[0].person.name}
    if len(there) > 1:
        return _("%(count)s people ask to come in") % {"count": len(there)}
    if first.belonging == Belonging.OBSERVER:
        return _("May %(name)s watch a meeting?") % name
    if first.belonging == Belonging.TRAINEE:
        return _("May %(name)s learn to facilitate with you?") % name
    return _("%(name)s asks to join") % name


def _at_the_door(first: SetMembership) -> str:
    if first.belonging in BY_CONSENT:
        return _("It takes a yes from every one of you, and you can take yours back.")
    return _("They wait for the set’s answer, and so for yours.")


def dates_to_answer(seeker: Seeker) -> NextStep | None:
    """A poll of dates the person has said nothing to."""
    poll = _first(
        DatePoll.objects.filter(closed_at__isnull=True).exclude(
            voices__person=seeker.person
        ),
        seeker.sets(),
    )
    if poll is None:
        return None
    return NextStep(
        over=poll.learning_set.name,
        heading=_("Say which dates suit you"),
        words=_("Yes, if need be, or no. It takes a minute."),
        label=_("Look at the dates"),
        path=reverse("planning:poll", args=[poll.pk]),
    )


def swap_to_answer(seeker: Seeker) -> NextStep | None:
    """Somebody who would like to change turns with this person."""
    swap = (
        Swap.objects.filter(
            answered_at__isnull=True,
            theirs__person=seeker.person,
            theirs__meeting__learning_set__in=seeker.sets(),
            theirs__meeting__starts_at__gt=seeker.at,
        )
        .select_related("mine__person", "theirs__meeting__learning_set")
        .order_by("asked_at")
        .first()
    )
    if swap is None:
        return None
    learning_set = swap.theirs.meeting.learning_set
    return NextStep(
        over=learning_set.name,
        heading=_("%(name)s would like to swap turns")
        % {"name": swap.mine.person.name},
        words=_("You present on their day, they on yours. No is a good answer too."),
        label=_("See the two days"),
        path=reverse("planning:turns", args=[learning_set.pk]),
    )


def vote_to_give(seeker: Seeker) -> NextStep | None:
    """A vote of the set in which this member has not said yes or no."""
    vote = _first(
        Vote.objects.open().exclude(voices__person=seeker.person), _as_member(seeker)
    )
    if vote is None:
        return None
    return NextStep(
        over=vote.learning_set.name,
        heading=_("The set votes: shall we %(what)s?")
        % {"what": vote.get_kind_display()},
        words=_("What each of you says is never shown."),
        label=_("Say yes or no"),
        path=vote.get_absolute_url(),
    )


def look_to_answer(seeker: Seeker) -> NextStep | None:
    """An open look at how the set is doing, which this member has not answered."""
    look = _first(
        HealthCheck.objects.filter(closed_at__isnull=True).exclude(
            answered__person=seeker.person
        ),
        _as_member(seeker),
    )
    if look is None:
        return None
    return NextStep(
        over=look.learning_set.name,
        heading=_("How is the set doing?"),
        words=_("A few statements, two minutes. Nobody sees what you answer."),
        label=_("Answer"),
        path=reverse("renewal:health", args=[look.learning_set_id]),
    )


def renewal_to_answer(seeker: Seeker) -> NextStep | None:
    """The set asks whether to go on, and this member has not said."""
    renewal = _first(
        Renewal.objects.filter(decided_at__isnull=True).exclude(
            preferences__person=seeker.person
        ),
        _as_member(seeker),
    )
    if renewal is None:
        return None
    return NextStep(
        over=renewal.learning_set.name,
        heading=_("Does the set go on?"),
        words=_("Say what you would like: go on, pause, or end well."),
        label=_("Say it"),
        path=reverse("renewal:going_on", args=[renewal.learning_set_id]),
    )


def round_to_answer(seeker: Seeker) -> NextStep | None:
    """A few questions a programme asks, which this person has not answered."""
    if seeker.learning_set:
        return None
    round_ = waiting_for(seeker.person, at=seeker.at).first()
    if round_ is None:
        return None
    return NextStep(
        over=round_.programme.name,
        heading=_("A few questions for you"),
        words=_(
            "How do things go? It takes two minutes, and no name is kept with what "
            "you answer. Nobody is told who did not."
        ),
        label=_("Read the questions"),
        path=round_.get_absolute_url(),
    )


def _as_member(seeker: Seeker) -> QuerySet[LearningSet]:
    """The sets in which the person decides with the others."""
    mine = SetMembership.objects.members().filter(person=seeker.person)
    return seeker.sets().filter(pk__in=mine.values("learning_set"))


def _first(asked: QuerySet[Asked], sets: QuerySet[LearningSet]) -> Asked | None:
    return asked.filter(learning_set__in=sets).select_related("learning_set").first()
