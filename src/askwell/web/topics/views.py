"""A person's own topics, for their own eyes."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import attended_sets
from askwell.web.topics import operations, queries, sheet
from askwell.web.topics.forms import (
    ClosingForm,
    LensesForm,
    LookForm,
    PreparationForm,
    TopicForm,
    WordingForm,
)
from askwell.web.topics.models import Topic

READ = ["GET", "HEAD"]
WRITE = [*READ, "POST"]
MOST_LAID_ASIDE = 50


@require_http_methods(WRITE)
@never_cache
@signed_in
def topics(request: PersonRequest) -> HttpResponseBase:
    """What I might bring, a line for something new, and what is laid aside."""
    form = TopicForm(_sent(request))
    if form.is_valid():
        kept = operations.keep(
            owner=request.user, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("Kept, for your eyes only."))
        return redirect("topics:topic", kept.pk)
    page = {
        "form": form,
        "open": list(queries.open_topics(request.user)),
        "aside": list(queries.laid_aside_topics(request.user)[:MOST_LAID_ASIDE]),
    }
    return render(request, "topics/topics.html", page, status=_status(form))


@require_http_methods(READ)
@never_cache
@signed_in
def topic(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """One topic: what is written, where it has been, and what can be done with it."""
    mine = _own(request, topic_id)
    brought = queries.times_brought(mine)
    page = {
        "topic": mine,
        "sheet": sheet.of(mine, brought),
        "is_prepared": any(getattr(mine, name) for name in operations.PREPARATION),
        "brought": brought,
        "attended": set(attended_sets(request.user).values_list("pk", flat=True)),
        "looked": sum(getattr(mine, name) for name in operations.LOOK),
    }
    return render(request, "topics/topic.html", page)


@require_http_methods(WRITE)
@never_cache
@signed_in
def wording(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Say anew what it is."""
    return _written(request, topic_id, WordingForm, operations.WORDING, "wording")


@require_http_methods(WRITE)
@never_cache
@signed_in
def preparing(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Four questions before I present it."""
    names = operations.PREPARATION
    return _written(request, topic_id, PreparationForm, names, "preparing")


@require_http_methods(WRITE)
@never_cache
@signed_in
def lenses(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Look at it from three sides, and at how familiar the ground is."""
    return _written(request, topic_id, LensesForm, operations.LENSES, "lenses")


@require_http_methods(WRITE)
@never_cache
@signed_in
def look(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Whether it is a good topic: five ticks of one's own."""
    return _written(request, topic_id, LookForm, operations.LOOK, "look")


def _written(
    request: PersonRequest,
    topic_id: UUID,
    form_of: Callable[..., forms.Form],
    names: Iterable[str],
    page: str,
) -> HttpResponseBase:
    """Show a form about one's own topic, and keep what is written in it."""
    mine = _own(request, topic_id)
    if not mine.is_open:
        return _laid_aside(request, mine)
    form = form_of(_sent(request), initial=_now(mine, names))
    if form.is_valid():
        operations.change(mine, form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Kept."))
        return redirect("topics:topic", mine.pk)
    drawn = {"form": form, "topic": mine, "ground": sheet.ground(mine)}
    return render(request, f"topics/{page}.html", drawn, status=_status(form))


def _sent(request: PersonRequest) -> QueryDict | None:
    """What a form is given: a form sent empty is sent all the same."""
    return request.POST if request.method == "POST" else None


def _now(topic: Topic, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(topic, name) for name in names}


def _laid_aside(request: PersonRequest, topic: Topic) -> HttpResponseBase:
    messages.warning(
        request, _("This topic is laid aside. Take it up again to change it.")
    )
    return redirect("topics:topic", topic.pk)


@require_http_methods(WRITE)
@never_cache
@signed_in
def closing(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Close it, with a word to oneself about what came of it."""
    mine = _own(request, topic_id)
    if not mine.is_open:
        return _laid_aside(request, mine)
    form = ClosingForm(_sent(request), initial=_now(mine, operations.OUTCOME))
    if form.is_valid():
        operations.close(mine, form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Closed. You can take it up again at any time."))
        return redirect("topics:topics")
    drawn = {"form": form, "topic": mine}
    return render(request, "topics/closing.html", drawn, status=_status(form))


@require_POST
@signed_in
def withdrawal(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Take it back for now; nobody asks why."""
    mine = _own(request, topic_id)
    if mine.is_open:
        operations.withdraw(mine, by=request.user, at=timezone.now())
    messages.success(request, _("Withdrawn. You can take it up again at any time."))
    return redirect("topics:topics")


@require_POST
@signed_in
def reopening(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Take up again what was laid aside."""
    mine = _own(request, topic_id)
    operations.reopen(mine, by=request.user, at=timezone.now())
    messages.success(request, _("It is open again: you can bring it."))
    return redirect("topics:topic", mine.pk)


@require_http_methods(WRITE)
@never_cache
@signed_in
def deletion(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Ask once, then delete it with all that is written in it."""
    mine = _own(request, topic_id)
    if request.method == "POST":
        operations.delete(mine, by=request.user)
        messages.success(request, _("Deleted, with everything you wrote in it."))
        return redirect("topics:topics")
    return render(request, "topics/deletion.html", {"topic": mine})


@require_http_methods(READ)
@never_cache
@signed_in
def export(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """The sheet to print, to take along, or to hand to a coach."""
    mine = _own(request, topic_id)
    brought = queries.times_brought(mine)
    told = sheet.of(mine, brought)
    match request.GET.get("as"):
        case "text":
            return _file(sheet.in_markdown(told), "text/markdown", "topic.md")
        case "json":
            return _file(
                sheet.in_json(mine, told, brought), "application/json", "topic.json"
            )
    return render(request, "topics/export.html", {"topic": mine, "sheet": told})


def _file(text: str, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    kind = f"{content_type}; charset=utf-8"
    return HttpResponse(text, content_type=kind, headers=headers)


def _own(request: PersonRequest, topic_id: UUID) -> Topic:
    mine = queries.own_topic(request.user, topic_id)
    if mine is None:
        raise Http404
    return mine


def _status(form: forms.Form) -> int:
    return 422 if form.is_bound and not form.is_valid() else 200
