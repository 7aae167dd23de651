"""A programme’s own training of facilitators, for whoever looks after all of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.contexts import context_named
from askwell.web.cohorts import operations, queries
from askwell.web.cohorts.forms import CohortForm, InvitationForm
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.cohorts.refusals import NotDoneError, Reason
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.parts import Part, own_partners
from askwell.web.running.rules import part_in
from askwell.web.running.views.guarding import MANAGERS, WHOLE, of_programme

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


@require_http_methods(READ)
@of_programme(*MANAGERS)
def programme(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """How many can facilitate for how many sets, and the cohorts.

    One organisation’s manager sees their own people alone.
    """
    if part_in(request.user, programme) is Part.PARTNER:
        return _of_partner(request, programme)
    page = {
        "programme": programme,
        "coverage": queries.coverage_of(programme, at=timezone.now()),
        "cohorts": TrainingCohort.objects.filter(programme=programme),
    }
    return render(request, "cohorts/programme.html", page)


def _of_partner(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    partners = own_partners(request.user, programme)
    page = {
        "programme": programme,
        "coverage": queries.own_coverage_of(programme, partners),
    }
    return render(request, "cohorts/partner.html", page)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def begin(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    days = {"starts_on": timezone.localdate(), "ends_on": programme.ends_on}
    form = CohortForm(request.POST or None, initial=days)
    if request.method == "POST" and form.is_valid():
        cohort = operations.begin(
            programme, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Begun. Now ask people into it."))
        return redirect("cohorts:managed", programme.pk, cohort.pk)
    return _form(request, programme, form)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def edit(
    request: PersonRequest, programme: Programme, cohort_id: UUID
) -> HttpResponseBase:
    cohort = _cohort(programme, cohort_id)
    kept = {name: getattr(cohort, name) for name in CohortForm.base_fields}
    form = CohortForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        operations.change(cohort, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("cohorts:managed", programme.pk, cohort.pk)
    return _form(request, programme, form, cohort)


def _form(
    request: PersonRequest,
    programme: Programme,
    form: CohortForm,
    cohort: TrainingCohort | None = None,
) -> HttpResponseBase:
    page = {"programme": programme, "form": form, "cohort": cohort}
    status = 422 if form.errors else 200
    return render(request, "cohorts/form.html", page, status=status)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def managed(
    request: PersonRequest, programme: Programme, cohort_id: UUID
) -> HttpResponseBase:
    """Who is in it; asks one more person."""
    cohort = _cohort(programme, cohort_id)
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _asked(request, cohort, form):
        messages.success(request, _("Asked. They are in it once they say yes."))
        return redirect("cohorts:managed", programme.pk, cohort.pk)
    page = {
        "programme": programme,
        "cohort": cohort,
        "context": context_named(cohort.context),
        "managed": queries.managed(cohort, at=timezone.now()),
        "over": cohort.is_over(on=timezone.now().date()),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "cohorts/managed.html", page, status=status)


def _asked(
    request: PersonRequest, cohort: TrainingCohort, form: InvitationForm
) -> bool:
    part = Place.Part(form.cleaned_data["part"])
    email, at = form.cleaned_data["email"], timezone.now()
    try:
        operations.invite(cohort, email=email, part=part, by=request.user, at=at)
    except NotDoneError as refused:
        form.add_error("email", refused.in_words())
        return False
    return True


@require_POST
@of_programme(*WHOLE)
def removal(
    request: PersonRequest, programme: Programme, cohort_id: UUID, place_id: UUID
) -> HttpResponseBase:
    """Ask somebody no longer, or take them out."""
    place = _place(_cohort(programme, cohort_id), place_id)
    try:
        operations.take_back(place)
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("Taken out. You can ask them again."))
    return redirect("cohorts:managed", programme.pk, cohort_id)


@require_POST
@of_programme(*WHOLE)
def pairing(
    request: PersonRequest, programme: Programme, cohort_id: UUID, place_id: UUID
) -> HttpResponseBase:
    """Name who could watch a trainee, or nobody."""
    cohort = _cohort(programme, cohort_id)
    trainee, at = _place(cohort, place_id), timezone.now()
    try:
        observer = _observer(cohort, request.POST.get("observer", ""))
        operations.pair(trainee, observer, by=request.user, at=at)
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("Kept. Whether they watch is for them to agree."))
    return redirect("cohorts:managed", programme.pk, cohort.pk)


def _observer(cohort: TrainingCohort, chosen: str) -> Place | None:
    """Nobody, if nobody was chosen; whoever left meanwhile is not nobody."""
    rows = {str(each.pk): each for each in cohort.places.joined()}
    NotDoneError.unless(not chosen or chosen in rows, Reason.CHANGED)
    return rows.get(chosen)


@require_POST
@of_programme(*WHOLE)
def ending(
    request: PersonRequest, programme: Programme, cohort_id: UUID
) -> HttpResponseBase:
    """End it, or take it up again."""
    cohort = _cohort(programme, cohort_id)
    if request.POST.get("again"):
        operations.take_up_again(cohort)
        messages.success(request, _("It goes on."))
    else:
        operations.end(cohort, at=timezone.now())
        messages.success(request, _("Ended. What people learned stays theirs."))
    return redirect("cohorts:managed", programme.pk, cohort.pk)


def _cohort(programme: Programme, cohort_id: UUID) -> TrainingCohort:
    rows = TrainingCohort.objects.filter(programme=programme)
    return get_object_or_404(rows, pk=cohort_id)


def _place(cohort: TrainingCohort, place_id: UUID) -> Place:
    rows = cohort.places.select_related("cohort", "observer")
    return get_object_or_404(rows, pk=place_id)
