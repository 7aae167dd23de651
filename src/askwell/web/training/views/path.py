"""Learning to facilitate: where one is, and one next step."""

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.contexts import CONTEXTS
from askwell.facilitation.lessons import LESSONS
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.training.operations import choose_context
from askwell.web.training.queries import (
    context_of,
    has_begun,
    lessons_done,
    next_lesson,
    questions_asked,
)

READ = ["GET", "HEAD"]


@require_http_methods(READ)
@never_cache
@signed_in
def path(request: PersonRequest) -> HttpResponseBase:
    """Eight lessons, the gym, practice meetings; never a condition for anything."""
    done = lessons_done(request.user)
    page = {
        "lessons": [(each, each.name in done) for each in LESSONS],
        "done": len(done),
        "next": next_lesson(done),
        "asked": sum(questions_asked(request.user).values()),
        "context": context_of(request.user),
        "contexts": CONTEXTS,
        "is_new": not has_begun(request.user),
    }
    return render(request, "training/path.html", page)


@require_POST
@never_cache
@signed_in
def context(request: PersonRequest) -> HttpResponseBase:
    """Say where one facilitates; it can be said anew, or left open."""
    name = request.POST.get("context", "")
    chosen = next((each for each in CONTEXTS if each.name == name), None)
    choose_context(request.user, chosen, at=timezone.now())
    return redirect("training:path")
