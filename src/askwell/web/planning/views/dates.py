"""The dates of a set: what comes, who comes, and more meetings put among them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.process.formats import format_named
from askwell.web.meetings.forms.convene import on_the_quarter
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import meetings_held
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.planning import operations, queries
from askwell.web.planning.forms import SeriesForm
from askwell.web.planning.queries.people import memberships_in
from askwell.web.planning.refusals import REFUSED
from askwell.web.planning.zones import place_of
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets

READ = ["GET", "HEAD"]
# What a cycle of meetings mostly is.
MEETINGS, WEEKS = 6, 5
PAST_SHOWN = 5


@require_http_methods(READ)
@never_cache
@signed_in
def dates(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """All meetings to come, on the reader's own clock and on the home zone's."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    now = timezone.now()
    coming = [] if found.ended_at else queries.upcoming(found, at=now)
    people = [each.person for each in memberships_in(found)]
    on = [each for each in coming if not each.meeting.cancelled_at]
    starts = [each.meeting.starts_at for each in on]
    page = {
        "learning_set": found,
        "meetings": [_shown(each, request.user, now) for each in coming],
        "burdens": queries.burdens_on(people, starts),
        "how_many": len(on),
        "polls": list(queries.open_polls(found)),
        "held": list(meetings_held(found)[:PAST_SHOWN]),
        "home_place": place_of(ZoneInfo(found.time_zone)),
        "is_away_from_home": request.user.time_zone != found.time_zone,
    }
    return render(request, "planning/dates.html", page)


def _shown(
    coming: queries.ComingMeeting, person: Person, now: datetime
) -> dict[str, Any]:
    """One meeting as this person sees it."""
    return {
        "coming": coming,
        "meeting": coming.meeting,
        "mine": coming.reply_of(person),
        "has_too_few": coming.has_too_few(at=now),
        "moves": _moves_for(coming, person),
    }


def _moves_for(coming: queries.ComingMeeting, person: Person) -> bool:
    """Whether the reader's clock and the home zone's differ at that time."""
    own = coming.meeting.starts_at.astimezone(ZoneInfo(person.time_zone))
    return own.replace(tzinfo=None) != coming.at_home.replace(tzinfo=None)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def series(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Plan several meetings at once; their dates are seen before they are fixed."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    initial = _initial(found, request.user, now=timezone.now())
    form = SeriesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.was_seen and "look" not in request.POST:
        try:
            return _planned(request, found, form)
        except REFUSED as refused:
            form.add_error(None, refused.in_words())
    status = 422 if form.is_bound and not form.is_valid() else 200
    people = [each.person for each in memberships_in(found)]
    page = {
        "learning_set": found,
        "form": form,
        "starts": form.starts,
        "burdens": queries.burdens_on(people, form.starts),
        "how_many": len(form.starts),
        "fingerprint": form.fingerprint if form.starts else "",
        "has_changed": form.is_bound and form.is_valid() and not form.was_seen,
    }
    return render(request, "planning/series.html", page, status=status)


def _planned(
    request: PersonRequest, learning_set: LearningSet, form: SeriesForm
) -> HttpResponseBase:
    known = form.cleaned_data
    operations.plan_series(
        learning_set,
        first=form.starts[0],
        count=known["count"],
        every_weeks=known["every_weeks"],
        minutes=known["booked_minutes"],
        home_zone=known["home_zone"],
        by=request.user,
        at=timezone.now(),
    )
    messages.success(
        request,
        ngettext(
            "The meeting is in the set's calendar.",
            "%(number)s meetings are in the set's calendar.",
            known["count"],
        )
        % {"number": known["count"]},
    )
    return redirect("planning:dates", learning_set.pk)


def _initial(
    learning_set: LearningSet, person: Person, *, now: datetime
) -> dict[str, Any]:
    """After the last meeting known, at its hour; else in two weeks, at ten."""
    known = Meeting.objects.filter(learning_set=learning_set, cancelled_at__isnull=True)
    last = known.order_by("-starts_at").first()
    home = home_of(learning_set, person)
    first = likely_first(last, ZoneInfo(home), now=now)
    return {
        "day": first.date(),
        "time": first.time(),
        "booked_minutes": likely_minutes(learning_set, last),
        "count": MEETINGS,
        "every_weeks": WEEKS,
        "home_zone": home,
    }


def home_of(learning_set: LearningSet, person: Person) -> str:
    """A set that was given no home zone is at home where it is planned."""
    if learning_set.time_zone == "UTC":
        return person.time_zone
    return learning_set.time_zone


def likely_first(last: Meeting | None, home: ZoneInfo, *, now: datetime) -> datetime:
    """On the home zone's clocks: some weeks after the last, or in two weeks at ten."""
    if last is None:
        local = now.astimezone(home) + timedelta(weeks=2)
        return local.replace(hour=10, minute=0, second=0, microsecond=0)
    likely = on_the_quarter(last.starts_at.astimezone(home)) + timedelta(weeks=WEEKS)
    while likely <= now:
        likely += timedelta(weeks=1)
    return likely


def likely_minutes(learning_set: LearningSet, last: Meeting | None) -> int:
    usual = learning_set.usual_minutes
    default = format_named(learning_set.format).default_minutes
    return usual or (last.booked_minutes if last else default)
