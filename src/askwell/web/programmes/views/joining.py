"""Joining a set by its link: a page, a button, a mailed code, and a wait.

Opening a link changes nothing. Whether an address is known to Askwell cannot be
learned here: every address is sent a code, and asked for it on the same page.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.process.formats import format_named
from askwell.web.people.forms import CodeForm, ProofForm
from askwell.web.people.models import Person
from askwell.web.people.proving import ON_ITS_WAY, Proving
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Invitation, SetMembership
from askwell.web.programmes.refusals import NotDoneError


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest, code: str) -> HttpResponseBase:
    """The page behind a link; what it offers depends on who opens it."""
    invitation = queries.invitation_behind(code)
    if invitation is None:
        return _closed(request)
    if request.user.is_authenticated:
        return _join_as(request, invitation, request.user)
    if not invitation.is_open(at=timezone.now()):
        return _closed(request)
    if request.method == "POST":
        return _mail_code(request, invitation)
    return _offered(request, invitation, ProofForm())


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def code(request: HttpRequest, code: str) -> HttpResponseBase:
    """Type the code that was mailed."""
    invitation = queries.invitation_behind(code)
    if invitation is None:
        return _closed(request)
    proving = Proving(request, code)
    if not proving.is_begun or request.user.is_authenticated:
        return redirect("programmes:join", code)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not proving.may_try():
            return proving.slowed_down()
        if proof := proving.prove(form):
            return _come_in(request, invitation, proving.person_at(proof, form))
    page = {"form": form, "invitation": invitation}
    return render(request, "programmes/join_code.html", page)


# --- for visitors


def _mail_code(request: HttpRequest, invitation: Invitation) -> HttpResponseBase:
    proving = Proving(request, invitation.code)
    if not proving.may_ask():
        return proving.slowed_down()
    form = ProofForm(request.POST)
    if not form.is_valid():
        return _offered(request, invitation, form, status=422)
    status = proving.mail(form, **form.cleaned_data)
    if status == ON_ITS_WAY:
        return redirect("programmes:join_code", invitation.code)
    return _offered(request, invitation, form, status=status)


def _come_in(
    request: HttpRequest, invitation: Invitation, person: Person
) -> HttpResponseBase:
    """The address is theirs: they ask to join, and are signed in.

    Whoever was put into a set sees first who is in it, and then says yes or no.
    """
    if person.is_active and not rules.shows_mates(person, invitation):
        _ask(request, invitation, person)
    page = reverse("programmes:join", args=[invitation.code])
    return Proving(request, invitation.code).sign_in(person, page=page)


def _offered(
    request: HttpRequest, invitation: Invitation, form: ProofForm, status: int = 200
) -> HttpResponseBase:
    page = {**_about(invitation), "form": form}
    return render(request, "programmes/join.html", page, status=status)


def _closed(request: HttpRequest) -> HttpResponseBase:
    """A link that was closed answers like one that never was."""
    return render(request, "programmes/join_closed.html", status=404)


# --- for people who are signed in


def _join_as(
    request: HttpRequest, invitation: Invitation, person: Person
) -> HttpResponseBase:
    here = queries.membership_of(person, invitation.learning_set)
    if request.method == "POST":
        return _answer(request, invitation, person, here)
    if here is None and not invitation.is_open(at=timezone.now()):
        return _closed(request)
    if here is None:
        page = {**_about(invitation), **_mates(invitation, person)}
        return render(request, "programmes/join.html", page)
    if here.is_waiting:
        page = {**_about(invitation), "membership": here}
        return render(request, "programmes/join_waiting.html", page)
    return _into(here, person)


def _answer(
    request: HttpRequest,
    invitation: Invitation,
    person: Person,
    here: SetMembership | None,
) -> HttpResponseBase:
    if request.POST.get("answer") == "no":
        if here is None:
            operations.turn_down(invitation, by=person, at=timezone.now())
        elif here.is_waiting:
            operations.leave(here, at=timezone.now())
        messages.success(request, _("Nobody is told why."))
        return redirect("/")
    _ask(request, invitation, person)
    return redirect("programmes:join", invitation.code)


def _ask(request: HttpRequest, invitation: Invitation, person: Person) -> None:
    try:
        operations.ask_to_join(invitation, person, at=timezone.now())
    except NotDoneError as refused:
        messages.error(request, refused.in_words())


def _into(here: SetMembership, person: Person) -> HttpResponseBase:
    """Whoever is in goes to the agreement first."""
    learning_set = here.learning_set
    newest = queries.current_contract(learning_set)
    agreed = newest is not None and person.id in queries.agreements_to(newest)
    if agreed and rules.can_read_set(person, learning_set):
        return redirect(learning_set)
    return redirect("programmes:contract", learning_set.pk)


def _mates(invitation: Invitation, person: Person) -> dict[str, object]:
    """Composition is shown before anybody says yes (INV-18), to its own address."""
    if not rules.shows_mates(person, invitation):
        return {}
    mates = queries.mates_in(invitation.learning_set, but=person)
    expected = rules.is_expected(invitation, invitation.learning_set)
    return {"mates": mates, "is_placed": expected}


def _about(invitation: Invitation) -> dict[str, object]:
    learning_set = invitation.learning_set
    return {
        "invitation": invitation,
        "is_expected": rules.is_expected(invitation, learning_set),
        "learning_set": learning_set,
        "format": format_named(learning_set.format),
        "size": len(queries.members_of(learning_set)),
    }
