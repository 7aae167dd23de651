"""The contract: read it, agree to it, word it anew, look back at what it was."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.forms import (
    AttendanceForm,
    ContractForm,
    MoveForm,
    ReadForm,
)
from askwell.web.programmes.models import (
    READERS,
    Agreement,
    Contract,
    LearningSet,
    Programme,
)
from askwell.web.programmes.points import changes, points_of, words_of
from askwell.web.programmes.refusals import NotDoneError

READ = ["GET", "HEAD"]


@require_http_methods(READ)
@never_cache
@signed_in
def contract(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """What the set agreed, and who has said yes to it; guests read it too."""
    learning_set = get_object_or_404(rules.attended_sets(request.user), pk=set_id)
    return _drawn(request, learning_set)


@require_POST
@signed_in
def agreements(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Say yes to the version that was on the page."""
    learning_set = get_object_or_404(rules.attended_sets(request.user), pk=set_id)
    try:
        operations.agree(
            learning_set, read=_read(request), by=request.user, at=timezone.now()
        )
    except NotDoneError as refused:
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, _("You have agreed."))
    return redirect("programmes:contract", learning_set.pk)


@require_POST
@signed_in
def renewal(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Ask everyone to agree anew to the words as they are."""
    learning_set = _own_set(request, set_id)
    try:
        operations.agree_anew(
            learning_set, read=_read(request), by=request.user, at=timezone.now()
        )
    except NotDoneError as refused:
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, _("Everyone is asked to agree anew."))
    return redirect("programmes:contract", learning_set.pk)


@require_POST
@signed_in
def attendance(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Let the programme learn less of who came; any one member decides it alone."""
    learning_set = _own_set(request, set_id)
    form = AttendanceForm(request.POST)
    if not form.is_valid():
        return _drawn(request, learning_set, status=422)
    try:
        operations.lower_attendance(
            learning_set,
            Programme.Attendance(form.cleaned_data["attendance"]),
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as refused:
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, _("The programme learns less from now on."))
    return redirect("programmes:contract", learning_set.pk)


def _read(request: PersonRequest) -> int:
    form = ReadForm(request.POST)
    return int(form.cleaned_data["read"]) if form.is_valid() else 0


def _own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    return get_object_or_404(rules.readable_sets(request.user), pk=set_id)


@require_http_methods([*READ, "POST"])
@never_cache
@signed_in
def edit(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Propose other words, a point to a box; everyone agrees anew."""
    learning_set = _own_set(request, set_id)
    newest = queries.current_contract(learning_set)
    if request.method != "POST":
        return _edited(request, learning_set, newest, points_of(_words(newest)))
    typed = request.POST.getlist("point")
    move = MoveForm(request.POST)
    if move.is_valid():
        points, looked_at = move.moved(typed)
        return _edited(request, learning_set, newest, points, looked_at=looked_at)
    form = ContractForm(request.POST)
    if not form.is_valid():
        return _edited(request, learning_set, newest, typed, form=form, status=422)
    return _reworded(request, learning_set, newest, form)


def _words(contract: Contract | None) -> str:
    return contract.words or "" if contract else ""


def _reworded(
    request: PersonRequest,
    learning_set: LearningSet,
    newest: Contract | None,
    form: ContractForm,
) -> HttpResponseBase:
    points = form.cleaned_data["point"]
    try:
        operations.reword(
            learning_set,
            words=words_of(points),
            read=form.cleaned_data["read"],
            by=request.user,
            at=timezone.now(),
        )
    except NotDoneError as refused:
        # Their words stay in the form; sent again, they answer the newest version.
        form.add_error(None, refused.in_words())
        return _edited(request, learning_set, newest, points, form=form, status=409)
    messages.success(request, _("The new words are there for all to read."))
    return redirect("programmes:contract", learning_set.pk)


def _edited(
    request: PersonRequest,
    learning_set: LearningSet,
    newest: Contract | None,
    points: list[str],
    *,
    form: ContractForm | None = None,
    looked_at: int | None = None,
    status: int = 200,
) -> HttpResponseBase:
    stale = status == HTTPStatus.CONFLICT
    # What was moved about still answers the version it was taken from.
    read = request.POST.get("read", "") if not stale else ""
    page = {
        "form": form,
        "points": points or [""],
        "last": len(points) - 1,
        "looked_at": looked_at,
        "learning_set": learning_set,
        "newest": newest,
        "read": read or (newest.version if newest else 0),
        "refused": stale,
    }
    return render(request, "programmes/contract_edit.html", page, status=status)


def _lower(learning_set: LearningSet) -> list[tuple[str, str]]:
    """What the programme may be let learn instead, as the buttons say it."""
    says = {
        Programme.Attendance.COUNTS: _("Let it learn only how many came"),
        Programme.Attendance.NOTHING: _("Let it learn nothing of who came"),
    }
    return [(each, says[each]) for each in operations.below(learning_set.attendance)]


def _is_asked_again(
    person: Person, newest: Contract | None, agreed: Mapping[object, Agreement]
) -> bool:
    """A newcomer reads it for the first time, whatever went before."""
    if newest is None or newest.version == 1 or person.id in agreed:
        return False
    return queries.has_agreed_before(person, newest)


def _drawn(
    request: PersonRequest,
    learning_set: LearningSet,
    *,
    refused: NotDoneError | None = None,
    status: int = 200,
) -> HttpResponseBase:
    newest = queries.current_contract(learning_set)
    agreed = queries.agreements_to(newest) if newest else {}
    everyone = [one for one in queries.people_of(learning_set) if one.is_current]
    me = next(one for one in everyone if one.person_id == request.user.id)
    page = {
        "learning_set": learning_set,
        "contract": newest,
        "points": points_of(_words(newest)),
        "people": [
            {"membership": one, "agreed": agreed.get(one.person_id)} for one in everyone
        ],
        "mine": agreed.get(request.user.id),
        "missing": [one for one in everyone if one.person_id not in agreed],
        "again": _is_asked_again(request.user, newest, agreed),
        "reads": me.belonging in READERS,
        "lower": _lower(learning_set) if me.is_member else [],
        "is_guest": me.is_guest,
        "refused": refused,
    }
    return render(request, "programmes/contract.html", page, status=status)


@require_http_methods(READ)
@never_cache
@signed_in
def versions(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Every version, why it came about and who agreed to it."""
    learning_set = _own_set(request, set_id)
    page = {
        "learning_set": learning_set,
        "versions": queries.versions_of(learning_set),
    }
    return render(request, "programmes/versions.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def version(request: PersonRequest, set_id: UUID, number: int) -> HttpResponseBase:
    """One version: its words, what had changed, who agreed and when."""
    learning_set = _own_set(request, set_id)
    found = {one.contract.version: one for one in queries.versions_of(learning_set)}
    if number not in found:
        raise Http404
    shown, before = found[number], found.get(number - 1)
    points = points_of(_words(shown.contract))
    earlier = points_of(_words(before.contract)) if before else points
    page = {
        "learning_set": learning_set,
        "shown": shown,
        "before": before,
        "after": found.get(number + 1),
        "points": points,
        "changes": changes(earlier, points) if earlier != points else [],
    }
    return render(request, "programmes/version.html", page)
