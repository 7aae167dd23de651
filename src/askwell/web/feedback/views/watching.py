"""Asking somebody to watch, as the set reads it; and the observer's yes or no."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.feedback import rules
from askwell.web.feedback.forms import WhomForm
from askwell.web.feedback.models import Watch
from askwell.web.feedback.operations.watching import agree, ask_to_observe, decline, end
from askwell.web.feedback.queries.observing import shared_with, watches_in
from askwell.web.feedback.refusals import NotDoneError, Reason
from askwell.web.feedback.views.finding import BOTH
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.refusals import NotDoneError as NotInTheSetError
from askwell.web.programmes.rules import readable_sets


@require_http_methods(BOTH)
@never_cache
@signed_in
def watching(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Who would come, for what, and what is written; one may ask for oneself."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    form = WhomForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _asked(request, found, form):
        messages.success(request, _("They are asked. Once they agree, so is your set."))
        return redirect("feedback:watching", found.pk)
    page = {
        "learning_set": found,
        "form": form,
        "watches": watches_in(found),
        "may_ask": rules.can_be_watched(request.user, found) and not found.ended_at,
    }
    status = 422 if form.errors else 200
    return render(request, "feedback/watching.html", page, status=status)


def _asked(request: PersonRequest, learning_set: LearningSet, form: WhomForm) -> bool:
    try:
        observer = shared_with(request.user, form.cleaned_data["email"])
        if observer is None:
            raise NotDoneError(Reason.NOT_FOUND)
        ask_to_observe(learning_set, observer, by=request.user, at=timezone.now())
    except (NotDoneError, NotInTheSetError) as refused:
        form.add_error("email", refused.in_words())
        return False
    return True


@require_POST
@signed_in
def asked(request: PersonRequest, watch_id: UUID) -> HttpResponseBase:
    """The observer says yes or no; either of the two ends it."""
    rows = Watch.objects.select_related("learning_set", "person", "observer")
    mine = rows.filter(observer=request.user) | rows.filter(person=request.user)
    watch = get_object_or_404(mine, pk=watch_id)
    acts = {"agree": agree, "decline": decline, "end": end}
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        act(watch, by=request.user, at=timezone.now())
    except (NotDoneError, NotInTheSetError) as refused:
        messages.warning(request, refused.in_words())
    else:
        if act is agree:
            messages.success(
                request, _("Agreed. Now every member of the set is asked to consent.")
            )
    if watch.person_id == request.user.pk:
        return redirect("feedback:watching", watch.learning_set_id)
    return redirect("feedback:observations")
