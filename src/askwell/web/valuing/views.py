"""What a programme costs, what was spared, and how far people reach."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.insight.valuing import SET_SIZE, Available
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.valuing import operations, screens
from askwell.web.valuing.estimates import Said
from askwell.web.valuing.forms import CapacityForm, CostsForm, SparedForm
from askwell.web.valuing.queries.page import costing_of, currency_of, value_page
from askwell.web.valuing.queries.spared import (
    Thing,
    action_of,
    said_in,
    spared_by,
    topic_of,
)

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]


# --- what a programme costs


@require_http_methods(READ)
@of_programme(*WHOLE)
def value(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What it has cost so far, and what the same people would cost otherwise."""
    page = value_page(programme, at=timezone.now())
    missing = screens.missing_rates(page)
    context = {"programme": programme, "page": page, "missing": missing}
    if page.costing and page.cost:
        currency = page.costing.currency
        context["chart"] = screens.cost_bars(page.cost, currency, missing)
    return render(request, "valuing/value.html", context)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def costs(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Write down what time and other things cost."""
    known = costing_of(programme)
    now = {name: getattr(known, name, None) for name in CostsForm.base_fields}
    form = CostsForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        operations.keep_costs(
            programme, form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Kept."))
        return redirect("valuing:value", programme.pk)
    page = {"programme": programme, "form": form}
    return _drawn(request, "valuing/costs.html", page)


def _drawn(
    request: PersonRequest, page: str, context: dict[str, object]
) -> HttpResponse:
    form = context["form"]
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, page, context, status=status)


# --- what was spared, as its owner estimates it


@require_http_methods(BOTH)
@never_cache
@signed_in
def estimate_of_action(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Of an action of one's own that is settled."""
    return _estimate(request, action_of(request.user, action_id))


@require_http_methods(BOTH)
@never_cache
@signed_in
def estimate_of_topic(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Of a topic of one's own that is closed."""
    return _estimate(request, topic_of(request.user, topic_id))


def _estimate(request: PersonRequest, thing: Thing | None) -> HttpResponseBase:
    if thing is None:
        raise Http404
    if request.method == "POST" and "take_back" in request.POST:
        operations.take_back(thing)
        messages.success(request, _("Taken back. It counts in no figure from now on."))
        return redirect(thing.path)
    known = said_in(spared_by(thing))
    form = SparedForm(request.POST or None, initial=_initial(thing, known))
    may_say = thing.programme is not None
    if request.method == "POST" and may_say and form.is_valid():
        said = Said(**form.cleaned_data)
        operations.estimate(thing, said, by=request.user, at=timezone.now())
        messages.success(request, _("Kept, for you alone."))
        return redirect(thing.path)
    page = {"thing": thing, "form": form, "known": known, "may_say": may_say}
    return _drawn(request, "valuing/estimate.html", page)


def _initial(thing: Thing, known: Said | None) -> dict[str, object]:
    if known:
        return {name: getattr(known, name) for name in SparedForm.base_fields}
    currency = currency_of(thing.programme) if thing.programme else ""
    return {"currency": currency}


# --- how far people reach


@require_http_methods(READ)
@never_cache
@signed_in
def capacity(request: PersonRequest) -> HttpResponseBase:
    """Coaches and facilitators available, and the people they reach; all by address."""
    form = CapacityForm(request.GET or None, initial={"size": SET_SIZE})
    page: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        page["plan"] = _planned(form.cleaned_data)
    return _drawn(request, "valuing/capacity.html", page)


def _planned(said: dict[str, int | None]) -> screens.Plan:
    return screens.planned(
        said["people"],
        Available(
            coaches=said["coaches"] or 0,
            people_per_coach=said["per_coach"] or 0,
            new=said["new"] or 0,
            experienced=said["experienced"] or 0,
            set_size=said["size"] or SET_SIZE,
        ),
    )
