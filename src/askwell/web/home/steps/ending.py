"""Next steps of a set that decides whether it goes on, and of one that has ended."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.renewal.models import Renewal
from askwell.web.renewal.queries import leanings


def set_that_ended(seeker: Seeker) -> NextStep | None:
    """On its own page: what can still be taken, and until when."""
    learning_set = seeker.learning_set
    if learning_set is None or learning_set.ended_at is None:
        return None
    day = learning_set.forget_on
    words = _("Its words are destroyed on %(day)s. Take what is yours before.")
    return NextStep(
        over=_("Your next step"),
        heading=_("This set has ended"),
        words=words % {"day": date_format(day, "j F Y")} if day else "",
        label=_("Take what is yours"),
        path=reverse("renewal:ending", args=[learning_set.pk]),
    )


def renewal_to_decide(seeker: Seeker) -> NextStep | None:
    """Everyone has said whether the set goes on, or had time to."""
    asked = Renewal.objects.filter(
        decided_at__isnull=True, learning_set__in=_as_member(seeker)
    ).select_related("learning_set")
    ripe = (one for one in asked if leanings(one, at=seeker.at).may_decide)
    renewal = next(ripe, None)
    if renewal is None:
        return None
    return NextStep(
        over=renewal.learning_set.name,
        heading=_("Everyone has said whether the set goes on"),
        words=_("Talk about it, and note what you decide."),
        label=_("See what you would like"),
        path=reverse("renewal:going_on", args=[renewal.learning_set_id]),
    )


def end_to_prepare(seeker: Seeker) -> NextStep | None:
    """The last thing the set decided is that it ends."""
    decided = Renewal.objects.filter(
        learning_set=OuterRef("pk"), decided_at__isnull=False
    )
    last = decided.order_by("-decided_at").values("decision")[:1]
    ending = _as_member(seeker).annotate(last_decision=Subquery(last))
    learning_set = ending.filter(last_decision=Renewal.Decision.END).first()
    if learning_set is None:
        return None
    return NextStep(
        over=learning_set.name,
        heading=_("The set has decided to end"),
        words=_("End it well: a last meeting, a summary, and what each takes along."),
        label=_("Prepare the end"),
        path=reverse("renewal:ending", args=[learning_set.pk]),
    )


def _as_member(seeker: Seeker) -> QuerySet[LearningSet]:
    mine = SetMembership.objects.members().filter(person=seeker.person)
    return seeker.sets().filter(pk__in=mine.values("learning_set"))
