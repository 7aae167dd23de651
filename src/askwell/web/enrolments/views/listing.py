"""The list of a programme's people; somebody added by hand; the list as a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.enrolments import exports, operations, queries, rules, wording
from askwell.web.enrolments.checking import Entry, Named
from askwell.web.enrolments.forms import FindForm, PersonForm, SeveralForm
from askwell.web.enrolments.models import Enrolment, EnrolmentQuerySet
from askwell.web.enrolments.views.finding import (
    CHANGE,
    READ,
    given,
    seen,
    shown,
)
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme

ON_A_PAGE = 100


@require_http_methods(READ)
@never_cache
@signed_in
def people(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Everybody the reader looks after, a hundred at a time."""
    programme = seen(request, programme_id)
    everybody = rules.visible_enrolments(request.user, programme)
    partners = queries.employers(request.user, programme)
    cohorts = programme.cohorts.all()
    form = FindForm(request.GET, cohorts=cohorts, partners=partners)
    form.is_valid()
    found = _found(everybody, form.cleaned_data)
    pages = Paginator(_drawn(found), ON_A_PAGE).get_page(request.GET.get("page"))
    replies = _replies(everybody)
    page = {
        "programme": programme,
        "form": form,
        "several_form": SeveralForm(people=everybody, cohorts=cohorts),
        "replies": replies,
        "not_asked": any(value == Enrolment.Status.LISTED for value, *_ in replies),
        "people": pages,
        "rows": [(one, wording.level_of(one)) for one in pages],
        "is_looking": any(form.cleaned_data.values()),
        "query": _query(request),
        "several": "partner" in form.fields,
    }
    return shown(request, "people", page)


def _found(people: EnrolmentQuerySet, asked: dict[str, Any]) -> EnrolmentQuerySet:
    people = queries.found(people, asked.get("q", ""))
    if asked.get("cohort"):
        people = people.filter(cohort=asked["cohort"])
    if asked.get("partner"):
        people = people.filter(partner=asked["partner"])
    if asked.get("reply"):
        return people.filter(status=asked["reply"])
    # Who is gone is found by their reply, and not in the way otherwise.
    return people if asked.get("q") else people.here()


def _drawn(people: EnrolmentQuerySet) -> EnrolmentQuerySet:
    return people.select_related("partner__organisation", "cohort").order_by(
        "name", "email"
    )


def _replies(people: EnrolmentQuerySet) -> list[tuple[str, Any, int]]:
    """How many have said what, in the order in which it happens."""
    rows = people.order_by().values_list("status").annotate(many=Count("pk"))
    many = dict(rows)
    return [
        (status.value, status.label, many[status.value])
        for status in Enrolment.Status
        if status.value in many
    ]


def _query(request: PersonRequest) -> str:
    """The same question for the next page."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()


@require_http_methods(CHANGE)
@never_cache
@signed_in
def new(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Put one person on the list by hand."""
    programme = seen(request, programme_id)
    partners = queries.employers(request.user, programme)
    form = PersonForm(
        given(request),
        instance=Enrolment(programme=programme),
        programme=programme,
        partners=partners,
        initial={"cohort": programme.cohorts.first()},
    )
    if request.method == "POST" and form.is_valid():
        _enrol(request, programme, form.cleaned_data)
        words = _("%(name)s is on the list, and not asked yet.")
        messages.success(request, words % {"name": form.cleaned_data["name"]})
        return redirect("enrolments:people", programme.pk)
    page = {"programme": programme, "form": form}
    return shown(request, "new", page, status=422 if form.errors else 200)


def _enrol(request: PersonRequest, programme: Programme, said: dict[str, Any]) -> None:
    partner, cohort = said.pop("partner"), said.pop("cohort")
    entry = Entry(
        employer=Named(partner.organisation.name, partner.pk),
        cohort=Named(cohort.name, cohort.pk) if cohort else None,
        **said,
    )
    operations.enrol(programme, [entry], by=request.user, at=timezone.now())


@require_POST
@signed_in
def several(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Move those who are ticked, or say that they can facilitate."""
    programme = seen(request, programme_id)
    form = SeveralForm(
        request.POST,
        people=rules.visible_enrolments(request.user, programme),
        cohorts=programme.cohorts.all(),
    )
    if form.is_valid():
        number = _done_with(form)
        words = ngettext("%s person is changed.", "%s people are changed.", number)
        messages.success(request, words % number)
    else:
        messages.warning(request, _("Tick who is meant first."))
    return redirect("enrolments:people", programme.pk)


def _done_with(form: SeveralForm) -> int:
    who, act = form.cleaned_data["who"], form.cleaned_data["act"]
    if act in form.cohorts:
        return operations.move(who, form.cohorts[act])
    return operations.mark(who, facilitates=act == SeveralForm.LEADS)


@require_http_methods(READ)
@never_cache
@signed_in
def export(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """The list as CSV: changed in a spreadsheet, it can be brought back."""
    programme = seen(request, programme_id)
    found = _drawn(rules.visible_enrolments(request.user, programme).here())
    text = exports.people_csv(found, queries.lines_seen(request.user, programme))
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    name = exports.file_name(programme)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
