"""What an owner adds to their action along the way."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.actions import operations, rules
from askwell.web.actions.forms import NoteForm, ReminderForm, ScaleForm, TellingForm
from askwell.web.actions.models import Action, Scale, Status
from askwell.web.actions.operations import Told
from askwell.web.actions.views.finding import own, own_open
from askwell.web.actions.views.own import page_of
from askwell.web.people.signed_in import PersonRequest, signed_in


@require_POST
@signed_in
def notes(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Note how it goes."""
    mine = own_open(request, action_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _again(request, mine, note_form=form)
    operations.keep_note(
        mine, by=request.user, words=form.cleaned_data["words"], at=timezone.now()
    )
    return _back(mine, "along")


@require_POST
@signed_in
def note_removal(
    request: PersonRequest, action_id: UUID, note_id: UUID
) -> HttpResponseBase:
    """Take back a note."""
    mine = own(request, action_id)
    if not mine.notes.filter(pk=note_id).exists():
        raise Http404
    operations.take_back_note(mine, by=request.user, note=note_id)
    messages.success(request, _("The note is gone."))
    return _back(mine, "along")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def scale(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Say in one's own words what less and more would look like."""
    mine = own_open(request, action_id)
    form = ScaleForm(request.POST or None, initial=_levels_of(mine))
    if request.method == "POST" and form.is_valid():
        now = form.cleaned_data["now"]
        operations.describe_scale(mine, by=request.user, words=form.levels(), now=now)
        messages.success(request, _("Kept, for your eyes only."))
        return _back(mine, "scale")
    page = {"form": form, "action": mine}
    return render(
        request, "actions/scale.html", page, status=422 if form.errors else 200
    )


def _levels_of(mine: Action) -> dict[str, str | int | None]:
    scale = Scale.objects.select_related("action").filter(action=mine).first()
    if scale is None:
        return {}
    return {name: getattr(scale, name) for name in ScaleForm.base_fields}


@require_POST
@signed_in
def rating(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Say where it has come, by one's own scale."""
    mine = own(request, action_id)
    chosen = {str(level.value): level for level in Scale.Level}
    level = chosen.get(request.POST.get("level", ""))
    operations.rate(mine, by=request.user, level=level, at=timezone.now())
    messages.success(request, _("Kept, for your eyes only."))
    return _back(mine, "scale")


@require_POST
@signed_in
def reminders(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Be reminded at a moment of one's own choosing."""
    mine = own_open(request, action_id)
    form = ReminderForm(request.POST)
    if not form.is_valid():
        return _again(request, mine, reminder_form=form)
    due_at = form.cleaned_data["due_at"]
    try:
        operations.remind(mine, by=request.user, due_at=due_at, at=timezone.now())
    except operations.TooManyError:
        form.add_error("day", _("Five reminders are enough. Take one away first."))
        return _again(request, mine, reminder_form=form)
    messages.success(request, _("You will be reminded. The mail says nothing of it."))
    return _back(mine, "reminders")


@require_POST
@signed_in
def reminder_removal(
    request: PersonRequest, action_id: UUID, reminder_id: UUID
) -> HttpResponseBase:
    """Not be reminded after all."""
    mine = own(request, action_id)
    if not mine.reminders.filter(pk=reminder_id).exists():
        raise Http404
    operations.forget_reminder(mine, by=request.user, reminder=reminder_id)
    return _back(mine, "reminders")


@require_POST
@signed_in
def telling(request: PersonRequest, action_id: UUID) -> HttpResponseBase:
    """Say for oneself what became of it; where a set meets again, the set hears it."""
    mine = own_open(request, action_id)
    if rules.will_be_told(mine):
        messages.warning(request, _("Your set hears of it at its next meeting."))
        return _back(mine, "told")
    form = TellingForm(request.POST)
    if not form.is_valid():
        return _again(request, mine, telling_form=form)
    words = dict(form.cleaned_data)
    status = Status(words.pop("status"))
    operations.settle_alone(
        mine, by=request.user, status=status, told=Told(**words), at=timezone.now()
    )
    messages.success(request, _("Kept."))
    return _back(mine, "told")


def _again(request: PersonRequest, mine: Action, **form: object) -> HttpResponseBase:
    page = page_of(request, mine, **form)
    return render(request, "actions/action.html", page, status=422)


def _back(mine: Action, place: str) -> HttpResponseBase:
    """Where on the page one was."""
    return redirect(f"{mine.get_absolute_url()}#{place}")
