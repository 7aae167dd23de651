"""What was learned: a person's own record, threads and questions, and a set's log."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.learning import operations, queries
from askwell.web.learning.forms import DOCX, CopyForm
from askwell.web.learning.models import Tried
from askwell.web.learning.screens import chart, document, picture, sheet
from askwell.web.meetings.rules import readable_meetings
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import readable_sets

READ = ["GET", "HEAD"]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(READ)
@never_cache
@signed_in
def record(request: PersonRequest) -> HttpResponseBase:
    """What I brought, did and learned, over all sets and years."""
    page = {"record": queries.record_of(request.user)}
    return render(request, "learning/record.html", page)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def export(request: PersonRequest) -> HttpResponseBase:
    """Take a copy along; the sets whose words it holds see that one was taken."""
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _copy(request, form.cleaned_data["form"])
    status = 422 if form.is_bound else 200
    return render(request, "learning/export.html", {"form": form}, status=status)


def _copy(request: PersonRequest, form: str) -> HttpResponseBase:
    mine, at = queries.record_of(request.user), timezone.now()
    operations.take_a_copy(request.user, sets=mine.sets, form=form, at=at)
    writer, kind = (document, WORD) if form == DOCX else (sheet, "application/json")
    written = writer.written(mine, name=request.user.name, at=at)
    response = HttpResponse(written, content_type=kind)
    name = f"learning-record-{timezone.localdate(at):%Y-%m-%d}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(READ)
@never_cache
@signed_in
def thread(request: PersonRequest, thread_id: UUID) -> HttpResponseBase:
    """From a topic to what came of it; for the person whose thread it is."""
    found = queries.thread_of(request.user, thread_id)
    if found is None:
        raise Http404
    page = {"thread": found, "picture": picture.drawn(found)}
    return render(request, "learning/thread.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def questions(request: PersonRequest) -> HttpResponseBase:
    """Which of my questions shifted somebody's thinking; nobody else has this page."""
    loop = queries.loop_of(request.user)
    page = {
        "loop": loop,
        "chart": chart.drawn(loop),
        "shares": chart.shares(loop.heard),
    }
    return render(request, "learning/questions.html", page)


@require_POST
@signed_in
def naming(request: PersonRequest) -> HttpResponseBase:
    """Agree to be named in others' records, or no longer."""
    agrees = request.POST.get("agrees") == "yes"
    operations.agree_to_be_named(request.user, agrees=agrees, at=timezone.now())
    messages.success(
        request,
        _("Your name may stand beside your questions.")
        if agrees
        else _("Your name stands in nobody's record."),
    )
    return redirect("learning:questions")


@require_http_methods(READ)
@never_cache
@signed_in
def log(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """What the set has learned together, the newest meeting first."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    page = {
        "learning_set": found,
        "log": queries.log_of(found),
        "answers": Tried.Answer.choices,
    }
    return render(request, "learning/log.html", page)


@require_POST
@signed_in
def trial(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Say for the set whether it tried what it wanted to."""
    meeting = get_object_or_404(readable_meetings(request.user), pk=meeting_id)
    answers: dict[str, Any] = {each.value: each for each in Tried.Answer}
    answer = answers.get(request.POST.get("answer", ""))
    operations.say_whether_tried(
        meeting, answer=answer, by=request.user, at=timezone.now()
    )
    return redirect("learning:log", meeting.learning_set_id)
