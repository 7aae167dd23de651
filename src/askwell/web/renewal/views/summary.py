"""The set's own summary: written together, taken along by whoever wants it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.renewal import operations, queries
from askwell.web.renewal.forms import SummaryForm
from askwell.web.renewal.views.finding import attempt, own_readable_set


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def summary(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Read the summary as it stands, and write it on."""
    learning_set = own_readable_set(request, set_id)
    newest = queries.newest_summary(learning_set)
    read = newest.version if newest else 0
    initial = {"words": newest.words if newest else "", "read": read}
    form = SummaryForm(request.POST or None, initial=initial)
    page: dict[str, Any] = {
        "learning_set": learning_set,
        "newest": newest,
        "form": form,
    }
    if request.method != "POST" or not form.is_valid():
        return render(request, "renewal/summary.html", page)
    given, now = form.cleaned_data, timezone.now()
    refused = attempt(
        lambda: operations.write_summary(learning_set, **given, by=request.user, at=now)
    )
    if refused:
        # Their words stay in the form; sent again, they answer the newest version.
        form = SummaryForm({"words": given["words"], "read": read})
        page |= {"form": form, "refused": refused}
        return render(request, "renewal/summary.html", page, status=409)
    messages.success(request, _("Kept. Everyone in the set can read it and write on."))
    return redirect("renewal:ending", learning_set.pk)


@require_POST
@never_cache
@signed_in
def copy(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """The summary as a text file; the set's ledger says who took one."""
    learning_set = own_readable_set(request, set_id)
    words = operations.copy_summary(learning_set, by=request.user, at=timezone.now())
    if not words:
        raise Http404
    answer = HttpResponse(words, content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="summary.txt"'
    return answer
