"""The log of a programme's changes: reading it, adding to it, mending it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.changes import rules
from askwell.web.changes.forms import ArrangementForm, ChangeForm, FindForm
from askwell.web.changes.models import ChangeEvent
from askwell.web.changes.operations import logging
from askwell.web.changes.queries.log import arrangement_of, log_of
from askwell.web.changes.refusals import NotDoneError
from askwell.web.changes.views.finding import BOTH, READ, event_in, of_log
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import manages

ON_A_PAGE = 30


@require_http_methods(READ)
@of_log
def log(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What changed, the latest first; nothing of what anybody learned of it."""
    form = FindForm(request.GET)
    form.is_valid()
    words = form.cleaned_data.get("q", "")
    pages = Paginator(log_of(programme, words=words), ON_A_PAGE)
    page = {
        "programme": programme,
        "form": form,
        "words": words,
        "pages": pages.get_page(request.GET.get("page")),
        "may_add": rules.can_add(request.user, programme),
        "may_arrange": rules.can_arrange(request.user, programme),
        "takes_part": rules.takes_part(request.user, programme),
        "removed": _removed(request, programme),
    }
    return render(request, "changes/log.html", page)


def _removed(request: PersonRequest, programme: Programme) -> ChangeEvent | None:
    """What the reader has just taken out, so that they can bring it back."""
    try:
        gone = UUID(request.GET.get("removed", ""))
    except ValueError:
        return None
    found = ChangeEvent.objects.filter(programme=programme, removed_at__isnull=False)
    event = found.select_related("programme").filter(pk=gone).first()
    return event if event and rules.can_change(request.user, event) else None


@require_http_methods(BOTH)
@of_log
def add(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """One more line."""
    if not rules.can_add(request.user, programme):
        raise Http404
    today = {"noticed_on": timezone.localdate()}
    form = ChangeForm(request.POST or None, initial=today)
    if (
        request.method == "POST"
        and form.is_valid()
        and _added(request, programme, form)
    ):
        messages.success(request, _("It is in the log."))
        return redirect("changes:log", programme.pk)
    return _typed(request, "changes/add.html", programme, form)


def _added(request: PersonRequest, programme: Programme, form: ChangeForm) -> bool:
    try:
        logging.add(programme, **form.cleaned_data, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        form.add_error(None, refused.in_words())
        return False
    return True


def _typed(
    request: PersonRequest,
    template: str,
    programme: Programme,
    form: ChangeForm | ArrangementForm,
    **more: Any,
) -> HttpResponse:
    page = {"programme": programme, "form": form, **more}
    return render(request, template, page, status=422 if form.errors else 200)


@require_http_methods(BOTH)
@of_log
def wording(
    request: PersonRequest, programme: Programme, change_id: UUID
) -> HttpResponseBase:
    """Word a line anew, or take it out."""
    event = _own(request, programme, change_id)
    now = {name: getattr(event, name) for name in ChangeForm.base_fields}
    form = ChangeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        logging.change(event, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect("changes:log", programme.pk)
    return _typed(request, "changes/wording.html", programme, form, event=event)


def _own(request: PersonRequest, programme: Programme, change_id: UUID) -> ChangeEvent:
    event = event_in(programme, change_id)
    if not rules.can_change(request.user, event):
        raise Http404
    return event


@require_POST
@of_log
def removal(
    request: PersonRequest, programme: Programme, change_id: UUID
) -> HttpResponseBase:
    event = _own(request, programme, change_id)
    logging.remove(event, by=request.user, at=timezone.now())
    address = redirect("changes:log", programme.pk)
    address["Location"] += f"?removed={event.pk}"
    return address


@require_POST
@of_log
def return_(
    request: PersonRequest, programme: Programme, change_id: UUID
) -> HttpResponseBase:
    """Bring back what was taken out."""
    gone = ChangeEvent.objects.filter(programme=programme).select_related("programme")
    event = get_object_or_404(gone, pk=change_id)
    if not rules.can_change(request.user, event):
        raise Http404
    logging.bring_back(event, by=request.user)
    messages.success(request, _("It is back in the log."))
    return redirect("changes:log", programme.pk)


@require_http_methods(BOTH)
@of_log
def settings(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Who may add, and how many people there are to reach."""
    if not manages(request.user, programme):
        raise Http404
    now = arrangement_of(programme)
    form = ArrangementForm(request.POST or None, instance=now)
    if request.method == "POST" and form.is_valid():
        logging.arrange(programme, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect("changes:log", programme.pk)
    return _typed(request, "changes/settings.html", programme, form)
