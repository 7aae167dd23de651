"""The organisations of a programme: who takes part, who looks after whom."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.intake import operations, queries
from askwell.web.intake.forms import (
    CompetitorsForm,
    LevelsForm,
    OfficeForm,
    OrganisationForm,
)
from askwell.web.intake.refusals import NotDoneError
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Competitors, Office, Partner, Programme
from askwell.web.programmes.offices import (
    managed_partners,
    managed_programmes,
    manages,
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def organisations(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Who takes part, and adding one more."""
    programme = get_object_or_404(managed_programmes(request.user), pk=programme_id)
    if request.method != "POST":
        return _drawn(request, programme)
    _must_manage(request, programme)
    form = OrganisationForm(request.POST)
    if not form.is_valid():
        return _drawn(request, programme, adding=form, status=422)
    return _done(
        request,
        programme,
        lambda: operations.add_organisation(programme, **form.cleaned_data),
        _("%(name)s takes part.") % form.cleaned_data,
    )


@require_POST
@signed_in
def taking_out(
    request: PersonRequest, programme_id: UUID, partner_id: UUID
) -> HttpResponseBase:
    """An organisation takes no part after all."""
    programme = _whole(request, programme_id)
    partner = get_object_or_404(Partner, pk=partner_id, programme=programme)
    return _done(
        request,
        programme,
        lambda: operations.take_out(partner),
        _("%(name)s takes no part any more.") % {"name": partner.organisation.name},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def levels(
    request: PersonRequest, programme_id: UUID, partner_id: UUID
) -> HttpResponseBase:
    """How one organisation calls its levels; its own manager says it, too."""
    programme = get_object_or_404(managed_programmes(request.user), pk=programme_id)
    partner = get_object_or_404(
        managed_partners(request.user, programme), pk=partner_id
    )
    form = LevelsForm(_sent(request), partner=partner)
    if request.method == "POST" and form.is_valid():
        return _done(
            request,
            programme,
            lambda: operations.name_levels(partner, names=form.names),
            _("Kept."),
        )
    page = {"programme": programme, "partner": partner, "form": form}
    return render(request, "intake/levels.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def managers(
    request: PersonRequest, programme_id: UUID, partner_id: UUID
) -> HttpResponseBase:
    """Ask somebody to look after the people of one organisation."""
    programme = _whole(request, programme_id)
    partner = get_object_or_404(Partner, pk=partner_id, programme=programme)
    form = OfficeForm(_sent(request))
    if request.method == "POST" and form.is_valid():
        return _done(
            request,
            programme,
            lambda: operations.appoint(
                partner, by=request.user, at=timezone.now(), **form.cleaned_data
            ),
            _("A letter is on its way to %(email)s.") % form.cleaned_data,
        )
    page = {"programme": programme, "partner": partner, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "intake/managers.html", page, status=status)


@require_POST
@signed_in
def dismissal(
    request: PersonRequest, programme_id: UUID, office_id: UUID
) -> HttpResponseBase:
    """Somebody looks after these people no more."""
    programme = _whole(request, programme_id)
    office = get_object_or_404(
        Office.objects.open(), pk=office_id, programme=programme, partner__isnull=False
    )
    return _done(
        request,
        programme,
        lambda: operations.dismiss(office, at=timezone.now()),
        _("They see nothing of it any more."),
    )


@require_POST
@signed_in
def competitors(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Two organisations that never meet in one set."""
    programme = _whole(request, programme_id)
    form = CompetitorsForm(request.POST, partners=programme.partners.all())
    if not form.is_valid():
        return _drawn(request, programme, pairing=form, status=422)
    chosen = form.cleaned_data
    return _done(
        request,
        programme,
        lambda: operations.keep_apart(chosen["one"], chosen["other"]),
        _("Their people will not sit in one set."),
    )


@require_POST
@signed_in
def meeting_after_all(
    request: PersonRequest, programme_id: UUID, pair_id: int
) -> HttpResponseBase:
    """Two organisations that may meet after all."""
    programme = _whole(request, programme_id)
    pair = get_object_or_404(Competitors, pk=pair_id, programme=programme)
    return _done(
        request,
        programme,
        lambda: operations.let_meet(pair),
        _("Their people may sit in one set."),
    )


def _sent(request: PersonRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _whole(request: PersonRequest, programme_id: UUID) -> Programme:
    programme = get_object_or_404(managed_programmes(request.user), pk=programme_id)
    _must_manage(request, programme)
    return programme


def _must_manage(request: PersonRequest, programme: Programme) -> None:
    if not manages(request.user, programme):
        raise Http404


def _done(
    request: PersonRequest,
    programme: Programme,
    change: Callable[[], object],
    words: str,
) -> HttpResponseBase:
    try:
        change()
    except NotDoneError as refused:
        return _drawn(request, programme, refused=refused, status=409)
    messages.success(request, words)
    return redirect("intake:organisations", programme.pk)


def _drawn(
    request: PersonRequest,
    programme: Programme,
    *,
    adding: forms.Form | None = None,
    pairing: forms.Form | None = None,
    refused: NotDoneError | None = None,
    status: int = 200,
) -> HttpResponseBase:
    found = queries.houses(programme, request.user)
    partners = programme.partners.select_related("organisation")
    page: dict[str, Any] = {
        "programme": programme,
        "houses": found,
        "adding": adding or OrganisationForm(),
        "pairing": pairing or CompetitorsForm(partners=partners),
        "refused": refused.in_words() if refused else "",
    }
    return render(request, "intake/organisations.html", page, status=status)
