"""Pages to change and leave a set."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.forms import SetForm


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def edit(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Change what a set is called, is for, and how it usually meets."""
    learning_set = get_object_or_404(rules.readable_sets(request.user), pk=set_id)
    now = {
        "name": learning_set.name,
        "purpose": learning_set.purpose,
        "meeting_format": learning_set.format,
        "meeting_link": learning_set.meeting_link,
    }
    form = SetForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        operations.change_set(learning_set, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept. It holds from the next meeting on."))
        return redirect(learning_set)
    page = {"form": form, "learning_set": learning_set}
    return render(request, "programmes/edit.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def leaving(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Leave a set, after reading what that means; no reason is asked."""
    learning_set = get_object_or_404(rules.attended_sets(request.user), pk=set_id)
    if request.method == "POST":
        mine = queries.membership_of(request.user, learning_set)
        if mine is not None:
            operations.leave(mine, at=timezone.now())
        messages.success(request, _("You have left the set."))
        return redirect(f"{learning_set.get_absolute_url()}farewell/")
    return render(request, "programmes/leaving.html", {"learning_set": learning_set})
