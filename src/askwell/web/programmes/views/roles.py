"""Who does what between meetings: facilitating next, hosting, watching by consent."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.forms import DialForm, NextForm, YesForm
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.sentences import QUESTIONS

Dial = LearningSet.Dial
DIALS = {
    Dial.LEADS: gettext_lazy("The facilitator leads every meeting."),
    Dial.CO_LEADS: gettext_lazy(
        "A member leads and the facilitator helps: two of you share the work."
    ),
    Dial.OBSERVES: gettext_lazy(
        "The facilitator is there, keeps quiet, and says afterwards what they noticed."
    ),
    Dial.ON_CALL: gettext_lazy("The facilitator stays away, and comes when you ask."),
    Dial.NONE: gettext_lazy("You need no facilitator any more."),
}


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def roles(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Who facilitates next, how the set is facilitated, who hosts."""
    return _drawn(request, _own_set(request, set_id))


@require_POST
@signed_in
def facilitator(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Say who facilitates the next meeting, or that it goes as usual."""
    learning_set = _own_set(request, set_id)
    form = NextForm(request.POST, learning_set=learning_set)
    if not form.is_valid():
        return _drawn(request, learning_set, status=422)
    named = form.cleaned_data["person"]
    return _done(
        request,
        learning_set,
        lambda: operations.name_next(
            learning_set, named, by=request.user, at=timezone.now()
        ),
    )


@require_POST
@signed_in
def offer(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Offer to facilitate next, or take the offer back."""
    learning_set = _own_set(request, set_id)
    mine = queries.membership_of(request.user, learning_set)
    form = YesForm(request.POST)
    if mine is None or not form.is_valid():
        return _drawn(request, learning_set, status=422)
    return _done(
        request,
        learning_set,
        lambda: operations.offer(
            mine, offers=form.cleaned_data["says"], at=timezone.now()
        ),
    )


@require_POST
@signed_in
def host(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Say who hosts, or that nobody does just now."""
    learning_set = _own_set(request, set_id)
    form = NextForm(request.POST, learning_set=learning_set)
    if not form.is_valid():
        return _drawn(request, learning_set, status=422)
    chosen = form.cleaned_data["person"]
    return _done(
        request,
        learning_set,
        lambda: operations.choose_host(
            learning_set, chosen, by=request.user, at=timezone.now()
        ),
    )


@require_POST
@signed_in
def dial(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Say how much the facilitator still does."""
    learning_set = _own_set(request, set_id)
    form = DialForm(request.POST)
    if not form.is_valid():
        return _drawn(request, learning_set, status=422)
    return _done(
        request,
        learning_set,
        lambda: operations.turn_dial(
            learning_set, form.cleaned_data["dial"], by=request.user, at=timezone.now()
        ),
    )


@require_POST
@signed_in
def outside(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Facilitate from outside from now on: bring no topics, and have no vote."""
    learning_set = _own_set(request, set_id)
    mine = queries.membership_of(request.user, learning_set)
    if mine is None:
        raise Http404
    return _done(
        request,
        learning_set,
        lambda: operations.step_outside(mine, by=request.user, at=timezone.now()),
    )


@require_POST
@signed_in
def consent(
    request: PersonRequest, set_id: UUID, membership_id: UUID
) -> HttpResponseBase:
    """Withdraw one's consent to somebody who is there by it; nobody is told whose."""
    learning_set = _own_set(request, set_id)
    other = _somebody(learning_set, membership_id)
    return _done(
        request,
        learning_set,
        lambda: operations.withdraw_consent(other, by=request.user, at=timezone.now()),
    )


def _own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    found = rules.readable_sets(request.user).select_related("next_facilitator")
    return get_object_or_404(found, pk=set_id)


def _somebody(learning_set: LearningSet, membership_id: UUID) -> SetMembership:
    for one in queries.people_of(learning_set):
        if one.pk == membership_id:
            return one
    raise Http404


def _done(
    request: PersonRequest, learning_set: LearningSet, change: Callable[[], object]
) -> HttpResponseBase:
    """Make the change and go back, or stay and explain why it was not made."""
    try:
        change()
    except NotDoneError as refused:
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, _("Kept."))
    return redirect("programmes:roles", learning_set.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    refused: NotDoneError | None = None,
    status: int = 200,
) -> HttpResponseBase:
    who = queries.roles_of(learning_set)
    mine = who.of(request.user)
    asks = "facilitator" if who.turns else "turns"
    page = {
        "learning_set": learning_set,
        "who": who,
        "mine": mine,
        "is_member": mine is not None and mine.is_member,
        "may_name": rules.can_name_next(request.user, learning_set),
        "candidates": who.rotation + [one for one in who.able if not one.is_member],
        "members": who.rotation,
        "dial": DIALS[Dial(learning_set.dial)],
        "dials": [(each.value, DIALS[each]) for each in who.dials],
        "by_consent": [
            {"membership": one, "dialog": f"consent-{place}"}
            for place, one in enumerate(who.by_consent)
        ],
        "asks": asks,
        "question": QUESTIONS[who.vote.kind if who.vote else asks],
        "refused": refused,
    }
    return render(request, "programmes/roles.html", page, status=status)
