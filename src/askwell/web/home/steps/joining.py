"""Next steps about taking part in a programme: the answer, and a few questions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.web.enrolments.models import Enrolment
from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.intake.queries import (
    asked_of,
    left_to_say,
    set_to_answer,
    waits_for_a_set,
)
from askwell.web.programmes.queries import sets_of


def programme_to_answer(seeker: Seeker) -> NextStep | None:
    """Somebody asks this person to take part, and has no answer yet."""
    enrolment = None if seeker.learning_set else asked_of(seeker.person, at=seeker.at)
    if enrolment is None:
        return None
    return NextStep(
        over=enrolment.programme.name,
        heading=_("You are asked to take part"),
        words=_("Read what it is about. Yes and no are both fine answers."),
        label=_("Read, and answer"),
        path=reverse("intake:join", args=[enrolment.code]),
    )


def set_to_see(seeker: Seeker) -> NextStep | None:
    """A set was put together with this person in it, and waits for their yes or no."""
    invitation = None
    if not seeker.learning_set:
        invitation = set_to_answer(seeker.person, at=seeker.at)
    if invitation is None:
        return None
    cohort = invitation.learning_set.cohort
    return NextStep(
        over=cohort.programme.name if cohort else "",
        heading=_("A set was put together with you in it"),
        words=_("See who it is. You may decline it, and nobody asks why."),
        label=_("See your set"),
        path=reverse("programmes:join", args=[invitation.code]),
    )


def questions_left(seeker: Seeker) -> NextStep | None:
    """They take part, and have not said all that their set is made from."""
    enrolment: Enrolment | None = None
    if not seeker.learning_set:
        enrolment = left_to_say(seeker.person, at=seeker.at)
    if enrolment is None:
        return None
    return NextStep(
        over=enrolment.programme.name,
        heading=_("A few questions, so that your set fits you"),
        words=_("Three minutes. Nobody reads what you would bring."),
        label=_("Answer them"),
        path=reverse("intake:begin", args=[enrolment.pk]),
    )


def set_being_made(seeker: Seeker) -> NextStep | None:
    """They have said all that is needed, and have no set yet."""
    enrolment: Enrolment | None = None
    if not (seeker.learning_set or sets_of(seeker.person)):
        enrolment = waits_for_a_set(seeker.person, at=seeker.at)
    if enrolment is None:
        return None
    return NextStep(
        over=enrolment.programme.name,
        heading=_("Your set is being put together"),
        words=_("You are told by mail. Until then you can change what you said."),
        label=_("See what I said"),
        path=reverse("intake:mine"),
    )
