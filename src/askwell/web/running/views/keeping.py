"""What belongs to a programme: cohorts, other initiatives, offices, its agreement."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes import template
from askwell.web.programmes.models import Cohort, Initiative, Office, Programme
from askwell.web.programmes.points import points_of
from askwell.web.running.cycle import first_start
from askwell.web.running.forms import (
    CohortForm,
    InitiativeForm,
    OfficeForm,
    TemplateForm,
)
from askwell.web.running.operations import appointing, making
from askwell.web.running.queries.programmes import offices_in
from askwell.web.running.refusals import NotDoneError
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.running.views.making import BOTH


def _tried(form: Form, act: Callable[[], object]) -> bool:
    """Whether it was done; if not, the form says why."""
    if not form.is_valid():
        return False
    try:
        act()
    except NotDoneError as refused:
        form.add_error(None, refused.in_words())
        return False
    return True


def _drawn(
    request: PersonRequest, page: str, form: Form, **more: object
) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, page, {"form": form, **more}, status=status)


# --- cohorts


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def cohorts(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """All cohorts, and one more."""
    soonest = max(programme.starts_on, first_start(timezone.localdate()))
    form = CohortForm(request.POST or None, initial={"starts_on": soonest})
    if request.method == "POST" and _tried(
        form,
        lambda: making.add_cohort(programme, **form.cleaned_data, by=request.user),
    ):
        messages.success(request, _("The cohort is there."))
        return redirect("running:cohorts", programme.pk)
    page = {"programme": programme, "cohorts": programme.cohorts.all()}
    return _drawn(request, "running/cohorts.html", form, **page)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def cohort(
    request: PersonRequest, programme: Programme, cohort_id: UUID
) -> HttpResponseBase:
    """One cohort: another name or another week."""
    found = get_object_or_404(Cohort, pk=cohort_id, programme=programme)
    now = {"name": found.name, "starts_on": found.starts_on}
    form = CohortForm(request.POST or None, initial=now)
    if request.method == "POST" and _tried(
        form, lambda: making.change_cohort(found, **form.cleaned_data, by=request.user)
    ):
        messages.success(request, _("Kept."))
        return redirect("running:cohorts", programme.pk)
    page = {"programme": programme, "cohort": found}
    return _drawn(request, "running/cohort.html", form, **page)


@require_POST
@of_programme(*WHOLE)
def cohort_removal(
    request: PersonRequest, programme: Programme, cohort_id: UUID
) -> HttpResponseBase:
    found = get_object_or_404(Cohort, pk=cohort_id, programme=programme)
    try:
        making.remove_cohort(found, by=request.user)
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, _("The cohort is gone. Nobody was in it."))
    return redirect("running:cohorts", programme.pk)


# --- other initiatives


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def initiatives(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What else there is beside the programme."""
    form = InitiativeForm(request.POST or None)
    if request.method == "POST" and _tried(
        form,
        lambda: making.add_initiative(programme, **form.cleaned_data, by=request.user),
    ):
        messages.success(request, _("Linked."))
        return redirect("running:initiatives", programme.pk)
    page = {"programme": programme, "initiatives": programme.initiatives.all()}
    return _drawn(request, "running/initiatives.html", form, **page)


@require_POST
@of_programme(*WHOLE)
def initiative_removal(
    request: PersonRequest, programme: Programme, initiative_id: int
) -> HttpResponseBase:
    found = get_object_or_404(Initiative, pk=initiative_id, programme=programme)
    making.remove_initiative(found, by=request.user)
    messages.success(request, _("No longer linked."))
    return redirect("running:initiatives", programme.pk)


# --- offices


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def offices(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Who looks after the programme, and who sponsors it."""
    form = OfficeForm(request.POST or None)
    if request.method == "POST" and _tried(
        form, lambda: _appoint(request, programme, form)
    ):
        who = {"name": form.cleaned_data["name"]}
        messages.success(request, _("%(name)s is told by mail.") % who)
        return redirect("running:offices", programme.pk)
    page = {"programme": programme, "offices": offices_in(programme)}
    return _drawn(request, "running/offices.html", form, **page)


def _appoint(request: PersonRequest, programme: Programme, form: OfficeForm) -> None:
    appointing.appoint(
        programme,
        Office.Kind(form.cleaned_data["kind"]),
        email=form.cleaned_data["email"],
        name=form.cleaned_data["name"],
        by=request.user,
        at=timezone.now(),
    )


@require_POST
@of_programme(*WHOLE)
def office_withdrawal(
    request: PersonRequest, programme: Programme, office_id: UUID
) -> HttpResponseBase:
    """Of the whole programme; offices of one organisation are seen to with it."""
    whole = Office.objects.open().filter(programme=programme, partner__isnull=True)
    found = get_object_or_404(whole, pk=office_id)
    try:
        appointing.withdraw(found, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
        return redirect("running:offices", programme.pk)
    messages.success(request, _("The office has ended."))
    if found.person_id == request.user.pk:
        return redirect("running:programmes")
    return redirect("running:offices", programme.pk)


# --- what its sets begin with


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def contract(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """The template of its sets' agreements, with what they will read."""
    words = programme.contract_words or "\n\n".join(template.usual_points(programme))
    now = {"attendance": programme.attendance, "words": words}
    form = TemplateForm(request.POST or None, initial=now)
    looks = request.POST.get("go") == "look"
    if request.method == "POST" and form.is_valid() and not looks:
        making.word_contract(programme, **_worded(programme, form), by=request.user)
        messages.success(request, _("Sets that are made from now on begin with this."))
        return redirect(programme)
    if form.is_bound and form.is_valid():
        programme.contract_words = form.cleaned_data["words"]
        programme.attendance = form.cleaned_data["attendance"]
    page = {
        "programme": programme,
        "points": points_of(template.programme_words(programme)),
        "binding": len(template.binding_points(programme)),
        "is_across": template.is_across(programme),
        "looks": looks,
    }
    return _drawn(request, "running/contract.html", form, **page)


def _worded(programme: Programme, form: TemplateForm) -> dict[str, str]:
    """The usual words are not kept: they follow the programme's pace and language."""
    words = form.cleaned_data["words"]
    usual = template.usual_points(programme)
    is_usual = points_of(words) == usual
    return {
        "words": "" if is_usual else words,
        "attendance": form.cleaned_data["attendance"],
    }
