"""The pages of a set's meetings: the set, a new meeting, the room, and what is kept."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.process import State
from askwell.web.actions.queries import awaiting_report
from askwell.web.meetings import (
    guesses,
    log,
    operations,
    queries,
    rules,
    screens,
    sessions,
    tickets,
)
from askwell.web.meetings.forms.convene import CodeForm, ConveneForm
from askwell.web.meetings.forms.preparing import PrepareForm
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.screens import Viewer
from askwell.web.meetings.screens.sentences import in_words
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.queries import current_contract, members_of
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.rules import readable_sets
from askwell.web.topics import operations as topics
from askwell.web.topics.models import Topic
from askwell.web.topics.queries import (
    open_topics,
    own_topic,
    slots_kept,
    topic_made_ready,
)

READ = ["GET", "HEAD"]


@require_http_methods([*READ, "POST"])
@signed_in
def new(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Call a meeting: in which format, when, and for how long."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    form = ConveneForm(
        request.POST or None,
        learning_set=found,
        held=queries.meetings_held(found),
        people=len(members_of(found)),
        open_actions=awaiting_report(found).count(),
    )
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        try:
            meeting = operations.schedule(found, **form.meeting(), by=request.user)
        except NotDoneError as refused:
            form.add_error(None, refused.in_words())
        else:
            messages.success(request, _("The meeting is in the set's calendar."))
            return redirect("meetings:room", meeting.pk)
    page = {
        "form": form,
        "learning_set": found,
        "sentences": [in_words(each) for each in form.plan.sentences if each.number],
    }
    return render(request, "meetings/new.html", page, status=_status(form))


def _status(form: Form) -> int:
    return 422 if form.is_bound and not form.is_valid() else 200


@require_http_methods(READ)
@signed_in
def room(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """The room: the lobby before the meeting, the meeting itself, and its end."""
    meeting = _enterable(request, meeting_id)
    if meeting.cancelled_at:
        return _not_taking_place(request, meeting)
    operations.convene(meeting)
    viewer, state = _eyes(request, meeting, shared=False)
    if not state.belongs(viewer.person) and viewer.person not in state.joining:
        page = _room_page(meeting, viewer) | {"see": screens.Sight.of(state, viewer)}
        response = render(request, "meetings/door.html", page)
    else:
        page = _room_page(meeting, viewer) | _drawn(state, viewer)
        page["contract"] = current_contract(meeting.learning_set)
        response = render(request, "meetings/room.html", page)
    tickets.give(response, _ticket(request, viewer))
    return response


@require_http_methods(READ)
@signed_in
def screen(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """The shared screen: large, for everyone in one room, and nobody's own."""
    meeting = _attended(request, meeting_id)
    if meeting.cancelled_at:
        return _not_taking_place(request, meeting)
    operations.convene(meeting)
    viewer, state = _eyes(request, meeting, shared=True)
    page = _room_page(meeting, viewer) | _drawn(state, viewer)
    address = reverse("meetings:short", args=[meeting.code])
    page["join_address"] = f"{settings.BASE_URL}{address}"
    page["join_site"] = f"{settings.BASE_URL}/m/".split("://", 1)[1]
    response = render(request, "meetings/screen.html", page)
    tickets.give(response, _ticket(request, viewer))
    return response


def _not_taking_place(request: PersonRequest, meeting: Meeting) -> HttpResponseBase:
    """The door of a cancelled meeting says so; nobody is let in or given a ticket."""
    page = {"meeting": meeting, "learning_set": meeting.learning_set}
    return render(request, "meetings/cancelled.html", page)


def _enterable(request: PersonRequest, meeting_id: UUID) -> Meeting:
    """A meeting whose door the person may stand at; any other is like none."""
    return get_object_or_404(rules.enterable_meetings(request.user), pk=meeting_id)


def _attended(request: PersonRequest, meeting_id: UUID) -> Meeting:
    return get_object_or_404(rules.attended_meetings(request.user), pk=meeting_id)


def _eyes(
    request: PersonRequest, meeting: Meeting, *, shared: bool
) -> tuple[Viewer, State]:
    """The viewer, and the meeting as it stands."""
    viewer = Viewer(
        person=str(request.user.pk),
        directory=screens.directory(meeting.pk),
        shared=shared,
        language=get_language() or "",
        time_zone=request.user.time_zone,
        hints=request.user.wants_hints,
    )
    return viewer, log.state(meeting.pk)


def _ticket(request: PersonRequest, viewer: Viewer) -> tickets.Ticket:
    session = request.session.session_key or ""
    return tickets.Ticket(
        meeting=UUID(viewer.directory.meeting),
        person=viewer.person,
        shared=viewer.shared,
        language=viewer.language,
        time_zone=viewer.time_zone,
        proof=sessions.proof(session, request.user.password),
        hints=viewer.hints,
    )


def _room_page(meeting: Meeting, viewer: Viewer) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "learning_set": meeting.learning_set,
        "viewer": viewer,
        "stream": f"/live/{meeting.pk}/",
    }


def _drawn(state: State, viewer: Viewer) -> dict[str, Any]:
    return {
        "state": state,
        "see": screens.Sight.of(state, viewer),
        "regions": screens.page(state, viewer),
        "format": state.format,
        "badge": state.script.badge,
    }


@require_http_methods(READ)
@signed_in
def bid(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Ask for time with one of one's own topics; nobody else has this page."""
    meeting = _attended(request, meeting_id)
    viewer, state = _eyes(request, meeting, shared=False)
    see = screens.Sight.of(state, viewer)
    page = _room_page(meeting, viewer) | {
        "see": see,
        "bid": see.state.bids.get(see.me),
        "topics": list(open_topics(request.user)),
    }
    response = render(request, "meetings/bid.html", page)
    tickets.give(response, _ticket(request, viewer))
    return response


@require_http_methods([*READ, "POST"])
@signed_in
def preparation(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """The topic one prepares to present at a meeting; else choose or begin one."""
    meeting = _attended(request, meeting_id)
    ready = _topic_for(request.user, meeting)
    if request.method != "POST" and ready and "another" not in request.GET:
        to = "topics:topic" if meeting.is_in_progress else "topics:preparing"
        return redirect(to, ready.pk)
    sent = request.POST if request.method == "POST" else None
    form = PrepareForm(sent, topics=open_topics(request.user))
    if form.is_valid():
        chosen = topics.get_ready(
            meeting.pk, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        return redirect("topics:preparing", chosen.pk)
    page = {"form": form, "meeting": meeting, "learning_set": meeting.learning_set}
    return render(request, "meetings/preparation.html", page, status=_status(form))


def _topic_for(person: Person, meeting: Meeting) -> Topic | None:
    """What they have asked for time with, or else what they made ready."""
    bid = log.state(meeting.pk).bids.get(str(person.pk))
    if bid and bid.topic_id and (own := own_topic(person, UUID(bid.topic_id))):
        return own
    return topic_made_ready(person.pk, meeting.pk)


@require_POST
@signed_in
def kept_topics(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Keep what one presented here as a topic of one's own, for another time."""
    meeting = _attended(request, meeting_id)
    state, me = log.state(meeting.pk), str(request.user.pk)
    mine = {str(each.number): each for each in state.slots if each.presenter == me}
    slot = mine.get(request.POST.get("slot", ""))
    if slot is None:
        raise Http404
    topic = state.topics[slot.number]
    kept = topics.keep_presented(
        owner=request.user,
        headline=topic.topic or topic.question or _("A topic I told aloud"),
        kind=topic.topic_type,
        learning_set=meeting.learning_set_id,
        meeting=meeting.pk,
        slot=slot.number,
        presented_at=slot.began_at,
        at=timezone.now(),
    )
    return redirect("topics:topic", kept.pk)


@require_http_methods(READ)
@signed_in
def mine(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """What this person takes away; nobody else has this page."""
    meeting = _attended(request, meeting_id)
    viewer, state = _eyes(request, meeting, shared=False)
    page = _room_page(meeting, viewer) | {
        "mine": screens.takeaway(state, viewer),
        "slots_kept": slots_kept(request.user, meeting.pk),
        "see": screens.Sight.of(state, viewer),
    }
    return render(request, "meetings/mine.html", page)


@require_http_methods(READ)
@signed_in
def review(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """How the set worked, and what to try next time."""
    meeting = get_object_or_404(rules.readable_meetings(request.user), pk=meeting_id)
    viewer, state = _eyes(request, meeting, shared=False)
    page = _room_page(meeting, viewer) | {"review": screens.review(state, viewer)}
    return render(request, "meetings/review.html", page)


@require_http_methods([*READ, "POST"])
@signed_in
def code(request: PersonRequest) -> HttpResponseBase:
    """Type the short code that stands on the shared screen."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not guesses.may_guess(request):
            return _slowed_down(request)
        meeting = _guessed(request, form.cleaned_data["code"])
        if meeting:
            return redirect("meetings:room", meeting.pk)
        form.add_error(
            "code", _("No meeting of yours has this code. Look at it once more.")
        )
    return render(request, "meetings/code.html", {"form": form})


def _guessed(request: PersonRequest, code: str) -> Meeting | None:
    meeting = rules.meeting_of_code(request.user, code)
    if meeting is None:
        guesses.guessed_wrong(request)
    return meeting


def _slowed_down(request: PersonRequest) -> HttpResponseBase:
    """Too many wrong codes: not even a right one is tried for a while."""
    form = CodeForm({"code": ""})
    form.errors["code"] = form.error_class(
        [_("Too many codes were wrong. Try again in an hour, or ask for the link.")]
    )
    return render(request, "meetings/code.html", {"form": form}, status=429)


@require_http_methods(READ)
@signed_in
def short(request: PersonRequest, code: str) -> HttpResponseBase:
    """The address behind the square on the shared screen."""
    if not guesses.may_guess(request):
        return _slowed_down(request)
    meeting = _guessed(request, code)
    if meeting is None:
        raise Http404
    return redirect("meetings:room", meeting.pk)
