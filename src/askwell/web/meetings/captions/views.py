"""The page on which somebody passes live captions on to be read."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from askwell.process import Refused, State
from askwell.process.commands import CloseCaptions, Command, Hear, OpenCaptions
from askwell.process.uses import CAPTIONS
from askwell.transcripts import Unreadable
from askwell.web.meetings import log, operations, rules, screens
from askwell.web.meetings.captions import keys
from askwell.web.meetings.captions.forms import PasteForm
from askwell.web.meetings.captions.reading import turns_in
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.screens import Viewer
from askwell.web.meetings.screens.refusals import in_words
from askwell.web.meetings.writer import Accepted
from askwell.web.people.signed_in import PersonRequest, signed_in

UNPROCESSABLE = 422
CONFLICT = 409
# More than are said between two looks at it; each becomes an entry in the log.
MOST_TURNS = 1000


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@signed_in
def captions(request: PersonRequest, meeting_id: UUID) -> HttpResponseBase:
    """Paste what was said, or make the address for a program; nothing is kept."""
    meeting = get_object_or_404(rules.attended_meetings(request.user), pk=meeting_id)
    if request.method != "POST":
        return _page(request, meeting, PasteForm())
    match request.POST.get("do"):
        case "open":
            return _done(request, meeting, OpenCaptions(**_by(request)))
        case "close":
            return _done(request, meeting, CloseCaptions(**_by(request)))
        case _:
            return _read(request, meeting)


def _by(request: PersonRequest) -> dict[str, str]:
    return {"by": str(request.user.pk), "token": uuid4().hex}


def _read(request: PersonRequest, meeting: Meeting) -> HttpResponseBase:
    """What cannot be read is not shown again either: they are others' words."""
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _sorry(request, meeting, _("Paste a few lines first."), UNPROCESSABLE)
    state = log.state(meeting.pk)
    if not state.allows(CAPTIONS.name):
        return _done(request, meeting, Hear(**_by(request), turns=()))
    names = screens.directory(meeting.pk).names
    try:
        said = form.cleaned_data["said"].encode()
        turns = turns_in(said, state, names, most=MOST_TURNS)
    except Unreadable as problem:
        text = _(
            "Line %(line)d could not be read, and nothing was kept. Try it as "
            "“Name: words”."
        ) % {"line": problem.line}
        return _sorry(request, meeting, text, UNPROCESSABLE)
    thanks = ngettext(
        "%(count)d turn was read, and its words are forgotten.",
        "%(count)d turns were read, and their words are forgotten.",
        len(turns),
    ) % {"count": len(turns)}
    return _done(request, meeting, Hear(**_by(request), turns=turns), said=thanks)


def _done(
    request: PersonRequest, meeting: Meeting, command: Command, *, said: str = ""
) -> HttpResponseBase:
    outcome = operations.submit(meeting.pk, command)
    if isinstance(outcome, Accepted):
        if said:
            messages.success(request, said)
        return redirect("meetings:captions", meeting.pk)
    if isinstance(outcome, Refused):
        viewer, state = _eyes(request, meeting)
        what, to_do = in_words(outcome, screens.Sight.of(state, viewer))
        return _sorry(request, meeting, f"{what} {to_do}", CONFLICT)
    text = _("That could not be done just now. Nothing was kept; try again.")
    return _sorry(request, meeting, text, CONFLICT)


def _sorry(
    request: PersonRequest, meeting: Meeting, text: str, status: int
) -> HttpResponseBase:
    return _page(request, meeting, PasteForm(), sorry=text, status=status)


def _page(
    request: PersonRequest,
    meeting: Meeting,
    form: PasteForm,
    *,
    sorry: str = "",
    status: int = 200,
) -> HttpResponseBase:
    viewer, state = _eyes(request, meeting)
    page = {
        "meeting": meeting,
        "learning_set": meeting.learning_set,
        "form": form,
        "sorry": sorry,
        "on": state.allows(CAPTIONS.name),
        **_address(state, meeting, viewer, at=timezone.now()),
    }
    return render(request, "meetings/captions.html", page, status=status)


def _address(
    state: State, meeting: Meeting, viewer: Viewer, *, at: datetime
) -> dict[str, Any]:
    """The address in full for whoever made it; to others, that there is one."""
    address = state.caption_address
    if address is None or address.lapsed(at):
        return {}
    if address.made_by != viewer.person:
        see = screens.Sight.of(state, viewer)
        return {"passed_on_by": see.short(address.made_by)}
    path = keys.path_of(meeting.pk, address)
    return {"address": f"{settings.BASE_URL}{path}"}


def _eyes(request: PersonRequest, meeting: Meeting) -> tuple[Viewer, State]:
    viewer = Viewer(
        person=str(request.user.pk),
        directory=screens.directory(meeting.pk),
        language=get_language() or "",
        time_zone=request.user.time_zone,
    )
    return viewer, log.state(meeting.pk)
