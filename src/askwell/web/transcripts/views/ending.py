"""Taking a yes back, and deleting a transcript with its report: for good."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.transcripts import operations, rules
from askwell.web.transcripts.forms import SureForm
from askwell.web.transcripts.views.finding import CHANGE, attempt, given, shown, visible


@require_http_methods(CHANGE)
@never_cache
@signed_in
def deletion(request: PersonRequest, transcript_id: UUID) -> HttpResponseBase:
    """Says what goes and what stays, and then does it."""
    found = visible(request, transcript_id)
    if found.outcome:
        return redirect("transcripts:transcript", found.pk)
    if not rules.can_end(request.user, found):
        raise Http404
    form, refused = SureForm(given(request)), ""
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        refused = attempt(lambda: operations.end(found, by=request.user, at=now))
        if not refused:
            messages.success(request, _("It is deleted, and its key destroyed."))
            return redirect("transcripts:transcript", found.pk)
    page = {
        "transcript": found,
        "learning_set": found.learning_set,
        "form": form,
        "refused": refused,
        "has_upload": hasattr(found, "upload"),
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return shown(request, "deletion", page, status=status)
