"""Date polls for whoever holds a link, without an account."""

from contextlib import suppress
from typing import Final
from zoneinfo import ZoneInfo

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.planning import operations, rules
from askwell.web.planning.forms import AnswersForm, NamedForm, ZoneForm
from askwell.web.planning.models import DatePoll, Voice
from askwell.web.planning.queries.polls import answers_of, grid
from askwell.web.planning.refusals import REFUSED

AN_HOUR: Final = 60 * 60
# People in one building share an address.
MOST_FROM_ONE_ADDRESS: Final = 60
MOST_VOICES: Final = 60
SESSION: Final = "voices"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def open_poll(request: HttpRequest, code: str) -> HttpResponseBase:
    """Behind somebody's own link their answers; behind the poll's, an empty form."""
    voice = rules.voice_behind(code)
    poll = voice.poll if voice else rules.poll_behind(code)
    if poll is None:
        return _to_own_page(request, code)
    if elsewhere := _better_place(request, poll, voice):
        return elsewhere
    zone = _zone(request, poll, voice)
    with timezone.override(ZoneInfo(zone)):
        return _page(request, poll, voice, zone)


def _to_own_page(request: HttpRequest, code: str) -> HttpResponseBase:
    """Whoever was asked by mail and has joined since answers inside by now."""
    mine = Voice.objects.none()
    if request.user.is_authenticated:
        mine = rules.own_voices(request.user).filter(code=code)
    return redirect("planning:poll", get_object_or_404(mine).poll_id)


def _better_place(
    request: HttpRequest, poll: DatePoll, voice: Voice | None
) -> HttpResponseBase | None:
    """Members answer inside; who has answered on this device goes on with that."""
    if request.user.is_authenticated and rules.belongs_to(
        request.user, poll.learning_set_id
    ):
        return redirect("planning:poll", poll.pk)
    own = request.session.get(SESSION, {}).get(str(poll.pk))
    if voice is None and own and rules.voice_behind(own):
        return redirect("planning:open_poll", own)
    return None


def _zone(request: HttpRequest, poll: DatePoll, voice: Voice | None) -> str:
    """As chosen just now, else as before, else as the poll's own home."""
    asked = request.POST.get("zone") or request.GET.get("zone")
    form = ZoneForm({"zone": asked})
    if asked and form.is_valid():
        return str(form.cleaned_data["zone"])
    if request.user.is_authenticated:
        return request.user.time_zone
    return (voice.time_zone if voice else "") or poll.time_zone


def _page(
    request: HttpRequest, poll: DatePoll, voice: Voice | None, zone: str
) -> HttpResponseBase:
    sent = request.POST if request.method == "POST" else None
    known = answers_of(voice) if voice else {}
    form = AnswersForm(
        sent,
        dates=poll.dates.all(),
        initial={str(date): suits for date, suits in known.items()},
    )
    named = None if voice else NamedForm(sent, initial=_own_name(request))
    status = 200
    if sent is not None:
        if not _may_answer(request, poll, voice):
            return render(request, "planning/slowed_down.html", status=429)
        if form.is_valid() and (named is None or named.is_valid()):
            return _answered(request, poll, voice, form=form, named=named, zone=zone)
        status = 422
    page = {
        "poll": poll,
        "voice": voice,
        "form": form,
        "named": named,
        "zone": zone,
        "zone_form": ZoneForm(initial={"zone": zone}),
        "was_zone_chosen": "zone" in request.GET or bool(voice and voice.time_zone),
        "grid": grid(poll),
        "address": f"{settings.BASE_URL}{request.path}" if voice else "",
        "has_answered": bool(known),
    }
    return render(request, "planning/open_poll.html", page, status=status)


def _own_name(request: HttpRequest) -> dict[str, str]:
    return {"name": request.user.name} if request.user.is_authenticated else {}


def _answered(
    request: HttpRequest,
    poll: DatePoll,
    voice: Voice | None,
    *,
    form: AnswersForm,
    named: NamedForm | None,
    zone: str,
) -> HttpResponseBase:
    try:
        voice = operations.answer_openly(
            poll,
            voice,
            answers=form.answers,
            name=named.cleaned_data["name"] if named else "",
            time_zone=zone,
            at=timezone.now(),
        )
    except REFUSED as refused:
        messages.warning(request, refused.in_words())
        return redirect(request.path)
    voices = request.session.get(SESSION, {})
    request.session[SESSION] = voices | {str(poll.pk): voice.code}
    messages.success(request, _("Thank you. You can change it until it is decided."))
    return redirect("planning:open_poll", voice.code)


def _may_answer(request: HttpRequest, poll: DatePoll, voice: Voice | None) -> bool:
    """So many answers an hour from one address, and so many voices in one poll."""
    key = f"polls.address.{get_adapter().get_client_ip(request)}"
    if not cache.add(key, 1, AN_HOUR):
        # Its hour may be over this very moment.
        with suppress(ValueError):
            cache.incr(key)
    has_room = voice is not None or poll.voices.count() < MOST_VOICES
    return has_room and cache.get(key, 0) <= MOST_FROM_ONE_ADDRESS
