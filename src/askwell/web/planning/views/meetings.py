"""What one does about one meeting: reply, move it, cancel it, hold it shorter."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.meetings.models import Meeting
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.planning import operations, queries, rules
from askwell.web.planning.forms import MoveForm
from askwell.web.planning.queries.people import memberships_in
from askwell.web.planning.refusals import REFUSED, NotPlannedError
from askwell.web.planning.zones import place_of
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.rules import can_read_set

READ = ["GET", "HEAD"]
REPLIES = {"yes": True, "no": False, "open": None}


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def reply(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Say whether one comes, or take it back; members and guests alike."""
    meeting = get_object_or_404(rules.answerable_meetings(request.user), pk=meeting_id)
    if request.method == "POST" and request.POST.get("reply") in REPLIES:
        coming = REPLIES[request.POST["reply"]]
        return _replied(request, meeting, coming)
    seen = queries.coming_meeting(meeting)
    page = {
        "meeting": meeting,
        "coming": seen,
        "mine": seen.reply_of(request.user),
        "is_reader": can_read_set(request.user, meeting.learning_set),
        "presents": any(each.person_id == request.user.pk for each in seen.bookings),
        "may_reply": meeting.opened_at is None and meeting.cancelled_at is None,
        "home_place": place_of(seen.home),
        "is_away_from_home": ZoneInfo(request.user.time_zone) != seen.home,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "planning/reply.html", page, status=status)


def _replied(
    request: PersonRequest, meeting: Meeting, coming: bool | None
) -> HttpResponseBase:
    try:
        operations.reply(meeting, by=request.user, coming=coming, at=timezone.now())
    except REFUSED as refused:
        messages.warning(request, refused.in_words())
    return _back(request, meeting)


def _back(request: PersonRequest, meeting: Meeting) -> HttpResponseBase:
    """To the page the button was on."""
    match request.POST.get("from"):
        case "dates" if can_read_set(request.user, meeting.learning_set):
            page = redirect("planning:dates", meeting.learning_set_id)
            page["Location"] += f"#meeting-{meeting.pk}"
            return page
        case "set" if can_read_set(request.user, meeting.learning_set):
            return redirect(meeting.learning_set)
        case "front":
            return redirect("/")
        case _:
            return redirect("planning:reply", meeting.pk)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def time(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Move or change a meeting, or it and the rest of its series."""
    meeting = _changeable(request, meeting_id)
    following = len(queries.rest_of(meeting))
    local = timezone.localtime(meeting.starts_at)
    initial = {
        "day": local.date(),
        "time": local.time(),
        "booked_minutes": meeting.booked_minutes,
        "meeting_format": meeting.format,
        "link": meeting.link,
    }
    form = MoveForm(request.POST or None, initial=initial, following=following)
    burdens = _burdens(meeting, form) if form.is_bound and form.is_valid() else []
    if request.method == "POST" and form.is_valid() and (form.was_seen or not burdens):
        return _moved(request, meeting, form)
    page = _page(meeting) | {
        "form": form,
        "following": following,
        "burdens": burdens,
        "fingerprint": form.fingerprint if burdens else "",
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "planning/time.html", page, status=status)


def _burdens(meeting: Meeting, form: MoveForm) -> list[queries.Burden]:
    """What the new times would mean on everyone's clock."""
    others = queries.rest_of(meeting) if form.with_the_rest else []
    people = [each.person for each in memberships_in(meeting.learning_set)]
    starts = queries.starts_after(meeting, others, form.starts_at)
    return queries.burdens_on(people, starts)


def _moved(
    request: PersonRequest, meeting: Meeting, form: MoveForm
) -> HttpResponseBase:
    try:
        moved = operations.move_on(
            meeting,
            starts_at=form.starts_at,
            booked_minutes=form.cleaned_data["booked_minutes"],
            format_name=form.cleaned_data["meeting_format"],
            link=form.cleaned_data["link"],
            with_the_rest=form.with_the_rest,
            by=request.user,
            at=timezone.now(),
        )
    except REFUSED as refused:
        return _refused(request, meeting, refused)
    words = ngettext(
        "The meeting is changed, and everyone's calendar is told.",
        "%(number)s meetings are changed, and everyone's calendar is told.",
        len(moved),
    )
    messages.success(request, words % {"number": len(moved)})
    return redirect("planning:dates", meeting.learning_set_id)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def cancellation(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Cancel a meeting, after seeing which, or call it again."""
    meeting = _changeable(request, meeting_id)
    if request.method != "POST":
        page = _page(meeting) | {"following": len(queries.rest_of(meeting))}
        return render(request, "planning/cancellation.html", page)
    again = request.POST.get("again") == "yes"
    try:
        words = (
            _called_again(request, meeting) if again else _cancelled(request, meeting)
        )
    except REFUSED as refused:
        return _refused(request, meeting, refused)
    messages.success(request, words)
    return redirect("planning:dates", meeting.learning_set_id)


def _called_again(request: PersonRequest, meeting: Meeting) -> str:
    operations.take_back(meeting, by=request.user, at=timezone.now())
    return _("The meeting takes place after all.")


def _cancelled(request: PersonRequest, meeting: Meeting) -> str:
    off = operations.call_off(
        meeting,
        with_the_rest=request.POST.get("rest") == "yes",
        by=request.user,
        at=timezone.now(),
    )
    words = ngettext(
        "The meeting is cancelled. You can call it again here.",
        "%(number)s meetings are cancelled. You can call them again here.",
        len(off),
    )
    return words % {"number": len(off)}


@require_POST
@signed_in
def practice(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Hold a meeting with few people as a short practice slot."""
    meeting = _changeable(request, meeting_id)
    seen = queries.coming_meeting(meeting)
    try:
        operations.hold_shorter(
            meeting, people=seen.possible, by=request.user, at=timezone.now()
        )
    except REFUSED as refused:
        return _refused(request, meeting, refused)
    messages.success(request, _("The meeting is a short practice slot now."))
    return redirect("planning:dates", meeting.learning_set_id)


def _changeable(request: PersonRequest, meeting_id: UUID) -> Meeting:
    return get_object_or_404(rules.changeable_meetings(request.user), pk=meeting_id)


def _page(meeting: Meeting) -> dict[str, Any]:
    learning_set: LearningSet = meeting.learning_set
    return {"meeting": meeting, "learning_set": learning_set}


def _refused(
    request: PersonRequest, meeting: Meeting, refused: NotPlannedError | NotDoneError
) -> HttpResponseBase:
    messages.warning(request, refused.in_words())
    return redirect("planning:dates", meeting.learning_set_id)
