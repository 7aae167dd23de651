"""A person's own passport, and what counts in it; the pages are theirs alone."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.facilitation.evidence import Evidence
from askwell.process.formats import format_named
from askwell.web.passports.forms import LearnedForm, SupervisionForm
from askwell.web.passports.models import Facilitated, Learned, Supervision
from askwell.web.passports.operations import keeping
from askwell.web.passports.queries.passport import Passport, passport_of
from askwell.web.passports.screens.lines import next_step, number, told
from askwell.web.passports.screens.taken import as_data
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.rules import attended_sets

READ, BOTH = ["GET", "HEAD"], ["GET", "HEAD", "POST"]
ON_A_PAGE = 200


@require_http_methods(READ)
@never_cache
@signed_in
def own(request: PersonRequest) -> HttpResponseBase:
    """What I did, what it counts for, and what comes next."""
    return render(request, "passports/own.html", _page(request))


@require_http_methods(READ)
@never_cache
@signed_in
def document(request: PersonRequest) -> HttpResponseBase:
    """The same on paper, to hand on."""
    return render(request, "passports/document.html", _page(request))


@require_http_methods(READ)
@never_cache
@signed_in
def as_json(request: PersonRequest) -> HttpResponseBase:
    """The same for a program."""
    passport = passport_of(request.user, at=timezone.now())
    response = JsonResponse(as_data(passport), json_dumps_params={"indent": 1})
    name = f"my-passport-{timezone.localdate():%Y-%m-%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(request: PersonRequest) -> dict[str, object]:
    passport = passport_of(request.user, at=timezone.now())
    own_, *others = (told(each, at=passport.at) for each in passport.standings)
    return {
        "passport": passport,
        "own": own_,
        "others": others,
        "step": next_step(own_),
        "figures": _figures(passport),
        "formats": _formats(passport.facilitated, action_learning=True),
        "apart": _formats(passport.facilitated, action_learning=False),
    }


def _figures(passport: Passport) -> list[tuple[str, str]]:
    return [
        (_("hours facilitated"), number(passport.amount(Evidence.HOUR))),
        (_("meetings"), number(passport.amount(Evidence.MEETING))),
        (
            _("different sets"),
            number(passport.amount(Evidence.LEARNING_SET, different=True)),
        ),
    ]


def _formats(facilitated: Sequence[Facilitated], *, action_learning: bool) -> list[str]:
    """The formats somebody has facilitated, each once, by name."""
    names = {
        each.format
        for each in facilitated
        if each.is_action_learning is action_learning
    }
    return sorted(map(_title, names))


def _title(name: str) -> str:
    """What somebody facilitated stays theirs when a format is no longer offered."""
    try:
        return _(format_named(name).title)
    except KeyError:
        return name


# What counts


@require_http_methods(BOTH)
@never_cache
@signed_in
def counted(request: PersonRequest) -> HttpResponseBase:
    """The meetings that count, and which of my sets are for supervision."""
    among = list(attended_sets(request.user).order_by("name"))
    marked = Supervision.objects.filter(person=request.user)
    sets = marked.values_list("learning_set", flat=True)
    # Where no box is ticked, nothing but the form's token is sent.
    given = request.POST if request.method == "POST" else None
    form = SupervisionForm(given, among=among, initial={"sets": [str(x) for x in sets]})
    if request.method == "POST" and form.is_valid():
        chosen = [UUID(each) for each in form.cleaned_data["sets"]]
        keeping.supervise(request.user, chosen, at=timezone.now())
        messages.success(request, _("Kept. Only you can see it."))
        return redirect("passports:counted")
    rows = Facilitated.objects.filter(person=request.user).order_by("-at")
    told_ = [_row(each) for each in rows[:ON_A_PAGE]]
    page = {"form": form, "sets": among, "rows": told_}
    return _typed(request, "passports/counted.html", form, page)


def _row(row: Facilitated) -> dict[str, object]:
    return {
        "id": row.pk,
        "at": row.at,
        "format": _title(row.format),
        "hours": number(row.minutes / 60),
        "left_out": row.left_out,
        "counts": row.is_action_learning,
    }


@require_POST
@signed_in
def leave_out(request: PersonRequest, facilitated_id: UUID) -> HttpResponseBase:
    """Leave a meeting out of what counts, take it in again, or forget it for good."""
    leave = request.POST.get("leave")
    if leave == "gone":
        was_there = keeping.forget(request.user, facilitated_id)
    else:
        out = leave == "out"
        was_there = keeping.leave_out(request.user, facilitated_id, left_out=out)
    if not was_there:
        raise Http404
    return redirect("passports:counted")


# Learning elsewhere


@require_http_methods(BOTH)
@never_cache
@signed_in
def learning(request: PersonRequest) -> HttpResponseBase:
    """What I did to go on learning, and one more line."""
    form = LearnedForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        keeping.learn(request.user, **form.cleaned_data)
        messages.success(request, _("Kept. Only you can read it."))
        return redirect("passports:learning")
    rows = Learned.objects.filter(person=request.user)[:ON_A_PAGE]
    return _typed(
        request, "passports/learning.html", form, {"form": form, "rows": rows}
    )


@require_POST
@signed_in
def unlearn(request: PersonRequest, learned_id: UUID) -> HttpResponseBase:
    if not keeping.unlearn(request.user, learned_id):
        raise Http404
    messages.success(request, _("Taken out."))
    return redirect("passports:learning")


def _typed(
    request: PersonRequest, page: str, form: object, context: dict[str, object]
) -> HttpResponse:
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, page, context, status=status)
