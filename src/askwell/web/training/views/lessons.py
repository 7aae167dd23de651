"""A lesson: one idea, one example meeting, one exercise."""

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.lessons import LESSONS, Lesson, lesson_named
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.training.operations import finish, take_back
from askwell.web.training.queries import lessons_done


def known(name: str) -> Lesson:
    try:
        return lesson_named(name)
    except KeyError:
        raise Http404 from None


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def lesson(request: PersonRequest, name: str) -> HttpResponseBase:
    """To read; whoever has chosen in the exercise has done it, whatever they chose."""
    found = known(name)
    number = LESSONS.index(found)
    picked = request.POST.get("choice", "")
    chosen = next((c for c in found.exercise.choices if c.name == picked), None)
    if chosen:
        finish(found, by=request.user, at=timezone.now())
    page = {
        "lesson": found,
        "number": number + 1,
        "of": len(LESSONS),
        "chosen": chosen,
        "unchosen": request.method == "POST" and chosen is None,
        "is_done": found.name in lessons_done(request.user),
        "previous": LESSONS[number - 1] if number else None,
        "next": LESSONS[number + 1] if number + 1 < len(LESSONS) else None,
    }
    return render(
        request, "training/lesson.html", page, status=422 if page["unchosen"] else 200
    )


@require_POST
@never_cache
@signed_in
def again(request: PersonRequest, name: str) -> HttpResponseBase:
    """Count it as not done, to do it again another time."""
    found = known(name)
    take_back(found, by=request.user)
    return redirect("training:lesson", found.name)
