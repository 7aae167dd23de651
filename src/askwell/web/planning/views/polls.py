"""Date polls, as those of the set see them: asked, answered, and chosen from."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.planning import operations, queries, rules
from askwell.web.planning.forms import AnswersForm, PollForm, likely_poll_dates
from askwell.web.planning.models import DatePoll
from askwell.web.planning.queries.people import memberships_in
from askwell.web.planning.queries.polls import Column, answers_of, grid
from askwell.web.planning.refusals import REFUSED
from askwell.web.planning.series import occurrences
from askwell.web.planning.views.dates import (
    MEETINGS,
    WEEKS,
    likely_first,
    likely_minutes,
)
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets

READ = ["GET", "HEAD"]


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def new(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask the set which dates suit."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    form = PollForm(request.POST or None, initial=_initial(found))
    if request.method == "POST" and form.is_valid():
        try:
            return _asked(request, found, form)
        except REFUSED as refused:
            form.add_error(None, refused.in_words())
    page = {"learning_set": found, "form": form}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "planning/poll_new.html", page, status=status)


def _asked(
    request: PersonRequest, learning_set: LearningSet, form: PollForm
) -> HttpResponseBase:
    poll = operations.ask_for_dates(
        learning_set,
        dates=form.dates,
        minutes=form.cleaned_data["booked_minutes"],
        count=form.cleaned_data["count"],
        every_weeks=form.cleaned_data["every_weeks"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, _("The set is asked. Say what suits you, too."))
    return redirect("planning:poll", poll.pk)


def _initial(learning_set: LearningSet) -> dict[str, object]:
    known = Meeting.objects.filter(learning_set=learning_set)
    last = known.order_by("-starts_at").first()
    now = timezone.localtime()
    zone = timezone.get_current_timezone()
    usual = likely_first(last, zone, now=now).time()
    return {
        "booked_minutes": likely_minutes(learning_set, last),
        "count": 1 if meetings_held(learning_set).exists() else MEETINGS,
        "every_weeks": WEEKS,
        **likely_poll_dates(now, usual),
    }


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def poll(request: PersonRequest, poll_id: UUID) -> HttpResponseBase:
    """Say what suits, see what suits everyone, and choose."""
    found = get_object_or_404(rules.readable_polls(request.user), pk=poll_id)
    voice = found.voices.filter(person=request.user).first()
    form = AnswersForm(
        request.POST or None,
        dates=found.dates.all(),
        initial=_known(answers_of(voice) if voice else {}),
    )
    if request.method == "POST" and form.is_valid():
        return _answered(request, found, form)
    answers = grid(found)
    people = [each.person for each in memberships_in(found.learning_set)]
    page = {
        "poll": found,
        "learning_set": found.learning_set,
        "form": form,
        "has_answered": voice is not None and bool(form.initial),
        "grid": answers,
        "columns": [
            {
                "column": column,
                "burdens": queries.burdens_on(people, _starts(found, column)),
            }
            for column in answers.columns
        ],
        "address": f"{settings.BASE_URL}/p/{found.code}/",
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "planning/poll.html", page, status=status)


def _known(answers: dict[UUID, str]) -> dict[str, str]:
    return {str(date): suits for date, suits in answers.items()}


def _starts(poll: DatePoll, column: Column) -> list[datetime]:
    """Every meeting that choosing this date would make."""
    home = ZoneInfo(poll.time_zone)
    local = column.date.starts_at.astimezone(home).replace(tzinfo=None)
    return occurrences(local, home, poll.count, poll.every_weeks)


def _answered(
    request: PersonRequest, poll: DatePoll, form: AnswersForm
) -> HttpResponseBase:
    try:
        voice = operations.voice_of(poll, request.user, at=timezone.now())
        operations.answer_poll(voice, form.answers)
    except REFUSED as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, _("Noted. You can change it until it is decided."))
    return redirect("planning:poll", poll.pk)


@require_POST
@signed_in
def choice(request: PersonRequest, poll_id: UUID) -> HttpResponseBase:
    """Choose among the dates; the poll is over, the meetings are in the calendar."""
    found = get_object_or_404(rules.readable_polls(request.user), pk=poll_id)
    if request.POST.get("none") == "yes":
        return _ended(request, found)
    dates = [
        each.pk
        for each in found.dates.all()
        if str(each.pk) in request.POST.getlist("date")
    ]
    try:
        made = operations.choose_dates(found, dates, by=request.user, at=timezone.now())
    except REFUSED as refused:
        messages.warning(request, refused.in_words())
        return redirect("planning:poll", found.pk)
    words = ngettext(
        "The meeting is in the set's calendar.",
        "%(number)s meetings are in the set's calendar.",
        len(made),
    )
    messages.success(request, words % {"number": len(made)})
    return redirect("planning:dates", found.learning_set_id)


def _ended(request: PersonRequest, poll: DatePoll) -> HttpResponseBase:
    try:
        operations.end_poll(poll, at=timezone.now())
    except REFUSED as refused:
        messages.warning(request, refused.in_words())
    else:
        messages.success(request, _("Nobody is asked any more."))
    return redirect("planning:dates", poll.learning_set_id)
