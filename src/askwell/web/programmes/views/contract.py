"""The contract: read it, agree to it, word it anew."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.forms import ContractForm, ReadForm
from askwell.web.programmes.models import Contract, LearningSet
from askwell.web.programmes.refusals import NotDoneError


@require_http_methods(["GET", "HEAD"])
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
    form = ReadForm(request.POST)
    read = form.cleaned_data["read"] if form.is_valid() else 0
    try:
        operations.agree(learning_set, read=read, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        return _drawn(request, learning_set, refused=refused, status=409)
    messages.success(request, _("You have agreed."))
    return redirect("programmes:contract", learning_set.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def edit(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Propose other words; everyone agrees anew."""
    learning_set = get_object_or_404(rules.readable_sets(request.user), pk=set_id)
    newest = queries.current_contract(learning_set)
    now = {
        "words": newest.words if newest else "",
        "read": newest.version if newest else 0,
    }
    form = ContractForm(request.POST or None, initial=now)
    if request.method != "POST" or not form.is_valid():
        return _edited(request, learning_set, form, newest)
    try:
        operations.reword(
            learning_set, **form.cleaned_data, by=request.user, at=timezone.now()
        )
    except NotDoneError as refused:
        # Their words stay in the form; sent again, they answer the newest version.
        form = ContractForm({"words": form.cleaned_data["words"], "read": now["read"]})
        form.add_error(None, refused.in_words())
        return _edited(request, learning_set, form, newest, status=409)
    messages.success(request, _("The new words are there for all to read."))
    return redirect("programmes:contract", learning_set.pk)


def _edited(
    request: PersonRequest,
    learning_set: LearningSet,
    form: ContractForm,
    newest: Contract | None,
    status: int = 200,
) -> HttpResponseBase:
    page = {"form": form, "learning_set": learning_set, "newest": newest}
    page["refused"] = status == HTTPStatus.CONFLICT
    return render(request, "programmes/contract_edit.html", page, status=status)


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
    page = {
        "learning_set": learning_set,
        "contract": newest,
        "points": _points(newest),
        "people": [
            {"membership": one, "agreed": agreed.get(one.person_id)} for one in everyone
        ],
        "mine": agreed.get(request.user.id),
        "missing": [one for one in everyone if one.person_id not in agreed],
        "is_guest": any(
            one.is_guest for one in everyone if one.person_id == request.user.id
        ),
        "refused": refused,
    }
    return render(request, "programmes/contract.html", page, status=status)


def _points(contract: Contract | None) -> list[str]:
    """The words line by line: each line that says something is a point."""
    words = contract.words or "" if contract else ""
    return [line for line in words.splitlines() if line.strip()]
