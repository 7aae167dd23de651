"""Next steps about sets: beginning one, agreeing, inviting."""

from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.web.calendar.queries.lapses import open_lapses
from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.programmes.models import Agreement
from askwell.web.programmes.offices import visible_programmes
from askwell.web.programmes.queries import OwnSet, roles_of, sets_of, waiting_of
from askwell.web.start.queries import unfinished

# The fewest people a set meeting is held with.
ENOUGH = 4


def beginning_to_finish(seeker: Seeker) -> NextStep | None:
    """A set the person was in the middle of beginning, here or on another device."""
    wanted = set(seeker.sets().values_list("pk", flat=True))
    begun = [one for one in unfinished(seeker.person) if one.learning_set_id in wanted]
    if not begun:
        return None
    return NextStep(
        over=_("Your next step"),
        heading=_("Go on beginning %(name)s") % {"name": begun[0].learning_set.name},
        words=_("Everything you wrote is kept. Nobody has been invited yet."),
        label=_("Go on where you were"),
        path=reverse("start:go_on", args=[begun[0].learning_set_id]),
    )


def agreement_to_read(seeker: Seeker) -> NextStep | None:
    """A set whose agreement waits for the person's yes."""
    own = next((one for one in _own(seeker) if not one.has_agreed), None)
    if own is None:
        return None
    return NextStep(
        over=_("Your next step"),
        heading=_("Read what %(name)s agrees") % {"name": own.learning_set.name},
        words=_(
            "Somebody has come, gone or changed it since you said yes, so it is asked "
            "of all of you anew."
        )
        if _agreed_before(own, seeker)
        else _("The set’s working agreement waits for your yes."),
        label=_("Read it"),
        path=reverse("programmes:contract", args=[own.learning_set.pk]),
    )


def _agreed_before(own: OwnSet, seeker: Seeker) -> bool:
    earlier = Agreement.objects.filter(contract__learning_set=own.learning_set)
    return earlier.filter(person=seeker.person).exists()


def facilitator_to_choose(seeker: Seeker) -> NextStep | None:
    """On the page of a set whose facilitator has gone."""
    learning_set = seeker.learning_set
    if learning_set is None or not roles_of(learning_set).lacks_facilitator:
        return None
    return NextStep(
        over=_("Your next step"),
        heading=_("Nobody facilitates just now"),
        words=_("Choose one of you, ask somebody in, or vote to take turns."),
        label=_("Choose"),
        path=reverse("programmes:roles", args=[learning_set.pk]),
    )


def people_to_invite(seeker: Seeker) -> NextStep | None:
    """A set that has too few people to meet."""
    own = next((one for one in _own(seeker) if one.size < ENOUGH), None)
    if own is None:
        return None
    return NextStep(
        over=_("Your next step"),
        heading=_("Invite people to %(name)s") % {"name": own.learning_set.name},
        words=_("A set works best with five to eight, and needs at least four."),
        label=_("Invite people"),
        path=reverse("programmes:people", args=[own.learning_set.pk]),
    )


def set_that_lapsed(seeker: Seeker) -> NextStep | None:
    """A set that stopped meeting, until it has a date or asked to be left alone."""
    lapse = open_lapses(seeker.sets(), at=seeker.at).first()
    if lapse is None:
        return None
    return NextStep(
        over=_("Your next step"),
        heading=_("Find a way on for %(name)s") % {"name": lapse.learning_set.name},
        words=_("The set has not met for a while. That happens."),
        label=_("See three ways on"),
        path=reverse("calendar:lapsed", args=[lapse.learning_set.pk]),
    )


def set_to_begin(seeker: Seeker) -> NextStep | None:
    """For whoever has never been in a set, waits for none and looks after none."""
    if sets_of(seeker.person) or waiting_of(seeker.person).exists():
        return None
    if visible_programmes(seeker.person).exists():
        return None
    return NextStep(
        heading=_("You are in no set yet"),
        words=_(
            "Gather four to seven people who do not answer to one another. It takes "
            "ten minutes, and no training."
        ),
        label=_("Begin a set"),
        path=reverse("start:begin"),
    )


def _own(seeker: Seeker) -> list[OwnSet]:
    wanted = set(seeker.sets().values_list("pk", flat=True))
    return [one for one in sets_of(seeker.person) if one.learning_set.pk in wanted]
