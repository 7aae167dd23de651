"""After adoption: late joiners, those who did not answer, other facilitators."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.composing.models import Composition, Placement
from askwell.web.composing.operations.adopting import found, place
from askwell.web.composing.operations.fitting import must_fit
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes import operations as programmes
from askwell.web.programmes.models import Belonging, Cohort, LearningSet

logger = logging.getLogger(__name__)


def found_adopted_sets(*, at: datetime) -> int:
    """Begin what an adoption of many sets left to be begun; says how many."""
    begun = Composition.objects.filter(
        adopted_at__isnull=False,
        founded_at__isnull=True,
        cohort__programme__ended_at__isnull=True,
    ).select_related("cohort__programme", "adopted_by")
    return sum(_founded(composition, at=at) for composition in begun)


def _founded(composition: Composition, *, at: datetime) -> int:
    """An adoption that does not go on holds up no other."""
    try:
        return found(composition, at=at)
    except Exception:
        # Whatever it is, the next one is somebody else's.
        logger.exception("Sets that were adopted could not be begun.")
        return 0


@transaction.atomic
def place_late(
    cohort: Cohort,
    enrolment_id: UUID,
    set_id: UUID,
    *,
    by: Person,
    at: datetime,
) -> Placement:
    """Somebody more is asked into a set; once it has formed, its members decide."""
    learning_set = LearningSet.objects.get(pk=set_id, cohort=cohort)
    return _place(cohort, enrolment_id, learning_set, Belonging.MEMBER, by=by, at=at)


@transaction.atomic
def replace_facilitator(
    cohort: Cohort,
    enrolment_id: UUID,
    set_id: UUID,
    *,
    by: Person,
    at: datetime,
) -> Placement:
    """Somebody else is asked to facilitate; who is in the set already stays in it.

    Only the set itself, or they themselves, end the time of somebody who said yes.
    """
    learning_set = LearningSet.objects.get(pk=set_id, cohort=cohort)
    earlier = Placement.objects.filter(
        learning_set=learning_set,
        belonging=Belonging.FACILITATOR,
        replaced_at__isnull=True,
    ).select_related("invitation__learning_set__cohort")
    for placement in earlier:
        if placement.invitation:
            programmes.take_back(placement.invitation, by=by, at=at)
    earlier.update(replaced_at=at)
    belonging = Belonging.FACILITATOR
    return _place(cohort, enrolment_id, learning_set, belonging, by=by, at=at)


@transaction.atomic
def ask_again(placement: Placement, *, by: Person, at: datetime) -> Placement:
    """A new invitation for whoever let the last one run out."""
    if placement.invitation:
        programmes.take_back(placement.invitation, by=by, at=at)
    placement.replaced_at = at
    placement.save(update_fields=["replaced_at"])
    return place(
        placement.learning_set,
        placement.enrolment,
        belonging=Belonging(placement.belonging),
        by=by,
        at=at,
    )


def _place(
    cohort: Cohort,
    enrolment_id: UUID,
    learning_set: LearningSet,
    belonging: Belonging,
    *,
    by: Person,
    at: datetime,
) -> Placement:
    joined = Enrolment.objects.joined().filter(programme=cohort.programme_id)
    enrolment = joined.select_related("person").filter(pk=enrolment_id).first()
    if enrolment is None:
        raise NotComposedError(Reason.NOT_JOINED)
    here = Placement.objects.filter(
        enrolment=enrolment, learning_set=learning_set, replaced_at__isnull=True
    )
    for earlier in here.select_related("invitation"):
        if earlier.invitation and earlier.invitation.is_open(at=at):
            raise NotComposedError(Reason.PLACED_ALREADY)
    must_fit(enrolment, learning_set, belonging)
    here.update(replaced_at=at)
    return place(learning_set, enrolment, belonging=belonging, by=by, at=at)
