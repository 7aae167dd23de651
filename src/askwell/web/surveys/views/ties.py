"""Whom somebody could turn to: picked by them, and read by them alone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.running.views.making import BOTH, READ
from askwell.web.surveys.forms import TiesForm
from askwell.web.surveys.operations.answering import keep_ties
from askwell.web.surveys.queries.ties import offered, own_picks, own_ties, pickable
from askwell.web.surveys.refusals import NotDoneError
from askwell.web.surveys.views.answering import own_round
from askwell.web.surveys.views.posted import posted


@require_http_methods(BOTH)
@never_cache
@signed_in
def ties(request: PersonRequest, round_id: UUID) -> HttpResponseBase:
    """Search, tick, keep; searching keeps what is ticked, and nothing else."""
    now = timezone.now()
    round_ = own_round(request.user, round_id)
    if not (round_.asks_ties and round_.is_open(at=now)):
        return redirect("surveys:own_ties")
    form = TiesForm(posted(request))
    search = form.cleaned_data["search"] if form.is_valid() else ""
    if request.method == "POST":
        picked = _picked(request)
        if request.POST.get("act") != "search":
            return _kept(request, round_id, picked)
    else:
        picked = own_picks(round_, request.user)
    page = {
        "round": round_,
        "form": form,
        "search": search,
        "picked": picked,
        "offered": offered(round_, request.user, search=search, picked=picked),
    }
    return render(request, "surveys/ties.html", page)


def _picked(request: PersonRequest) -> frozenset[UUID]:
    """What is no id at all is left out."""
    found = set()
    for each in request.POST.getlist("picked"):
        try:
            found.add(UUID(each))
        except ValueError:
            continue
    return frozenset(found)


def _kept(
    request: PersonRequest, round_id: UUID, picked: frozenset[UUID]
) -> HttpResponseBase:
    round_ = own_round(request.user, round_id)
    known = pickable(round_, request.user).filter(pk__in=picked)
    try:
        keep_ties(
            round_,
            known.values_list("pk", flat=True),
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, _("Kept, for your eyes alone."))
    return redirect("surveys:own_ties")


@require_http_methods(READ)
@never_cache
@signed_in
def own(request: PersonRequest) -> HttpResponseBase:
    """Then and now, in words; nobody else is shown it."""
    return render(request, "surveys/own_ties.html", {"courses": own_ties(request.user)})
