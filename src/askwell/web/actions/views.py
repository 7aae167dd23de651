"""A person's own actions, for their own eyes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.actions import operations, queries
from askwell.web.actions.forms import ActionForm
from askwell.web.actions.models import Action, Status
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import rules

MOST_SETTLED = 30


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def actions(request: PersonRequest) -> HttpResponseBase:
    """My open actions, then what came of the earlier ones."""
    page = {
        "open": list(queries.open_actions(request.user)),
        "settled": list(queries.settled_actions(request.user)[:MOST_SETTLED]),
        "readable": set(rules.readable_sets(request.user).values_list("pk", flat=True)),
        "today": timezone.localdate(),
        "Status": Status,
    }
    return render(request, "actions/actions.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def action(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Word one's own action anew."""
    mine = _own_open(request, action_id)
    now = {"words": mine.words, "due_on": mine.due_on, "how_known": mine.how_known}
    form = ActionForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        operations.change(mine, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect("actions:actions")
    return render(request, "actions/action.html", {"form": form, "action": mine})


@require_POST
@signed_in
def dropping(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Let an action go, or take it up again."""
    mine = _own_open(request, action_id)
    if request.POST.get("drop") == "yes":
        operations.drop(mine, by=request.user)
        messages.success(
            request, _("Dropped. You can say a word about it at the next report-back.")
        )
    else:
        operations.take_up_again(mine, by=request.user)
        messages.success(request, _("It is open again."))
    return redirect("actions:actions")


def _own_open(request: PersonRequest, action_id: UUID) -> Action:
    mine = queries.own_action(request.user, action_id)
    if mine is None or mine.settled_at:
        raise Http404
    return mine
