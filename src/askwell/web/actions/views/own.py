"""The list of one's actions, and the page of each."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.actions import operations, queries, rules
from askwell.web.actions.forms import (
    ActionForm,
    ChooseForm,
    NoteForm,
    ReminderForm,
    TellingForm,
)
from askwell.web.actions.models import Action, Scale, Status
from askwell.web.actions.screens import ladder, next_morning
from askwell.web.actions.views.finding import own, own_open
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import readable_sets
from askwell.web.topics.queries import open_topics

READ = ["GET", "HEAD"]
MOST_SETTLED = 100
# What the address of a new action may name beforehand.
NAMED = ("topic", "learning_set")


@require_http_methods(READ)
@never_cache
@signed_in
def actions(request: PersonRequest) -> HttpResponseBase:
    """My open actions, or what came of the earlier ones."""
    settled = request.GET.get("show") == "settled"
    if settled:
        shown = queries.settled_actions(request.user)[:MOST_SETTLED]
    else:
        shown = queries.open_actions(request.user)
    page = {
        "actions": list(shown),
        "settled": settled,
        "numbers": queries.numbers_of(request.user),
        "readable": set(readable_sets(request.user).values_list("pk", flat=True)),
        "today": timezone.localdate(),
        "Status": Status,
    }
    return render(request, "actions/actions.html", page)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def new(request: PersonRequest) -> HttpResponseBase:
    """Choose an action between two meetings."""
    sets = list(rules.sets_to_choose_in(request.user))
    form = ChooseForm(
        request.POST or None,
        sets=sets,
        topics=list(open_topics(request.user)),
        initial={name: request.GET[name] for name in NAMED if name in request.GET},
    )
    if request.method == "POST" and form.is_valid():
        mine = operations.choose(
            **form.cleaned_data, owner=request.user, at=timezone.now()
        )
        messages.success(request, _("Kept. Your set hears how it went next time."))
        return redirect("actions:action", mine.pk)
    page = {"form": form, "sets": sets}
    return render(request, "actions/new.html", page, status=_status(form))


def _status(form: Any) -> int:
    return 422 if form.is_bound and not form.is_valid() else 200


@require_http_methods(READ)
@never_cache
@signed_in
def action(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """One action of mine: what I chose, how it goes, and what I told my set."""
    mine = own(request, action_id)
    return render(request, "actions/action.html", page_of(request, mine))


def page_of(request: PersonRequest, mine: Action, **forms: Any) -> dict[str, Any]:
    """All that the page of an action shows; a form that was refused comes back."""
    now = timezone.now()
    return {
        "action": mine,
        "Status": Status,
        "today": timezone.localdate(),
        "reads_set": readable_sets(request.user)
        .filter(pk=mine.learning_set_id)
        .exists(),
        "ladder": ladder(mine),
        "levels": Scale.Level.choices,
        "notes": mine.notes.select_related("action"),
        "reminders": mine.reminders.filter(posted_at__isnull=True, due_at__gt=now),
        "told": mine.report_backs.select_related("action").order_by("reported_at"),
        "fresh": rules.can_be_taken_back(mine, at=now),
        "alone": not mine.is_settled and not rules.will_be_told(mine),
        "note_form": NoteForm(),
        "reminder_form": ReminderForm(initial=next_morning(mine, now=now)),
        "telling_form": TellingForm(),
        **forms,
    }


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def wording(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Word one's own action anew."""
    mine = own_open(request, action_id)
    now = {"words": mine.words, "due_on": mine.due_on, "how_known": mine.how_known}
    form = ActionForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        operations.change(mine, **form.cleaned_data, by=request.user)
        messages.success(request, _("Kept."))
        return redirect("actions:action", mine.pk)
    page = {"form": form, "action": mine}
    return render(request, "actions/wording.html", page, status=_status(form))


@require_POST
@signed_in
def dropping(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Let an action go, or take it up again."""
    mine = own_open(request, action_id)
    if request.POST.get("drop") == "yes":
        operations.drop(mine, by=request.user)
        messages.success(
            request, _("Dropped. You can say a word about it at the next report-back.")
        )
    else:
        operations.take_up_again(mine, by=request.user)
        messages.success(request, _("It is open again."))
    return redirect("actions:action", mine.pk)


@require_POST
@signed_in
def withdrawal(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Take back an action chosen a moment ago."""
    mine = own_open(request, action_id)
    try:
        operations.take_back(mine, by=request.user, at=timezone.now())
    except operations.TooLateError:
        messages.warning(
            request, _("It is no longer fresh. You can drop it and tell your set why.")
        )
        return redirect("actions:action", mine.pk)
    messages.success(request, _("Taken back, as if it had never been."))
    return redirect("actions:actions")
