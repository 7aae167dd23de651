"""Votes: asking the set, answering, and what came of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.forms import VoteForm, YesForm
from askwell.web.programmes.models import Vote
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.sentences import QUESTIONS


@require_POST
@signed_in
def votes(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask the set; whoever asked is led to the question to answer it too."""
    learning_set = get_object_or_404(rules.readable_sets(request.user), pk=set_id)
    form = VoteForm(request.POST)
    if not form.is_valid():
        return redirect("programmes:roles", learning_set.pk)
    try:
        vote = operations.open_vote(
            learning_set,
            form.cleaned_data["kind"],
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
        return redirect("programmes:roles", learning_set.pk)
    return redirect(vote)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def vote(request: PersonRequest, set_id: UUID, vote_id: UUID) -> HttpResponseBase:
    """The question, and a yes or a no; nobody sees whose was which."""
    found = _own_vote(request, set_id, vote_id)
    form = YesForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _drawn(request, found)
    try:
        operations.answer_vote(
            found,
            says_yes=form.cleaned_data["says"],
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as refused:
        return _drawn(request, found, refused=refused, status=409)
    messages.success(request, _("Your answer is counted."))
    return redirect(found)


@require_POST
@signed_in
def withdrawal(request: PersonRequest, set_id: UUID, vote_id: UUID) -> HttpResponseBase:
    """Take the question back."""
    found = _own_vote(request, set_id, vote_id)
    try:
        operations.withdraw_vote(found, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        return _drawn(request, found, refused=refused, status=409)
    messages.success(request, _("The question is withdrawn."))
    return redirect("programmes:roles", found.learning_set_id)


def _own_vote(request: PersonRequest, set_id: UUID, vote_id: UUID) -> Vote:
    return get_object_or_404(
        Vote.objects.select_related("learning_set", "opened_by"),
        pk=vote_id,
        learning_set_id=set_id,
        learning_set__in=rules.readable_sets(request.user),
    )


def _drawn(
    request: PersonRequest,
    found: Vote,
    *,
    refused: NotDoneError | None = None,
    status: int = 200,
) -> HttpResponseBase:
    found.refresh_from_db()
    answered = queries.have_voted(found)
    page = {
        "vote": found,
        "learning_set": found.learning_set,
        "question": QUESTIONS[found.kind],
        "members": [
            {"person": one, "answered": one.id in answered}
            for one in queries.members_of(found.learning_set)
        ],
        "may_answer": rules.can_vote(request.user, found),
        "mine": queries.own_voice(found, request.user),
        "opened_by_me": found.opened_by_id == request.user.id,
        "refused": refused,
    }
    return render(request, "programmes/vote.html", page, status=status)
