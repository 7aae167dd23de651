"""Which offer a page is about; what is foreign is like what is absent."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from askwell.web.people.signed_in import PersonRequest
from askwell.web.stories import rules
from askwell.web.stories.models import Offer
from askwell.web.stories.refusals import NotToldError

READ: Final = ["GET", "HEAD"]
CHANGE: Final = [*READ, "POST"]


def own(request: PersonRequest, offer_id: UUID) -> Offer:
    return get_object_or_404(rules.own_offers(request.user), pk=offer_id)


def visible(request: PersonRequest, offer_id: UUID) -> Offer:
    """The reader's own, one they have a say in, or one that is told to them."""
    return get_object_or_404(rules.visible_offers(request.user), pk=offer_id)


def given(request: PersonRequest) -> QueryDict | None:
    """What was sent, be it nothing; none while a page is only read."""
    return request.POST if request.method == "POST" else None


def attempt(change: Callable[[], object]) -> str:
    """Why the change was not made, in words; nothing if it was."""
    try:
        change()
    except NotToldError as refused:
        return refused.in_words()
    return ""


def shown(
    request: PersonRequest, template: str, page: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, f"stories/{template}.html", page, status=status)
