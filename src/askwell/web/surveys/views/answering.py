"""The page on which somebody answers a round."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.running.views.making import BOTH
from askwell.web.surveys.forms import AnswerForm
from askwell.web.surveys.models import Round
from askwell.web.surveys.operations.answering import answer as take_in
from askwell.web.surveys.queries.rounds import asked_of, instruments_of, place_in
from askwell.web.surveys.refusals import NotDoneError, Reason
from askwell.web.surveys.views.posted import posted


def own_round(person: Person, round_id: UUID) -> Round:
    """One that asks this person; for anybody else it does not exist."""
    return get_object_or_404(asked_of(person), pk=round_id)


@require_http_methods(BOTH)
@never_cache
@signed_in
def answer(request: PersonRequest, round_id: UUID) -> HttpResponseBase:
    """A few questions; sent once, and thanked for."""
    now = timezone.now()
    round_ = own_round(request.user, round_id)
    place = place_in(round_, request.user)
    instruments = instruments_of(round_)
    if not instruments and round_.asks_ties:
        return redirect("surveys:ties", round_.pk)
    form = AnswerForm(posted(request), instruments=instruments)
    may_answer = round_.is_open(at=now) and not (place and place.has_answered)
    refused, status = None, 200
    if request.method == "POST":
        refused = _taken_in(form, round_, request.user) if form.is_valid() else None
        if form.is_valid() and (not refused or refused.reason is Reason.ANSWERED):
            return redirect("surveys:answer", round_.pk)
        status = 422
    page = {
        "round": round_,
        "form": form,
        "may_answer": may_answer,
        "has_answered": bool(place and place.has_answered),
        "is_open": round_.is_open(at=now),
        "number": sum(len(each.items) for each in instruments),
        "refused": refused.in_words() if refused else "",
    }
    return render(request, "surveys/answer.html", page, status=status)


def _taken_in(form: AnswerForm, round_: Round, by: Person) -> NotDoneError | None:
    try:
        take_in(round_, form.said, by=by, at=timezone.now())
    except NotDoneError as refused:
        return refused
    return None
