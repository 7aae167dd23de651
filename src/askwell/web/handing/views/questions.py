"""Two questions to the members, answered alone and without names."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.handing.forms import QuestionsForm
from askwell.web.handing.operations.asking import answer, ask
from askwell.web.handing.queries.asking import is_waited_for, open_asking
from askwell.web.handing.views.finding import BOTH, own_set
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import is_member
from askwell.web.ui.refusing import RefusedError


@require_http_methods(BOTH)
@never_cache
@signed_in
def questions(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask, answer, or read how far it is."""
    found = own_set(request.user, set_id)
    form = QuestionsForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _drawn(request, found, form)
    if not form.is_valid():
        return _drawn(request, found, form, status=422)
    try:
        answer(
            found,
            safe=form.cleaned_data["safe"],
            brought_back=form.cleaned_data["brought_back"],
            by=request.user,
            at=timezone.now(),
        )
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("Your answers are counted, without your name."))
    return redirect("handing:set", found.pk)


@require_POST
@signed_in
def asking(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask everybody now."""
    found = own_set(request.user, set_id)
    try:
        ask(found, by=request.user, at=timezone.now())
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    return redirect("handing:questions", found.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    form: QuestionsForm,
    *,
    status: int = 200,
) -> HttpResponseBase:
    asking = open_asking(learning_set)
    page = {
        "learning_set": learning_set,
        "asking": asking,
        "form": form,
        "waits": asking is not None and is_waited_for(asking, request.user),
        "is_member": is_member(request.user, learning_set),
    }
    return render(request, "handing/questions.html", page, status=status)
