"""The pathways of a programme, for whoever looks after the whole of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.pathways import PATHWAYS
from askwell.web.passports.forms import AddedForm, ConfirmForm, NumbersForm
from askwell.web.passports.models import Adopted, Confirmation
from askwell.web.passports.operations import adopting
from askwell.web.passports.queries.pathways import (
    confirmed_in,
    pathways_of,
    people_to_confirm,
)
from askwell.web.passports.refusals import NotDoneError
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.views.guarding import WHOLE, of_programme

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def pathways(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Which there are, and which are switched on."""
    if request.method == "POST":
        return _switched_on(request, programme)
    page = {"programme": programme, "pathways": pathways_of(programme)}
    return render(request, "passports/pathways.html", page)


def _switched_on(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    template = request.POST.get("template", "")
    if template not in {each.name for each in PATHWAYS}:
        raise Http404
    found = adopting.switch_on(programme, template, by=request.user, at=timezone.now())
    messages.success(
        request, _("Switched on. Everybody in the programme sees it in their passport.")
    )
    return redirect("passports:pathway", programme.pk, found.pk)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def pathway(
    request: PersonRequest, programme: Programme, adopted_id: UUID
) -> HttpResponseBase:
    """Its levels and numbers, to be changed."""
    adopted = _adopted(programme, adopted_id)
    found = adopted.pathway
    now = {each.name: f"{each.at_least:g}" for each in found.requirements}
    form = NumbersForm(request.POST or None, pathway=found, initial=now)
    if request.method == "POST" and form.is_valid():
        adopting.renumber(adopted, form.cleaned_data, at=timezone.now())
        messages.success(request, _("Kept."))
        return redirect("passports:pathway", programme.pk, adopted.pk)
    adding = AddedForm(pathway=found)
    return _drawn(request, programme, adopted, form=form, adding=adding)


@require_POST
@of_programme(*WHOLE)
def addition(
    request: PersonRequest, programme: Programme, adopted_id: UUID
) -> HttpResponseBase:
    """Ask for something more, or take it out again."""
    adopted = _adopted(programme, adopted_id)
    if out := request.POST.get("out"):
        adopting.take_out(adopted, out, at=timezone.now())
        return redirect("passports:pathway", programme.pk, adopted.pk)
    form = AddedForm(request.POST, pathway=adopted.pathway)
    if form.is_valid() and _added(adopted, form):
        messages.success(request, _("Added."))
        return redirect("passports:pathway", programme.pk, adopted.pk)
    now = {each.name: f"{each.at_least:g}" for each in adopted.pathway.requirements}
    numbers = NumbersForm(pathway=adopted.pathway, initial=now)
    return _drawn(request, programme, adopted, form=numbers, adding=form)


def _added(adopted: Adopted, form: AddedForm) -> bool:
    try:
        adopting.add(adopted, **form.cleaned_data, at=timezone.now())
    except NotDoneError as refused:
        form.add_error(None, refused.in_words())
        return False
    return True


def _drawn(
    request: PersonRequest,
    programme: Programme,
    adopted: Adopted,
    *,
    form: NumbersForm,
    adding: AddedForm,
) -> HttpResponse:
    found = adopted.pathway
    own = {each.name for each in adopted.own_rules.added}
    levels = [
        {
            "level": level,
            "fields": form.of_level(level),
            "by_hand": [
                {"asked": each, "is_own": each.name in own}
                for each in level.requirements
                if each.by_hand
            ],
        }
        for level in found.levels
    ]
    page = {
        "programme": programme,
        "adopted": adopted,
        "pathway": found,
        "levels": levels,
        "form": form,
        "adding": adding,
        "asks_by_hand": any(each.by_hand for each in found.requirements),
    }
    status = 422 if form.errors or adding.errors else 200
    return render(request, "passports/pathway.html", page, status=status)


@require_POST
@of_programme(*WHOLE)
def switch_off(
    request: PersonRequest, programme: Programme, adopted_id: UUID
) -> HttpResponseBase:
    """Nothing is lost by it."""
    adopting.switch_off(_adopted(programme, adopted_id), at=timezone.now())
    messages.success(
        request, _("Switched off. Switched on again, it is as you leave it now.")
    )
    return redirect("passports:pathways", programme.pk)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def confirming(
    request: PersonRequest, programme: Programme, adopted_id: UUID
) -> HttpResponseBase:
    """What no software can know: somebody says that it was done."""
    adopted = _adopted(programme, adopted_id)
    people = {str(each.pk): each for each in people_to_confirm(programme)}
    choices = [(key, each.name) for key, each in people.items()]
    form = ConfirmForm(request.POST or None, people=choices, pathway=adopted.pathway)
    if request.method == "POST" and form.is_valid():
        person = people[form.cleaned_data["person"]]
        if _confirmed(request, adopted, person, form):
            messages.success(request, _("Confirmed. It stands in their passport."))
            return redirect("passports:confirming", programme.pk, adopted.pk)
    page = {
        "programme": programme,
        "adopted": adopted,
        "pathway": adopted.pathway,
        "form": form,
        "asks_by_hand": any(each.by_hand for each in adopted.pathway.requirements),
        "confirmed": confirmed_in(adopted),
    }
    status = 422 if form.errors else 200
    return render(request, "passports/confirming.html", page, status=status)


def _confirmed(
    request: PersonRequest, adopted: Adopted, person: Person, form: ConfirmForm
) -> bool:
    asked = form.cleaned_data["requirement"]
    try:
        adopting.confirm(adopted, person, asked, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        form.add_error(None, refused.in_words())
        return False
    return True


@require_POST
@of_programme(*WHOLE)
def take_back(
    request: PersonRequest,
    programme: Programme,
    adopted_id: UUID,
    confirmation_id: UUID,
) -> HttpResponseBase:
    """It was confirmed by mistake."""
    adopted = _adopted(programme, adopted_id)
    rows = Confirmation.objects.filter(adopted=adopted)
    found = get_object_or_404(rows, pk=confirmation_id)
    adopting.take_back(found, by=request.user, at=timezone.now())
    messages.success(request, _("Taken back."))
    return redirect("passports:confirming", programme.pk, adopted.pk)


def _adopted(programme: Programme, adopted_id: UUID) -> Adopted:
    on = Adopted.objects.on().filter(programme=programme)
    return get_object_or_404(on, pk=adopted_id)
