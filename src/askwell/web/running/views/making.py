"""The two steps to a new programme; later the same pages change it."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme
from askwell.web.running.cycle import Cycle, cycle
from askwell.web.running.forms import (
    DatesForm,
    NewProgrammeForm,
    PurposeForm,
    as_arranged,
)
from askwell.web.running.operations import making
from askwell.web.running.queries.programmes import programmes_of
from askwell.web.running.refusals import NotDoneError
from askwell.web.running.rules import own_organisations
from askwell.web.running.views.guarding import WHOLE, of_programme

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


@require_http_methods(READ)
@never_cache
@signed_in
def programmes(request: PersonRequest) -> HttpResponseBase:
    """Those somebody holds an office in."""
    page = {"programmes": programmes_of(request.user)}
    return render(request, "running/list.html", page)


@require_http_methods(BOTH)
@never_cache
@signed_in
def begin(request: PersonRequest) -> HttpResponseBase:
    """The first step: from now on the programme is there."""
    form = NewProgrammeForm(
        request.POST or None,
        organisations=list(own_organisations(request.user)),
        initial={"programme_id": uuid4()},
    )
    status = 200
    if request.method == "POST":
        if form.is_valid() and (begun := _begun(request, form)):
            return redirect("running:dates", begun.pk)
        status = 422
    return render(request, "running/purpose.html", {"form": form}, status=status)


def _begun(request: PersonRequest, form: NewProgrammeForm) -> Programme | None:
    said = form.cleaned_data
    try:
        return making.begin(
            programme_id=said["programme_id"],
            name=said["name"],
            meant_for=said["meant_for"],
            aim=said["aim"],
            home=form.home,
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as refused:
        form.add_error("new_home" if form.home.new else None, refused.in_words())
        return None


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def edit(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What it is for and what it is called, once more."""
    now = {name: getattr(programme, name) for name in PurposeForm.base_fields}
    form = PurposeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        making.describe(programme, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect(programme)
    page = {"form": form, "programme": programme}
    status = 422 if form.errors else 200
    return render(request, "running/purpose.html", page, status=status)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def dates(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """How and when: every answer is there already, and each may be changed."""
    form = DatesForm(request.POST or None, initial=as_arranged(programme))
    looks = request.POST.get("go") == "look"
    if request.method == "POST" and form.is_valid() and not looks:
        making.arrange(programme, form.cleaned_data, by=request.user)
        messages.success(request, _("The dates are kept."))
        return redirect(programme)
    page = {
        "form": form,
        "programme": programme,
        "cycles": _cycles(programme, form),
        "is_new": not programme.enrolments.exists(),
    }
    status = 422 if form.errors and not looks else 200
    return render(request, "running/dates.html", page, status=status)


def _cycles(programme: Programme, form: DatesForm) -> list[tuple[Any, Cycle]]:
    """What is typed comes to this, cohort by cohort; nothing while it makes no sense.

    A first cohort that begins with the programme moves along with it.
    """
    said = form.cleaned_data if form.is_bound and form.is_valid() else None
    if form.is_bound and said is None:
        return []
    how = said or as_arranged(programme)
    return [
        (
            cohort,
            cycle(
                how["starts_on"]
                if cohort.starts_on == programme.starts_on
                else cohort.starts_on,
                how["ends_on"],
                meetings=how["meetings"],
                every_weeks=how["every_weeks"],
            ),
        )
        for cohort in programme.cohorts.all()
    ]
