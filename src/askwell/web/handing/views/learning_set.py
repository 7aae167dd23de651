"""How far the set is on the way to facilitating itself, and what comes next."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.handing import screens
from askwell.web.handing.operations.slipping import go_on_as_before
from askwell.web.handing.queries.exchanging import asked_of, named_ahead, to_ask
from askwell.web.handing.queries.rota import rota
from askwell.web.handing.queries.standing import standing
from askwell.web.handing.views.finding import READ, own_set
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import is_member
from askwell.web.ui.refusing import RefusedError


@require_http_methods(READ)
@never_cache
@signed_in
def learning_set(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """The step, the one next thing, the rota; for members the ten parts as well."""
    found = own_set(request.user, set_id)
    now = timezone.now()
    stands = standing(found)
    member = is_member(request.user, found)
    own, others = to_ask(named_ahead(found, at=now), request.user)
    page = {
        "learning_set": found,
        "stands": stands,
        "steps": screens.steps_of(stands.step),
        "step": screens.step_in_words(stands.step),
        "next": screens.next_thing(
            found, stands, reader=request.user, is_member=member
        ),
        "parts": screens.cards(stands.index) if member else [],
        "rota": rota(found, at=now),
        "own_turns": own,
        "other_turns": others,
        "swaps": asked_of(request.user, found),
        "slipped": stands.look is not None,
        "slipped_parts": screens.slipped_titles(stands) if member else [],
        "is_member": member,
    }
    return render(request, "handing/set.html", page)


@require_POST
@signed_in
def going_on(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Put back what went a step back by itself."""
    found = own_set(request.user, set_id)
    try:
        go_on_as_before(found, by=request.user, at=timezone.now())
    except RefusedError as refused:
        messages.error(request, refused.in_words())
    else:
        messages.success(request, _("You go on as before."))
    return redirect("handing:set", found.pk)
