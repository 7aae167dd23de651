"""One change to a programme's list at a time."""

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake.refusals import NotDoneError, Reason
from askwell.web.programmes.models import Programme


def hold(enrolment: Enrolment) -> Enrolment:
    """The enrolment with its programme, locked until the transaction ends."""
    enrolments = Enrolment.objects.select_related("programme").select_for_update(
        of=("self",)
    )
    return enrolments.get(pk=enrolment.pk)


def hold_programme(programme: Programme) -> Programme:
    """The programme, locked; one that has ended is refused."""
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    if held.ended_at:
        raise NotDoneError(Reason.ENDED)
    return held
