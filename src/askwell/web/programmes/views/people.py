"""The people of a set: who is in it, who waits, who is invited."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.addresses import Addressee
from askwell.web.programmes.forms import InviteForm
from askwell.web.programmes.models import (
    Belonging,
    Invitation,
    LearningSet,
    SetMembership,
)
from askwell.web.programmes.refusals import NotDoneError

HOW_THEY_BELONG = {
    Belonging.OBSERVER: gettext_lazy("Watches, and says nothing"),
    Belonging.TRAINEE: gettext_lazy("Learns to facilitate"),
    Belonging.FACILITATOR: gettext_lazy("Facilitator from outside"),
}
WISHES = {
    Belonging.MEMBER: gettext_lazy("would like to join"),
    Belonging.GUEST: gettext_lazy("would like to be a guest"),
    Belonging.OBSERVER: gettext_lazy("would like to watch, and say nothing"),
    Belonging.TRAINEE: gettext_lazy("would like to learn facilitating with you"),
    Belonging.FACILITATOR: gettext_lazy("would like to facilitate your meetings"),
}


@require_http_methods(["GET", "HEAD"])
@signed_in
def people(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Who is in the set; guests do not read it, they are on it."""
    return _drawn(request, _own_set(request, set_id))


@require_POST
@signed_in
def invitations(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Invite one address, or several at once."""
    learning_set = _own_set(request, set_id)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _drawn(request, learning_set, form=form, status=422)
    invited = form.cleaned_data["email"]
    return _done(
        request,
        learning_set,
        lambda: _invite(request, learning_set, invited),
        _("An invitation is on its way to %(email)s.")
        % {"email": ", ".join(each.email for each in invited)},
    )


@transaction.atomic
def _invite(
    request: PersonRequest, learning_set: LearningSet, invited: tuple[Addressee, ...]
) -> None:
    """All of them, or nobody."""
    for each in invited:
        operations.invite(
            learning_set,
            email=each.email,
            name=each.name,
            by=request.user,
            at=timezone.now(),
        )


@require_POST
@signed_in
def reminder(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Write once more to those who have not answered."""
    learning_set = _own_set(request, set_id)
    return _done(
        request,
        learning_set,
        lambda: operations.remind(learning_set, by=request.user, at=timezone.now()),
        _("Everyone who has not answered is written to once more."),
    )


@require_POST
@signed_in
def links(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Make a link to pass on, for members or for guests."""
    learning_set = _own_set(request, set_id)
    return _done(
        request,
        learning_set,
        lambda: operations.open_link(
            learning_set,
            belonging=_wanted(request),
            by=request.user,
            at=timezone.now(),
        ),
        _("The link is ready to be passed on."),
    )


def _wanted(request: PersonRequest) -> Belonging:
    """How whoever opens the link would belong: a member, unless it says otherwise."""
    typed = request.POST.get("belonging", "")
    return Belonging(typed) if typed in Belonging else Belonging.MEMBER


@require_POST
@signed_in
def withdrawal(
    request: PersonRequest, set_id: UUID, invitation_id: UUID
) -> HttpResponseBase:
    """Close a link."""
    learning_set = _own_set(request, set_id)
    invitation = get_object_or_404(
        Invitation, pk=invitation_id, learning_set=learning_set
    )
    return _done(
        request,
        learning_set,
        lambda: operations.withdraw(invitation, by=request.user, at=timezone.now()),
        _("The link no longer works."),
    )


@require_POST
@signed_in
def answer(
    request: PersonRequest, set_id: UUID, membership_id: UUID
) -> HttpResponseBase:
    """Say yes or no to somebody who asks to come in."""
    learning_set = _own_set(request, set_id)
    newcomer = _somebody(learning_set, membership_id)
    yes = request.POST.get("answer") == "yes"
    say = operations.admit if yes else operations.decline
    return _done(
        request,
        learning_set,
        lambda: say(newcomer, by=request.user, at=timezone.now()),
        _("Your yes is noted.") if yes else _("They are told nothing but no."),
    )


@require_POST
@signed_in
def part(request: PersonRequest, set_id: UUID, membership_id: UUID) -> HttpResponseBase:
    """Say who facilitates."""
    learning_set = _own_set(request, set_id)
    other = _somebody(learning_set, membership_id)
    return _done(
        request,
        learning_set,
        lambda: operations.appoint(
            other,
            facilitates=request.POST.get("facilitates") == "yes",
            by=request.user,
            at=timezone.now(),
        ),
        _("Kept."),
    )


@require_POST
@signed_in
def removal(
    request: PersonRequest, set_id: UUID, membership_id: UUID
) -> HttpResponseBase:
    """End somebody's time in the set."""
    learning_set = _own_set(request, set_id)
    other = _somebody(learning_set, membership_id)
    return _done(
        request,
        learning_set,
        lambda: operations.remove(other, by=request.user, at=timezone.now()),
        _("%(name)s is no longer in the set.") % {"name": other.person.name},
    )


def _own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    return get_object_or_404(rules.readable_sets(request.user), pk=set_id)


def _somebody(learning_set: LearningSet, membership_id: UUID) -> SetMembership:
    for one in queries.people_of(learning_set):
        if one.pk == membership_id:
            return one
    raise Http404


def _done(
    request: PersonRequest,
    learning_set: LearningSet,
    change: Callable[[], object],
    words: str,
) -> HttpResponseBase:
    """Make the change and go back, or stay and explain why it was not made."""
    try:
        change()
    except NotDoneError as refused:
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, words)
    return redirect("programmes:people", learning_set.pk)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    form: InviteForm | None = None,
    refused: NotDoneError | None = None,
    status: int = 200,
) -> HttpResponseBase:
    everyone = queries.people_of(learning_set)
    here = [one for one in everyone if one.is_current]
    me = next(one for one in here if one.person_id == request.user.id)
    leads = rules.leads(request.user, learning_set)
    following = queries.next_to_facilitate(learning_set, here)
    now = timezone.now()
    open_links = queries.open_invitations(learning_set, at=now)
    quiet = queries.unanswered(learning_set)
    page: dict[str, Any] = {
        "learning_set": learning_set,
        "members": [
            _row(one, me, following, leads=leads) for one in here if one.is_member
        ],
        "comers": [
            _row(one, me, following, leads=leads)
            for one in here
            if not (one.is_member or one.is_guest)
        ],
        "by_consent": me.is_member and any(one.is_by_consent for one in here),
        "guests": [one for one in here if one.is_guest],
        "waiting": _waiting(everyone, me, learning_set, leads=leads),
        "next": following,
        "host": next((one for one in here if one.is_host), None),
        "invited": [
            {"invitation": one, "is_open": one.is_open(at=now)} for one in quiet
        ],
        "may_remind": bool(queries.to_be_reminded(quiet, at=now)),
        "links": {each.value: _link(open_links, each) for each in Belonging},
        "leads": leads,
        "form": form or InviteForm(),
        "refused": refused,
    }
    return render(request, "programmes/people.html", page, status=status)


def _row(
    one: SetMembership,
    me: SetMembership,
    following: SetMembership | None,
    *,
    leads: bool,
) -> dict[str, Any]:
    """Somebody, what they do, and what may be done about it."""
    turns = queries.takes_turns(one.learning_set)
    appoints = leads and not turns and not one.is_by_consent
    removes = leads and not one.is_by_consent and not (turns and one.is_member)
    return {
        "membership": one,
        "parts": ", ".join(_parts(one, following)),
        "appoints": appoints,
        "removes": removes,
        "acts": one.pk == me.pk or appoints or removes,
    }


def _parts(one: SetMembership, following: SetMembership | None) -> Iterator[str]:
    """What somebody is and does in the set, in a few words."""
    turns = queries.takes_turns(one.learning_set)
    leads = one.is_member and one.is_facilitator and not turns
    yield str(HOW_THEY_BELONG.get(Belonging(one.belonging), _("Member")))
    if leads:
        yield _("facilitates")
    if one.is_host:
        yield _("hosts")
    if following is not None and one.pk == following.pk and not leads:
        yield _("facilitates the next meeting")


def _waiting(
    everyone: list[SetMembership],
    me: SetMembership,
    learning_set: LearningSet,
    *,
    leads: bool,
) -> list[dict[str, Any]]:
    waiting = [one for one in everyone if one.is_waiting]
    consents = queries.consents_to(waiting)
    members = [one for one in everyone if one.is_current and one.is_member]
    return [
        {
            "membership": one,
            "wish": WISHES[Belonging(one.belonging)],
            "mine": me.person_id in consents[one.pk],
            "may_answer": leads if one.is_guest else _decides(me, one),
            "missing": _missing(one, members, consents[one.pk]),
        }
        for one in waiting
    ]


def _decides(me: SetMembership, newcomer: SetMembership) -> bool:
    learns = me.belonging == Belonging.TRAINEE
    return me.is_member or not (learns or rules.needs_everyone(newcomer))


def _missing(
    newcomer: SetMembership, members: list[SetMembership], given: set[object]
) -> list[str]:
    """Whose yes is still needed; before the set has formed one is enough."""
    if not rules.needs_everyone(newcomer):
        return []
    return [one.person.name for one in members if one.person_id not in given]


def _link(open_links: list[Invitation], belonging: Belonging) -> dict[str, Any] | None:
    for one in open_links:
        if not one.email and one.belonging == belonging:
            address = f"{settings.BASE_URL}/join/{one.code}/"
            return {"invitation": one, "address": address}
    return None
