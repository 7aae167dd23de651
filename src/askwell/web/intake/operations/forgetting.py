"""What people said before the sets were made is deleted once it has served."""

from django.db import transaction

from askwell.web.intake.models import Intake
from askwell.web.programmes.models import Programme


@transaction.atomic
def forget(programme: Programme) -> int:
    """Delete every intake of a programme, for when it is wound up; says how many.

    The rows go; the keys stay. An intake is sealed with its owner's own key, and so
    are their topics in every other place: destroying that key would destroy those.
    """
    intakes = Intake.objects.filter(enrolment__programme=programme)
    number = intakes.count()
    intakes.delete()
    return number
