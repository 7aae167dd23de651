"""What one learned oneself of what changed; the pages are their reader's alone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.actions.models import Action
from askwell.web.changes import rules
from askwell.web.changes.forms import TickForm
from askwell.web.changes.models import ChangeEvent
from askwell.web.changes.operations import linking
from askwell.web.changes.operations.linking import Source
from askwell.web.changes.queries.log import own_loops, recent_changes
from askwell.web.changes.views.finding import BOTH, READ, event_in, of_log
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme
from askwell.web.topics.models import Topic

MOST = 50


@require_http_methods(READ)
@of_log
def loops(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    """What I linked, and how to undo it."""
    _need_part(request, programme)
    page = {
        "programme": programme,
        "loops": own_loops(request.user, programme),
        "actions": rules.learned_actions(request.user, programme)[:MOST],
        "topics": rules.closed_topics(request.user, programme)[:MOST],
    }
    return render(request, "changes/loops.html", page)


def _need_part(request: PersonRequest, programme: Programme) -> None:
    if not rules.takes_part(request.user, programme):
        raise Http404


@require_http_methods(BOTH)
@of_log
def event(
    request: PersonRequest, programme: Programme, change_id: UUID
) -> HttpResponseBase:
    """One change, and what of my own helped me to learn about it."""
    change = event_in(programme, change_id)
    takes_part = rules.takes_part(request.user, programme)
    sources = _sources(request.user, programme) if takes_part else {}
    linked = own_loops(request.user, programme).filter(change=change)
    form = TickForm(
        request.POST or None,
        label=_("This helped me to learn about it"),
        choices=[(key, _worded(each)) for key, each in sources.items()],
        initial={"chosen": [_key(each.source) for each in linked]},
    )
    if request.method == "POST" and takes_part and form.is_valid():
        chosen = form.cleaned_data["chosen"]
        offered = {(change, each) for each in sources.values()}
        wanted = {(change, each) for key, each in sources.items() if key in chosen}
        linking.relate(wanted, offered, by=request.user, at=timezone.now())
        return _kept(request, programme)
    page = {
        "programme": programme,
        "event": change,
        "form": form,
        "sources": sources,
        "takes_part": takes_part,
        "may_change": rules.can_change(request.user, change),
    }
    return render(request, "changes/event.html", page)


def _sources(person: Person, programme: Programme) -> dict[str, Source]:
    """Everything of their own that they finished, by the key of its box."""
    sources: list[Source] = [*rules.learned_actions(person, programme)[:MOST]]
    sources += rules.closed_topics(person, programme)[:MOST]
    return {_key(each): each for each in sources}


def _key(source: Source) -> str:
    return f"{source._meta.model_name}-{source.pk}"


def _worded(source: Source) -> str:
    words = source.words if isinstance(source, Action) else source.headline
    return words or _("These words can no longer be read.")


def _kept(request: PersonRequest, programme: Programme) -> HttpResponseBase:
    messages.success(request, _("Kept. Only you can see it."))
    return redirect("changes:loops", programme.pk)


@require_http_methods(BOTH)
@never_cache
@signed_in
def of_action(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Which changes an action of mine helped me to learn about."""
    found = Action.objects.filter(owner=request.user, settled_at__isnull=False)
    action = get_object_or_404(
        found.select_related("learning_set__cohort__programme", "owner"), pk=action_id
    )
    cohort = action.learning_set.cohort
    return _of(request, action, cohort.programme if cohort else None)


@require_http_methods(BOTH)
@never_cache
@signed_in
def of_topic(request: PersonRequest, topic_id: UUID) -> HttpResponseBase:
    """Which changes a topic that I closed helped me to learn about."""
    found = Topic.objects.filter(owner=request.user, status=Topic.Status.CLOSED)
    topic = get_object_or_404(found, pk=topic_id)
    brought = topic.brought.filter(learning_set__cohort__isnull=False)
    last = brought.select_related("learning_set__cohort__programme").last()
    cohort = last.learning_set.cohort if last else None
    return _of(request, topic, cohort.programme if cohort else None)


def _of(
    request: PersonRequest, source: Source, programme: Programme | None
) -> HttpResponseBase:
    """The same for both; where there is no log, it says so."""
    if programme is None or not _can_link(request.user, source, programme):
        return render(request, "changes/of_source.html", {"source": source})
    linked = own_loops(request.user, programme).filter(**_from(source))
    besides = [each.change_id for each in linked]
    offered = recent_changes(programme, besides=besides)
    changes = {str(each.pk): each for each in offered}
    form = TickForm(
        request.POST or None,
        label=_("I learned something about this"),
        choices=[(key, _noticed(each)) for key, each in changes.items()],
        initial={"chosen": [str(each) for each in besides]},
    )
    if request.method == "POST" and form.is_valid():
        _relate(request, source, changes, form.cleaned_data["chosen"])
        return _kept(request, programme)
    page = {
        "source": source,
        "words": _worded(source),
        "programme": programme,
        "form": form,
        "changes": changes,
        "may_add": rules.can_add(request.user, programme),
    }
    return render(request, "changes/of_source.html", page)


def _noticed(event: ChangeEvent) -> str:
    told = {"title": event.title, "day": date_format(event.noticed_on, "j F Y")}
    return _("%(title)s (%(day)s)") % told


def _can_link(person: Person, source: Source, programme: Programme) -> bool:
    if programme.ended_at or not rules.takes_part(person, programme):
        return False
    is_action = isinstance(source, Action)
    own = rules.learned_actions if is_action else rules.closed_topics
    return own(person, programme).filter(pk=source.pk).exists()


def _from(source: Source) -> dict[str, Any]:
    return {"action" if isinstance(source, Action) else "topic": source}


def _relate(
    request: PersonRequest,
    source: Source,
    changes: dict[str, ChangeEvent],
    chosen: list[str],
) -> None:
    offered = {(each, source) for each in changes.values()}
    wanted = {(each, source) for key, each in changes.items() if key in chosen}
    linking.relate(wanted, offered, by=request.user, at=timezone.now())


@require_POST
@of_log
def unlinking(
    request: PersonRequest, programme: Programme, loop_id: UUID
) -> HttpResponseBase:
    """It no longer counts; to link it again takes one press."""
    loop = get_object_or_404(own_loops(request.user, programme), pk=loop_id)
    linking.unlink(loop, by=request.user)
    messages.success(request, _("No longer linked. You can link it again any time."))
    return redirect("changes:loops", programme.pk)
