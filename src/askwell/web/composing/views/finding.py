"""What every page of composing begins with: whose it is, and refusals said plainly."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from askwell.web.composing import rules
from askwell.web.composing.models import Composition
from askwell.web.composing.refusals import REFUSED
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Cohort

READ = ["GET", "HEAD"]
READ_AND_POST = [*READ, "POST"]
MOST_DIGITS = 9


def cohort_for(request: PersonRequest, programme_id: UUID, cohort_id: UUID) -> Cohort:
    """A cohort of somebody else's programme is not there."""
    cohorts = rules.composable_cohorts(request.user)
    return get_object_or_404(cohorts, pk=cohort_id, programme=programme_id)


def composition_for(request: PersonRequest, composition_id: UUID) -> Composition:
    mine = rules.changeable_compositions(request.user)
    return get_object_or_404(mine, pk=composition_id)


def version_in(request: PersonRequest) -> int:
    """What its maker saw; nothing that is not a number was ever seen."""
    return number_in(request.POST.get("version", ""), otherwise=-1)


def number_in(said: str, *, otherwise: int) -> int:
    """A number as somebody's browser sent it; too long a one is none."""
    is_number = said.isdecimal() and len(said) <= MOST_DIGITS
    return int(said) if is_number else otherwise


def done_or_told(
    request: PersonRequest, act: Callable[[], object], *, where: str, done: str = ""
) -> HttpResponseBase:
    """Do it and go on; what stood in the way is told where one goes on."""
    try:
        act()
    except REFUSED as refused:
        messages.error(request, refused.in_words())
    else:
        if done:
            messages.success(request, done)
    return redirect(where)
