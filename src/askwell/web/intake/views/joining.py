"""The page behind an invitation to a programme: what it is, then yes or no.

A yes needs a code mailed to the very address that was invited, or being signed in
with it. A no needs the link alone: nobody has to open an account to say no.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations, queries, rules
from askwell.web.intake.clocks import duration
from askwell.web.intake.forms import NothingForm
from askwell.web.intake.refusals import NotDoneError, Reason
from askwell.web.people.forms import CodeForm
from askwell.web.people.models import Person
from askwell.web.people.proving import ON_ITS_WAY, Proving

Status = Enrolment.Status


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest, code: str) -> HttpResponseBase:
    """Read what the programme is, and answer."""
    enrolment = queries.enrolment_behind(code)
    if enrolment is None or not rules.open_to_answer(enrolment, at=timezone.now()):
        return _closed(request)
    if request.user.is_authenticated:
        return _as_person(request, enrolment, request.user)
    if request.method == "POST":
        return _as_visitor(request, enrolment)
    return _offered(request, enrolment)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join_code(request: HttpRequest, code: str) -> HttpResponseBase:
    """Type the code that was mailed to the invited address."""
    enrolment = queries.enrolment_behind(code)
    if enrolment is None or not rules.open_to_answer(enrolment, at=timezone.now()):
        return _closed(request)
    proving = Proving(request, code)
    if not proving.is_begun or request.user.is_authenticated:
        return redirect("intake:join", code)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not proving.may_try():
            return proving.slowed_down()
        if proof := proving.prove(form):
            return _come_in(proving, enrolment, proving.person_at(proof, form))
    page = {"form": form, "enrolment": enrolment, "sent_to": hidden(enrolment.email)}
    return render(request, "intake/join_code.html", page)


def hidden(email: str) -> str:
    """Enough of an address for its owner to know which of theirs it is."""
    name, _at, house = email.partition("@")
    return f"{name[:1]}…@{house}"


def _as_visitor(request: HttpRequest, enrolment: Enrolment) -> HttpResponseBase:
    if enrolment.status == Status.JOINED:
        return redirect("intake:join", enrolment.code)
    if request.POST.get("answer") == "no":
        return _declined(request, enrolment)
    proving = Proving(request, enrolment.code)
    if not proving.may_ask():
        return proving.slowed_down()
    form = NothingForm({})
    form.is_valid()
    status = proving.mail(form, email=enrolment.email, name=enrolment.name)
    if status == ON_ITS_WAY:
        return redirect("intake:join_code", enrolment.code)
    return _offered(request, enrolment, form=form, status=status)


def _come_in(
    proving: Proving, enrolment: Enrolment, person: Person
) -> HttpResponseBase:
    """The address is theirs: they take part, and are signed in."""
    page = reverse("intake:mine")
    if person.is_active:
        page = _joined(proving.request, enrolment, person)
    return proving.sign_in(person, page=page)


def _joined(request: HttpRequest, enrolment: Enrolment, person: Person) -> str:
    """Where to go on: to the first question, or to where it says why not."""
    try:
        operations.join(enrolment, person=person, at=timezone.now())
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
        return reverse("intake:mine")
    return reverse("intake:begin", args=[enrolment.pk])


def _as_person(
    request: HttpRequest, enrolment: Enrolment, person: Person
) -> HttpResponseBase:
    is_mine = rules.is_theirs(enrolment, person)
    if request.method == "POST":
        if not is_mine:
            refused = NotDoneError(Reason.ANOTHER_ADDRESS)
            return _offered(request, enrolment, refused=refused, status=409)
        if request.POST.get("answer") == "no":
            return _declined(request, enrolment)
        return redirect(_joined(request, enrolment, person))
    if is_mine and enrolment.status == Status.JOINED:
        return redirect("intake:mine")
    return _offered(request, enrolment)


def _declined(request: HttpRequest, enrolment: Enrolment) -> HttpResponseBase:
    if enrolment.status == Status.JOINED:
        return redirect("intake:leaving", enrolment.pk)
    try:
        operations.decline(enrolment, at=timezone.now())
    except NotDoneError as refused:
        return _offered(request, enrolment, refused=refused, status=409)
    return redirect("intake:join", enrolment.code)


def _closed(request: HttpRequest) -> HttpResponseBase:
    """One that was withdrawn or is over answers like one that never was."""
    return render(request, "intake/join_closed.html", status=404)


def _offered(
    request: HttpRequest,
    enrolment: Enrolment,
    *,
    form: NothingForm | None = None,
    refused: NotDoneError | None = None,
    status: int = 200,
) -> HttpResponseBase:
    programme = enrolment.programme
    person = request.user if request.user.is_authenticated else None
    page = {
        "enrolment": enrolment,
        "programme": programme,
        "organisations": queries.organisations_of(programme),
        "invites": queries.who_invites(enrolment),
        "each_meeting": duration(programme.minutes),
        "in_all": duration(programme.minutes * programme.meetings),
        "sent_to": hidden(enrolment.email),
        "is_another": person is not None and not rules.is_theirs(enrolment, person),
        "has_joined": enrolment.status == Status.JOINED,
        "has_declined": enrolment.status == Status.DECLINED,
        "may_come_back": rules.may_come_back(enrolment),
        "form": form,
        "refused": refused.in_words() if refused else "",
    }
    return render(request, "intake/join.html", page, status=status)
