"""Instruments of others: the empty slots, and what a programme has leave for."""

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.insight.instruments import INSTRUMENTS, SLOTS, Slot, slot_named
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme
from askwell.web.running.views.guarding import WHOLE, of_programme
from askwell.web.running.views.making import BOTH, READ
from askwell.web.surveys.forms import ConfirmForm, ItemsForm
from askwell.web.surveys.models import Licence
from askwell.web.surveys.operations import licences as operations
from askwell.web.surveys.queries.rounds import licences_of
from askwell.web.surveys.refusals import NotDoneError
from askwell.web.surveys.views.posted import posted


@require_http_methods(READ)
@of_programme(*WHOLE)
def instruments(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """Our own items to read, and the slots of others."""
    licences = licences_of(programme)
    page = {
        "programme": programme,
        "own": INSTRUMENTS,
        "slots": [(slot, licences.get(slot.key)) for slot in SLOTS],
    }
    return render(request, "surveys/instruments.html", page)


@require_http_methods(BOTH)
@of_programme(*WHOLE)
def instrument(
    request: PersonRequest, programme: Programme, slot: str
) -> HttpResponseBase:
    """Confirm the licence; then, and only then, fill the items in."""
    place = _slot(slot)
    licence = licences_of(programme).get(slot)
    form = _form(request, place, licence)
    refused, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            refused = _done(request, programme, slot, form)
            if not refused:
                return redirect("surveys:instrument", programme.pk, slot)
    page = {
        "programme": programme,
        "slot": place,
        "licence": licence,
        "form": form,
        "refused": refused.in_words() if refused else "",
    }
    return render(request, "surveys/instrument.html", page, status=status)


def _slot(key: str) -> Slot:
    try:
        return slot_named(key)
    except KeyError:
        raise Http404 from None


def _form(
    request: PersonRequest, slot: Slot, licence: Licence | None
) -> ConfirmForm | ItemsForm:
    if licence is None:
        return ConfirmForm(posted(request))
    kept: dict[str, object] = {}
    for number, (words, turned) in enumerate(licence.items, start=1):
        kept |= {f"words_{number}": words, f"turned_{number}": turned}
    return ItemsForm(posted(request), slot=slot, initial=kept)


def _done(
    request: PersonRequest,
    programme: Programme,
    slot: str,
    form: ConfirmForm | ItemsForm,
) -> NotDoneError | None:
    now = timezone.now()
    try:
        if isinstance(form, ConfirmForm):
            reference = form.cleaned_data["reference"]
            operations.confirm(
                programme, slot, reference=reference, by=request.user, at=now
            )
        else:
            operations.fill(programme, slot, form.items, at=now)
            messages.success(request, _("Kept. It can be asked with from now on."))
    except NotDoneError as refused:
        return refused
    return None


@require_POST
@of_programme(*WHOLE)
def licence(
    request: PersonRequest, programme: Programme, slot: str
) -> HttpResponseBase:
    """Hide it, show it again, or withdraw it."""
    _slot(slot)
    now = timezone.now()
    try:
        match request.POST.get("act"):
            case "hide":
                operations.hide(programme, slot, at=now)
                messages.success(request, _("Hidden. It is not offered any more."))
            case "show":
                operations.show(programme, slot)
                messages.success(request, _("It can be asked with again."))
            case "withdraw":
                operations.withdraw(programme, slot, at=now)
                messages.success(
                    request, _("The licence is withdrawn, and its items are deleted.")
                )
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
    return redirect("surveys:instrument", programme.pk, slot)
