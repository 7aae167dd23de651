"""What a programme's surveys kept of people goes with its lists."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from askwell.web.enrolments.models import Enrolment
from askwell.web.surveys.models import Round, Ties


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
