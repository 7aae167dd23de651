"""The set's say, and the consent of whoever is named. The address tells no answer."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.stories import operations, rules
from askwell.web.stories.models import Offer
from askwell.web.stories.views.finding import attempt, visible


@require_POST
@signed_in
def say(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """One member is fine with it, or would rather not; nobody learns who."""
    found = visible(request, offer_id)
    if not rules.has_a_say(request.user, found):
        raise Http404
    read, by, now = request.POST.get("read", ""), request.user, timezone.now()
    match request.POST.get("says"):
        case "yes":
            refused = attempt(
                lambda: operations.say_fine(found, read=read, by=by, at=now)
            )
            said = _("Thank you. That is all there is to do.")
        case "no":
            refused = attempt(lambda: operations.object_to(found, read=read, by=by))
            said = _(
                "It is not told to others this time. Your no is kept without your "
                "name, so nobody can find it, and it cannot be taken back."
            )
        case _:
            refused, said = _("Say yes or no."), ""
    return _back(request, found, refused=refused, said=said)


@require_POST
@signed_in
def consent(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """Somebody named says that their name may stand, or no longer."""
    found = visible(request, offer_id)
    if not rules.is_named(request.user, found):
        raise Http404
    agrees = request.POST.get("says") == "yes"
    read, by, now = request.POST.get("read", ""), request.user, timezone.now()
    refused = attempt(
        lambda: operations.agree(found, agrees=agrees, read=read, by=by, at=now)
    )
    said = _("Your name may stand.") if agrees else _("Your name does not stand there.")
    return _back(request, found, refused=refused, said=said)


def _back(
    request: PersonRequest, offer: Offer, *, refused: str, said: str
) -> HttpResponseBase:
    """To the page as long as it is theirs to read, else to what is."""
    if refused:
        messages.warning(request, refused)
    else:
        messages.success(request, said)
    still = rules.visible_offers(request.user).filter(pk=offer.pk).exists()
    return redirect(offer) if still else redirect("stories:mine")
