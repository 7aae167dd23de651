"""Pages to read and to try things on; open to everyone, and nothing typed is kept."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from askwell.web.guide import choosing, script, topic, tries
from askwell.web.guide.credits import CREDITS
from askwell.web.guide.forms import ChoosingForm, TopicForm, TryForm
from askwell.web.guide.invitations import ASKED, TEXTS

# Where the session keeps which tries were made; no word of them.
DONE = "first_steps"

Page = Callable[[HttpRequest], HttpResponse]


def _to_read(name: str, **facts: Any) -> Page:
    """A page that asks nothing."""

    @require_http_methods(["GET", "HEAD"])
    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"guide/{name}.html", facts)

    return page


contents = _to_read("contents")
action_learning = _to_read("action_learning")
value = _to_read("value")
coaching = _to_read("coaching")
skills = _to_read("skills")
inviting = _to_read("inviting", texts=TEXTS, asked=ASKED)
first_meeting = _to_read("first_meeting", lines=script.first_meeting())


@require_http_methods(["GET", "HEAD"])
def credits_and_source(request: HttpRequest) -> HttpResponse:
    """Whose work the coach builds on, and where the source of this server is."""
    page = {"credits": CREDITS, "source_url": settings.SOURCE_URL}
    return render(request, "guide/credits.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def chooser(request: HttpRequest) -> HttpResponse:
    """Three questions, and what fits."""
    form = ChoosingForm(request.POST or None)
    answered = request.method == "POST" and form.is_valid()
    page = {
        "form": form,
        "way": choosing.fitting(form.answers) if answered else None,
    }
    return render(request, "guide/chooser.html", page, status=_status(request, form))


@require_http_methods(["GET", "HEAD", "POST"])
def good_topic(request: HttpRequest) -> HttpResponse:
    """Five marks of a topic worth bringing; a look, and never a gate."""
    form = TopicForm(request.POST if request.method == "POST" else None)
    looked = request.method == "POST" and form.is_valid()
    page = {
        "form": form,
        "looked": looked,
        "lacking": topic.lacking(form.cleaned_data["marks"]) if looked else (),
    }
    return render(request, "guide/good_topic.html", page, status=_status(request, form))


@require_http_methods(["GET", "HEAD"])
def first_steps(request: HttpRequest) -> HttpResponse:
    """The way in for a new member: three tries, five minutes."""
    done = request.session.get(DONE, [])
    steps = [{"one": each, "is_done": each.name in done} for each in tries.TRIES]
    to_do = next((each["one"] for each in steps if not each["is_done"]), None)
    page = {"steps": steps, "to_do": to_do}
    return render(request, "guide/first_steps.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def first_step(request: HttpRequest, skill: str) -> HttpResponse:
    """One try: a story, something to pick or to write, and a kind word on it."""
    try:
        one = tries.try_named(skill)
    except KeyError:
        raise Http404 from None
    form = TryForm(request.POST if request.method == "POST" else None, one=one)
    tried = request.method == "POST" and form.is_valid() and form.has_something
    if tried:
        _remember(request, one)
    page = {
        "one": one,
        "form": form,
        "tried": tried,
        "answered": form.answered if tried and form.picked else (),
        "written": form.written if tried else "",
        "remark": tries.remark(one, form.written) if tried else "",
        "number": tries.TRIES.index(one) + 1,
        "next": tries.after(one),
    }
    return render(request, "guide/first_step.html", page, status=_status(request, form))


def _remember(request: HttpRequest, one: tries.Try) -> None:
    done = request.session.get(DONE, [])
    if one.name not in done:
        request.session[DONE] = [*done, one.name]


def _status(request: HttpRequest, form: Any) -> int:
    return 422 if request.method == "POST" and not form.is_valid() else 200
