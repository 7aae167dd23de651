"""How one means a question, and what of that a set gives away."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    etag,
    require_http_methods,
    require_POST,
    require_safe,
)

from askwell.coach import TurnKind
from askwell.web.coaching import language_file, operations, queries, rules
from askwell.web.coaching.forms import GiftForm, LineForm, MeaningForm
from askwell.web.coaching.models import Donation
from askwell.web.coaching.queries import Line, Turn
from askwell.web.coaching.refusals import NotNowError, Reason
from askwell.web.coaching.screens import file
from askwell.web.coaching.wording import KINDS
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.rules import readable_sets

FOR_EVER = "public, max-age=31536000, immutable"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def meaning(
    request: PersonRequest, meeting_id: UUID, contribution: int
) -> HttpResponseBase:
    """Say how one means a contribution that the coach hears otherwise."""
    meeting = get_object_or_404(
        Meeting.objects.select_related("learning_set"), pk=meeting_id
    )
    turn = queries.correctable(request.user, meeting, contribution)
    if turn is None or turn.reading is None:
        raise Http404
    form = MeaningForm(
        request.POST or None, initial={"meant": _meant(request.user, turn)}
    )
    if request.method == "POST" and form.is_valid():
        operations.correct(
            meeting,
            contribution,
            by=request.user,
            at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, _("Kept. You know best what you mean."))
        return redirect(_question(meeting, contribution))
    page = {
        "turn": turn,
        "heard_as": KINDS[turn.reading.kind],
        "form": form,
        "back": _question(meeting, contribution),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "coaching/meaning.html", page, status=status)


def _meant(person: Person, turn: Turn) -> TurnKind | None:
    """What was said of it before; else what the coach hears, to be changed."""
    said = queries.meanings_of(person, [turn.meeting])
    heard = turn.reading.kind if turn.reading else None
    return said.get((turn.meeting, turn.contribution.number), heard)


def _question(meeting: Meeting, contribution: int) -> str:
    """Where it stands on the page of one's own questions."""
    return f"/record/questions/#q-{meeting.code}-{contribution}"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def donation(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """What of its corrections a set gives away; posted to, it is proposed."""
    learning_set = _own_set(request, set_id)
    if request.method != "POST":
        return _drawn(request, learning_set)
    return _done(
        request,
        learning_set,
        lambda: operations.propose(learning_set, by=request.user, at=timezone.now()),
        _("Everybody whose words it is about is asked."),
    )


@require_POST
@signed_in
def gift(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Say yes or no for one's own turns."""
    learning_set = _own_set(request, set_id)
    form = GiftForm(request.POST)
    if not form.is_valid():
        return _drawn(request, learning_set, status=422)
    return _done(
        request,
        learning_set,
        lambda: operations.answer(
            _open_donation(learning_set),
            gives=form.cleaned_data["gives"],
            by=request.user,
            at=timezone.now(),
        ),
        _("Kept. You may change your mind until the file is made."),
    )


@require_POST
@signed_in
def line(request: PersonRequest, set_id: UUID, line_id: UUID) -> HttpResponseBase:
    """Mask more in a line of one's own, or leave it out."""
    learning_set = _own_set(request, set_id)
    form = LineForm(request.POST)
    current = queries.current_donation(learning_set)
    mine = queries.own_line(request.user, current, line_id) if current else None
    if current is None or mine is None:
        raise Http404
    if not form.is_valid():
        return _drawn(request, learning_set, status=422)
    return _done(
        request,
        learning_set,
        lambda: operations.edit_line(mine, current, **form.cleaned_data),
        _("Kept."),
    )


@require_POST
@signed_in
def dropping(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Call it off."""
    learning_set = _own_set(request, set_id)
    return _done(
        request,
        learning_set,
        lambda: operations.drop(
            _open_donation(learning_set), by=request.user, at=timezone.now()
        ),
        _("Called off. The corrections stay in the set."),
    )


@require_POST
@never_cache
@signed_in
def taken(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Make the file, or take the one that was made last once more."""
    learning_set = _own_set(request, set_id)
    try:
        lines = _lines_to_take(request, learning_set)
    except (NotDoneError, NotNowError) as refused:
        return _drawn(request, learning_set, refused=refused.in_words(), status=409)
    response = HttpResponse(
        file.written(lines), content_type="application/jsonl; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="corrections.jsonl"'
    return response


def _lines_to_take(request: PersonRequest, learning_set: LearningSet) -> list[Line]:
    current = queries.current_donation(learning_set)
    if current is None:
        raise NotNowError(Reason.NOT_OPEN)
    if current.is_open:
        share = operations.make(current, by=request.user, at=timezone.now())
    elif rules.can_make(request.user, current):
        share = queries.share_of(current)
    else:
        raise NotNowError(Reason.NOT_YOURS_TO_DO)
    return share.given


@require_safe
@etag(lambda request: language_file.etag())
def model(request: HttpRequest) -> HttpResponse:
    """What the coach knows, for a browser to read its owner's drafts by itself."""
    headers = {"Vary": "Accept-Encoding", "Cache-Control": FOR_EVER}
    content = language_file.text()
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        content = language_file.compressed()
    return HttpResponse(content, "application/json", headers=headers)


def _own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    """One of the reader's own whose words can be read; any other is like none."""
    mine = readable_sets(request.user).filter(forgotten_at=None)
    return get_object_or_404(mine, pk=set_id)


def _open_donation(learning_set: LearningSet) -> Donation:
    found = queries.current_donation(learning_set)
    if found is None:
        raise NotNowError(Reason.NOT_OPEN)
    return found


def _done(
    request: PersonRequest,
    learning_set: LearningSet,
    change: Callable[[], object],
    words: str,
) -> HttpResponseBase:
    try:
        change()
    except (NotDoneError, NotNowError) as refused:
        return _drawn(request, learning_set, refused=refused.in_words(), status=409)
    messages.success(request, words)
    return redirect("coaching:donation", learning_set.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    refused: str = "",
    status: int = 200,
) -> HttpResponseBase:
    current = queries.current_donation(learning_set)
    page: dict[str, Any] = {
        "learning_set": learning_set,
        "donation": current,
        "to_be_given": queries.to_be_given(learning_set),
        "may_propose": rules.can_propose(request.user, learning_set),
        "refused": refused,
    }
    if current and current.is_open:
        page |= _open(request, current)
    return render(request, "coaching/donation.html", page, status=status)


def _open(request: PersonRequest, current: Donation) -> dict[str, Any]:
    share, me = queries.share_of(current), request.user
    shown = share.shown_to(me)
    return {
        "share": share,
        "lines": [_shown(each, mine=each.author == me) for each in shown],
        "is_author": me in share.authors,
        "answer": share.answers.get(me.pk),
        "waiting": len(share.waits_for),
        "file": file.written(share.given),
        "may_make": share.may_be_made and rules.can_make(me, current),
    }


def _shown(each: Line, *, mine: bool) -> dict[str, Any]:
    labels = {kind.value: words for kind, words in KINDS.items()}
    form = LineForm(
        initial={"masks": each.masks, "is_left_out": each.is_left_out},
        auto_id=f"id_{each.id.hex}_%s",
    )
    return {
        "line": each,
        "read": labels.get(each.read, each.read),
        "meant": labels.get(each.meant, each.meant),
        "form": form if mine else None,
    }
