"""One change to an offer at a time: under the lock of its set, also of an ended one."""

from askwell.web.programmes.operations.holding import hold_even_ended
from askwell.web.stories.models import Offer
from askwell.web.stories.refusals import NotToldError, Reason


def held(offer: Offer) -> Offer:
    """As it is now; one that was deleted is refused."""
    hold_even_ended(offer.learning_set)
    now = Offer.objects.there().select_related("owner", "learning_set", "programme")
    found = now.filter(pk=offer.pk).first()
    if found is None:
        raise NotToldError(Reason.OVER)
    return found
