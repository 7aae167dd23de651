"""What an observer writes and signs, and where it is read."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.feedback import rules
from askwell.web.feedback.forms import RatingsForm, ReplyForm, WhomForm
from askwell.web.feedback.models import Observation, Watch
from askwell.web.feedback.operations import observing as operations
from askwell.web.feedback.queries.evidence import meets
from askwell.web.feedback.queries.observing import (
    asked_of,
    name_of_set,
    observations_by,
    observations_of,
    shown_to,
    to_write,
    watched_in,
)
from askwell.web.feedback.reading import ratings_in
from askwell.web.feedback.refusals import NotDoneError
from askwell.web.feedback.screens import rated_cards, rating_pairs
from askwell.web.feedback.views.finding import BOTH, READ, known_observation
from askwell.web.meetings.models import Meeting
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_http_methods(READ)
@never_cache
@signed_in
def observations(request: PersonRequest) -> HttpResponseBase:
    """What I am asked to watch, what I may write, and what others wrote of me."""
    me, now = request.user, timezone.now()
    page = {
        "asked": asked_of(me, at=now),
        "to_write": to_write(me, at=now),
        "by_me": observations_by(me),
        "of_me": observations_of(me),
        "shown": shown_to(me),
        "my_sets": watched_in(me),
    }
    return render(request, "feedback/observations.html", page)


@require_POST
@signed_in
def beginning(
    request: PersonRequest, watch_id: UUID, meeting_id: UUID, slot: int
) -> HttpResponseBase:
    """Begin to write about one slot."""
    watch = get_object_or_404(Watch.objects.filter(observer=request.user), pk=watch_id)
    its = Meeting.objects.filter(learning_set=watch.learning_set_id)
    meeting = get_object_or_404(its, pk=meeting_id)
    try:
        found = operations.begin(
            watch, meeting=meeting, slot=slot, by=request.user, at=timezone.now()
        )
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
        return redirect("feedback:observations")
    return redirect("feedback:writing", found.pk)


@require_http_methods(READ)
@never_cache
@signed_in
def observation(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """Where it is read; whoever writes it still is sent there."""
    found = known_observation(request.user, observation_id)
    if rules.can_write(request.user, found):
        return redirect("feedback:writing", found.pk)
    if rules.can_open(request.user, found):
        return render(request, "feedback/unread.html", {"observation": found})
    if rules.can_read(request.user, found):
        return reading(request, found)
    page = {"observation": found, "may_correct": found.may_be_corrected}
    return render(request, "feedback/signed.html", page)


@require_POST
@signed_in
def opening(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """Whom it is about reads it now; from then on it stays as it is."""
    found = known_observation(request.user, observation_id)
    if found.person_id != request.user.pk:
        raise Http404
    operations.open_it(found, by=request.user, at=timezone.now())
    return redirect("feedback:observation", found.pk)


@require_http_methods(BOTH)
@never_cache
@signed_in
def writing(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """Keep a draft, or sign it."""
    found = known_observation(request.user, observation_id)
    if not rules.can_write(request.user, found):
        raise Http404
    kept = ratings_in(found.ratings)
    form = RatingsForm(
        request.POST if request.method == "POST" else None,
        kept=kept,
        is_draft=request.POST.get("act") == "keep",
    )
    refused = None
    if form.is_bound and form.is_valid():
        try:
            return _kept(request, found, form)
        except NotDoneError as why:
            refused = why
    page = {
        "observation": found,
        "set_name": name_of_set(found, request.user),
        "form": form,
        "pairs": rating_pairs(form),
        "refused": refused.in_words() if refused else "",
    }
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "feedback/writing.html", page, status=status)


def _kept(
    request: PersonRequest, found: Observation, form: RatingsForm
) -> HttpResponseBase:
    operations.write(found, form.ratings, by=request.user)
    if request.POST.get("act") == "sign":
        operations.sign(found, by=request.user, at=timezone.now())
        messages.success(request, _("Signed. It is theirs now."))
        return redirect("feedback:observations")
    messages.success(request, _("Kept. Nobody reads it before you have signed."))
    return redirect("feedback:writing", found.pk)


def reading(
    request: PersonRequest,
    found: Observation,
    *,
    form: WhomForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    """As its owner reads it, or somebody they show it to."""
    showings = list(found.showings.select_related("reader").order_by("shown_at"))
    readers = [each.reader for each in showings]
    page = {
        "observation": found,
        "set_name": name_of_set(found, request.user),
        "rated": rated_cards(ratings_in(found.ratings)),
        "meets": meets(found),
        "is_mine": found.person_id == request.user.pk,
        "readers": readers,
        "shows_observer": found.observer in readers,
        "form": form or WhomForm(),
        "reply": ReplyForm(initial={"words": found.answer or ""}),
    }
    return render(request, "feedback/observation.html", page, status=status)


@require_POST
@signed_in
def correction(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """The observer takes their signature back."""
    found = known_observation(request.user, observation_id)
    if found.observer_id != request.user.pk:
        raise Http404
    try:
        operations.take_back(found, by=request.user)
    except NotDoneError as refused:
        messages.warning(request, refused.in_words())
    return redirect("feedback:observation", found.pk)


@require_POST
@signed_in
def discarding(request: PersonRequest, observation_id: UUID) -> HttpResponseBase:
    """What was not signed is deleted."""
    found = known_observation(request.user, observation_id)
    if not rules.can_write(request.user, found):
        raise Http404
    operations.discard(found, by=request.user)
    messages.success(request, _("What you had written is deleted."))
    return redirect("feedback:observations")
