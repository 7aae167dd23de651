"""What surveys kept of people goes: who tapped, and all of it with a programme's lists.

What fewer than four said in a set is in no figure, and beside who has answered it
would be theirs to whoever reads the database: it goes when a round or pulse closes.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Sum

from askwell.web.enrolments.models import Enrolment
from askwell.web.surveys.models import Count, Pulse, Round, Tap, Tapper, Ties
from askwell.web.surveys.taps import ENOUGH


def forget_what_few_answered(round_: Round) -> None:
    """Of a round that has closed, set by set and item by item."""
    counts = Count.objects.filter(round=round_)
    by_item = counts.order_by().values_list("learning_set", "item")
    few = by_item.annotate(all=Sum("number")).filter(all__lt=ENOUGH)
    for learning_set, item, _all in list(few):
        counts.filter(learning_set=learning_set, item=item).delete()


@transaction.atomic
def forget_who_tapped(*, at: datetime) -> int:
    """Of pulses that have closed; nobody is asked by it any more."""
    closed = Tapper.objects.filter(pulse__closes_at__lte=at, has_tapped=True)
    pulses = set(closed.values_list("pulse", flat=True))
    if not pulses:
        return 0
    taps = Tap.objects.filter(pulse__in=pulses)
    by_item = taps.order_by().values_list("pulse", "item")
    few = by_item.annotate(all=Sum("number")).filter(all__lt=ENOUGH)
    for pulse, item, _all in list(few):
        taps.filter(pulse=pulse, item=item).delete()
    # All rows anew together: none shows any more which were touched at once.
    taps.update(number=F("number"))
    Tapper.objects.filter(pulse__in=pulses).update(has_tapped=False)
    return len(pulses)


@transaction.atomic
def forget_ties_of_leavers() -> int:
    """Delete what people said who take part no more; their keys stay their own."""
    here = Enrolment.objects.joined().filter(
        programme=OuterRef("round__programme"), person=OuterRef("person")
    )
    gone = Ties.objects.filter(~Exists(here))
    number = gone.count()
    gone.delete()
    return number


@transaction.atomic
def forget_rounds_of_the_past() -> int:
    """Delete the rounds of programmes whose lists were deleted; figures stay."""
    past = Round.objects.filter(programme__wind_up__cleared_at__isnull=False)
    number = past.count()
    past.delete()
    return number


@transaction.atomic
def forget_pulses_of_the_past() -> int:
    """And who was at which meeting, as far as it was kept for the taps."""
    cleared = "meeting__learning_set__cohort__programme__wind_up__cleared_at__isnull"
    past = Pulse.objects.filter(**{cleared: False})
    number = past.count()
    past.delete()
    return number
