"""The steps to a set's first meeting: what for, who, how and when."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.process.formats import format_named
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.planning.refusals import NotPlannedError
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import Belonging
from askwell.web.programmes.queries import open_invitations, written_down
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.start import fitting, operations, queries
from askwell.web.start.forms import (
    MeetingsForm,
    NewSetForm,
    PeopleForm,
    PurposeForm,
    as_proposed,
    dates_of,
)
from askwell.web.start.models import Beginning
from askwell.web.start.operations import Choices, Done
from askwell.web.start.words import LENGTHS, about_size

Step = Beginning.Step
GoingOn = Callable[[PersonRequest, Beginning], HttpResponseBase]


def _of_own_beginning(view: GoingOn) -> Callable[..., HttpResponseBase]:
    """A step of a set that is being begun; what is finished has its own page."""

    @never_cache
    @signed_in
    @wraps(view)
    def gone_on(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
        beginning = get_object_or_404(queries.own_beginnings(request.user), pk=set_id)
        if beginning.finished_at:
            return redirect(beginning.learning_set)
        return view(request, beginning)

    return gone_on


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def begin(request: PersonRequest) -> HttpResponseBase:
    """The first step: from now on the set is there, and can be gone on with."""
    proposed = {"name": _name_for(request), "set_id": uuid4()}
    form = NewSetForm(request.POST or None, initial=proposed)
    if request.method == "POST" and form.is_valid():
        try:
            beginning = operations.begin(
                **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except NotDoneError as refused:
            form.add_error(None, refused.in_words())
        else:
            return redirect("start:people", beginning.pk)
    page = {"form": form, "unfinished": queries.unfinished(request.user)}
    return render(request, "start/purpose.html", page)


def _name_for(request: PersonRequest) -> str:
    return _("%(name)s’s set") % {"name": request.user.get_short_name()}


@require_http_methods(["GET", "HEAD"])
@_of_own_beginning
def go_on(request: PersonRequest, beginning: Beginning) -> HttpResponseBase:
    """Where it was left, on whatever device."""
    return redirect(f"start:{beginning.step}", beginning.pk)


@require_POST
@_of_own_beginning
def giving_up(request: PersonRequest, beginning: Beginning) -> HttpResponseBase:
    """Forget the set, as long as it is nobody else's."""
    if operations.give_up(beginning, at=timezone.now()):
        messages.success(request, _("It is forgotten. Nobody was told."))
        return redirect("/")
    messages.info(
        request, _("Others have come to it already. You can leave it, or end it.")
    )
    return redirect(beginning.learning_set)


@require_http_methods(["GET", "HEAD", "POST"])
@_of_own_beginning
def purpose(request: PersonRequest, beginning: Beginning) -> HttpResponseBase:
    """The first step once more."""
    learning_set = beginning.learning_set
    now = {
        "meant_for": learning_set.meant_for,
        "name": learning_set.name,
        "purpose": learning_set.purpose,
    }
    form = PurposeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        operations.describe(beginning, **form.cleaned_data)
        return redirect("start:people", beginning.pk)
    page = {"form": form, "beginning": beginning}
    return render(request, "start/purpose.html", page)


# --- who


@require_http_methods(["GET", "HEAD", "POST"])
@_of_own_beginning
def people(request: PersonRequest, beginning: Beginning) -> HttpResponseBase:
    """The second step: whoever is named is written down, and told nothing yet.

    Whichever button is pressed, what stands in the box is read first.
    """
    if request.method != "POST":
        return _with_people(request, beginning, _as_kept(request, beginning))
    form = PeopleForm(request.POST, request.FILES, by=request.user)
    if not form.is_valid():
        return _with_people(request, beginning, form, status=422)
    now = timezone.now()
    operations.note_people(
        beginning, form.understood, left_over=form.not_understood, at=now
    )
    _say_what_was_left_out(request, form)
    match request.POST.get("go"):
        case "back":
            return redirect("start:purpose", beginning.pk)
        case "on" if not form.not_understood:
            operations.reach(beginning, Step.MEETINGS)
            return redirect("start:meetings", beginning.pk)
        case "link":
            sets.open_link(beginning.learning_set, by=request.user, at=now)
    if off := request.POST.get("off"):
        _strike_out(request, beginning, off)
    return redirect("start:people", beginning.pk)


def _as_kept(request: PersonRequest, beginning: Beginning) -> PeopleForm:
    """The box with what was not understood, corrected where it is plain how."""
    if not beginning.typed:
        return PeopleForm(by=request.user)
    kept = PeopleForm({"typed": beginning.typed}, by=request.user)
    kept.full_clean()
    shown = PeopleForm({"typed": kept.to_look_at}, by=request.user)
    shown.full_clean()
    for fault in kept.faults:
        shown.add_error("typed", fault)
    return shown


def _say_what_was_left_out(request: PersonRequest, form: PeopleForm) -> None:
    if form.reading.repeated:
        twice = ", ".join(form.reading.repeated)
        messages.info(request, _("%(who)s: there twice, asked once.") % {"who": twice})
    if form.names_me:
        messages.info(request, _("You are in the set already."))


def _strike_out(request: PersonRequest, beginning: Beginning, off: str) -> None:
    """Somebody who is not on the list, or no longer, is not missed."""
    for one in written_down(beginning.learning_set):
        if str(one.pk) == off:
            sets.strike_out(beginning.learning_set, one.pk, by=request.user)
            who = {"who": one.email}
            messages.success(request, _("%(who)s is off the list.") % who)


def _with_people(
    request: PersonRequest,
    beginning: Beginning,
    form: PeopleForm,
    status: int = 200,
) -> HttpResponseBase:
    page = {
        "beginning": beginning,
        "form": form,
        "listed": written_down(beginning.learning_set),
        "about_size": about_size(queries.people_planned(beginning)),
        "link": _link(beginning),
    }
    return render(request, "start/people.html", page, status=status)


def _link(beginning: Beginning) -> str:
    """The link to pass on, if one was made."""
    for one in open_invitations(beginning.learning_set, at=timezone.now()):
        if not one.email and one.belonging == Belonging.MEMBER:
            return f"{settings.BASE_URL}/join/{one.code}/"
    return ""


# --- how and when


@require_http_methods(["GET", "HEAD", "POST"])
@_of_own_beginning
def meetings(request: PersonRequest, beginning: Beginning) -> HttpResponseBase:
    """The third step: the last press sends the invitations and convenes the first."""
    now = timezone.now()
    people = queries.people_planned(beginning)
    if request.method == "POST":
        as_typed = {
            name: request.POST.get(name, "") for name in MeetingsForm.base_fields
        }
        operations.keep_meetings(beginning, as_typed)
    form = MeetingsForm(as_proposed(beginning, people=people, now=now))
    going = request.POST.get("go")
    if going == "back":
        return redirect("start:people", beginning.pk)
    if request.method == "POST" and form.is_valid() and going != "look":
        return _finish(request, beginning, form, people=people, now=now)
    wrong = request.method == "POST" and not form.is_valid()
    return _with_meetings(
        request, beginning, form, people=people, status=422 if wrong else 200
    )


def _finish(
    request: PersonRequest,
    beginning: Beginning,
    form: MeetingsForm,
    *,
    people: int,
    now: datetime,
) -> HttpResponseBase:
    choices = _choices(beginning, form, now=now)
    try:
        done = operations.finish(beginning, choices, at=now)
    except (NotDoneError, NotPlannedError) as refused:
        form.add_error(None, refused.in_words())
        return _with_meetings(request, beginning, form, people=people, status=409)
    messages.success(request, _what_was_done(done, choices))
    return redirect(beginning.learning_set)


def _choices(beginning: Beginning, form: MeetingsForm, *, now: datetime) -> Choices:
    local = now.astimezone(ZoneInfo(beginning.learning_set.time_zone))
    return form.choices_made(otherwise=fitting.first_meeting(local))


def _what_was_done(done: Done, choices: Choices) -> str:
    said = [_("The set has begun.")]
    if done.invited:
        said.append(
            ngettext(
                "One invitation is on its way.",
                "%(count)s invitations are on their way.",
                done.invited,
            )
            % {"count": done.invited}
        )
    if done.first_at:
        local = done.first_at.astimezone(ZoneInfo(choices.time_zone))
        when = date_format(local, "l j F, H:i")
        said.append(_("The first meeting is on %(when)s.") % {"when": when})
    if done.asked:
        said.append(_("They are asked which dates suit them."))
    return " ".join(said)


def _with_meetings(
    request: PersonRequest,
    beginning: Beginning,
    form: MeetingsForm,
    *,
    people: int,
    status: int = 200,
) -> HttpResponseBase:
    page: dict[str, Any] = {
        "beginning": beginning,
        "form": form,
        "people": people,
        "to_invite": written_down(beginning.learning_set).count(),
    }
    if form.is_valid():
        page |= _outlook(beginning, form, people)
    return render(request, "start/meetings.html", page, status=status)


def _outlook(beginning: Beginning, form: MeetingsForm, people: int) -> dict[str, Any]:
    """What the choices come to: the format, the dates, and what to mind about them."""
    choices = _choices(beginning, form, now=timezone.now())
    zone = ZoneInfo(choices.time_zone)
    asked = [each.replace(tzinfo=zone) for each in fitting.dates_to_ask(choices.first)]
    dates = dates_of(choices)
    return {
        "choices": choices,
        "format": format_named(choices.format),
        "length": LENGTHS[choices.minutes],
        "dates": dates if choices.when == "dates" else [],
        "asked": sorted(asked) if choices.when == "ask" else [],
        "clocks_change": _clocks_change(dates),
        "is_crowded": fitting.is_crowded(minutes=choices.minutes, people=people),
    }


def _clocks_change(dates: list[datetime]) -> datetime | None:
    """The first meeting after the clocks of the home zone have changed."""
    for before, after in pairwise(dates):
        if before.utcoffset() != after.utcoffset():
            return after
    return None
