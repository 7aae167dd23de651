"""What people said before the sets were made is deleted once it has served.

The rows go; the keys stay. An intake is sealed with its owner's own key, and so are
their topics in every other place: destroying that key would destroy those as well.
"""

from django.db import transaction
from django.db.models import QuerySet

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake.models import Intake
from askwell.web.programmes.models import Programme


@transaction.atomic
def forget(programme: Programme) -> int:
    """Delete every intake of a programme, for when it is wound up; says how many."""
    return _delete(Intake.objects.filter(enrolment__programme=programme))


@transaction.atomic
def forget_those_who_went() -> int:
    """Delete what people said who were taken off a list; who leaves does so at once."""
    return _delete(Intake.objects.filter(enrolment__status__in=Enrolment.GONE))


def _delete(intakes: QuerySet[Intake]) -> int:
    number = intakes.count()
    intakes.delete()
    return number
