"""What a person sees and changes about themselves."""

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.web.people import operations
from askwell.web.people.forms import DetailsForm
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def settings(request: PersonRequest) -> HttpResponseBase:
    """Name and time zone here; address, password and codes on allauth's pages."""
    person = request.user
    form = DetailsForm(
        request.POST or None,
        initial={"name": person.name, "time_zone": person.time_zone},
    )
    if request.method == "POST" and form.is_valid():
        operations.change_details(person, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("people:settings")
    return render(request, "people/settings.html", {"form": form})
