"""Whose turn it is to present: offered, taken, passed on, swapped."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.planning import operations, queries, rules
from askwell.web.planning.models import Booking, Swap
from askwell.web.planning.practice import QUORUM
from askwell.web.planning.refusals import REFUSED
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets

READ = ["GET", "HEAD"]


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def turns(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Who presents when; a post shares out what is free."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    now = timezone.now()
    if request.method == "POST":
        return _done(
            request,
            found,
            lambda: operations.offer_turns(found, at=now),
            _("The turns are shared out. Whoever has one is asked."),
        )
    coming = [
        each
        for each in queries.upcoming(found, at=now)
        if not each.meeting.cancelled_at
    ]
    swaps = queries.open_swaps(request.user, found)
    page = {
        "learning_set": found,
        "meetings": coming,
        "are_few": any(len(each.members) < QUORUM for each in coming[:1]),
        "free": sum(max(0, each.slots - len(each.bookings)) for each in coming),
        "asked_of_me": [
            each for each in swaps if each.theirs.person_id == request.user.pk
        ],
        "asked_by_me": [
            each for each in swaps if each.mine.person_id == request.user.pk
        ],
    }
    return render(request, "planning/turns.html", page)


@require_POST
@signed_in
def turn(request: PersonRequest, booking_id: UUID) -> HttpResponseBase:
    """Take a turn that was offered, or pass it on."""
    booking = get_object_or_404(rules.own_bookings(request.user), pk=booking_id)
    passes = request.POST.get("answer") == "pass"
    if passes:
        return _done(
            request,
            booking.meeting.learning_set,
            lambda: operations.pass_on(booking, by=request.user, at=timezone.now()),
            _("Passed on. You keep your place in line."),
        )
    return _done(
        request,
        booking.meeting.learning_set,
        lambda: operations.take_turn(booking, by=request.user),
        _("The turn is yours."),
    )


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def swaps(request: PersonRequest, booking_id: UUID) -> HttpResponseBase:
    """Ask somebody to change turns."""
    mine = get_object_or_404(rules.own_bookings(request.user), pk=booking_id)
    others = list(rules.swappable_bookings(mine, at=timezone.now()))
    chosen = {str(each.pk): each for each in others}.get(request.POST.get("with", ""))
    if chosen is not None:
        return _asked(request, mine, chosen)
    page = {
        "learning_set": mine.meeting.learning_set,
        "mine": mine,
        "others": others,
        "is_unchosen": request.method == "POST",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "planning/swaps.html", page, status=status)


def _asked(request: PersonRequest, mine: Booking, theirs: Booking) -> HttpResponseBase:
    return _done(
        request,
        mine.meeting.learning_set,
        lambda: operations.ask_to_swap(
            mine, theirs, by=request.user, at=timezone.now()
        ),
        _("%(name)s is asked.") % {"name": theirs.person},
    )


@require_POST
@signed_in
def swap(request: PersonRequest, swap_id: UUID) -> HttpResponseBase:
    """Say yes or no to somebody who asks to change turns."""
    asked: Swap = get_object_or_404(rules.own_swaps(request.user), pk=swap_id)
    yes = request.POST.get("answer") == "yes"
    return _done(
        request,
        asked.mine.meeting.learning_set,
        lambda: operations.answer_swap(
            asked, yes=yes, by=request.user, at=timezone.now()
        ),
        _("You have changed turns.") if yes else _("They are told that you stay."),
    )


def _done(
    request: PersonRequest,
    learning_set: LearningSet,
    change: Callable[[], object],
    words: str,
) -> HttpResponseBase:
    try:
        change()
    except REFUSED as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, words)
    return redirect("planning:turns", learning_set.pk)
