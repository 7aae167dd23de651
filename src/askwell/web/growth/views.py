"""How I have grown, how our set is doing, and what sets share with who facilitates."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.growth import operations
from askwell.web.growth.queries import sharing
from askwell.web.growth.queries.doing import doing_of
from askwell.web.growth.screens import sheet
from askwell.web.growth.screens.doing import hint_of, measures_of
from askwell.web.growth.screens.own import growth_of
from askwell.web.learning.queries import newest_leaves
from askwell.web.measuring.queries import Own, own
from askwell.web.people.models import Person
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import LearningSet, SetMembership
from askwell.web.programmes.queries import membership_of
from askwell.web.programmes.rules import attended_sets, readable_sets
from askwell.web.surveys.queries.pulse import OfMeeting, words_of

READ = ["GET", "HEAD"]
NEWEST = 24
"""So many of one's meetings are looked at."""
LEAVES = 6
"""Of so many meetings the set sees what it wanted to try, and its own words."""


# --- a person's own


@require_http_methods(READ)
@never_cache
@signed_in
def mine(request: PersonRequest) -> HttpResponseBase:
    """What I asked, chose and learned over time; nobody else has this page."""
    page = {"growth": growth_of(_newest(request.user))}
    return render(request, "growth/own.html", page)


@require_http_methods(READ)
@never_cache
@signed_in
def as_table(request: PersonRequest) -> HttpResponseBase:
    """My counts for a spreadsheet."""
    written = sheet.as_table(_newest(request.user))
    return _file(written, kind="text/csv; charset=utf-8", ending="csv")


@require_http_methods(READ)
@never_cache
@signed_in
def as_json(request: PersonRequest) -> HttpResponseBase:
    """My counts for a program."""
    written = sheet.as_json(_newest(request.user), at=timezone.now())
    return _file(written, kind="application/json", ending="json")


def _newest(person: Person) -> list[Own]:
    """What a set is called today is not for who has left it."""
    attended = set(attended_sets(person).values_list("name", flat=True))
    return [
        each
        if each.learning_set_name in attended
        else replace(each, learning_set_name="")
        for each in own(person, newest=NEWEST)
    ]


def _file(written: str, *, kind: str, ending: str) -> HttpResponse:
    response = HttpResponse(written, content_type=kind)
    name = f"my-growth-{timezone.localdate():%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


# --- a set's own


@require_http_methods(READ)
@never_cache
@signed_in
def doing(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """How we ask, take turns and begin, for the set alone."""
    found = get_object_or_404(readable_sets(request.user), pk=set_id)
    membership = membership_of(request.user, found)
    is_member = membership is not None and membership.is_member
    is_shared = sharing.shares(found)
    if not (is_member or is_shared):
        return render(request, "growth/not_shared.html", {"learning_set": found})
    page = {
        "learning_set": found,
        "is_member": is_member,
        "is_shared": is_shared,
        "may_share": sharing.is_facilitated_from_outside(found),
        "said_yes": is_member and _said_yes(membership),
        **_counted(found),
        # What members tapped was asked of them for the set alone.
        "words": _tapped(found) if is_member else [],
    }
    return render(request, "growth/doing.html", page)


def _said_yes(membership: SetMembership | None) -> bool:
    return membership is not None and sharing.has_said_yes(membership)


def _counted(learning_set: LearningSet) -> dict[str, object]:
    """What the page shows of the set: nobody in it is named."""
    found = doing_of([learning_set])[0]
    leaves = newest_leaves(learning_set, number=LEAVES)
    return {
        "doing": found,
        "measures": measures_of(found),
        "hint": hint_of(found),
        "leaves": [each for each in leaves if each.to_try],
    }


def _tapped(learning_set: LearningSet) -> list[OfMeeting]:
    """The words of the newest pulses that enough people tapped in."""
    words = words_of(learning_set, at=timezone.now())
    return [each for each in words if each.words][:LEAVES]


@require_POST
@signed_in
def share(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Each member's own switch; one who switches it off is enough."""
    members = SetMembership.objects.members().filter(
        learning_set__ended_at__isnull=True
    )
    found = get_object_or_404(members, learning_set=set_id, person=request.user)
    if request.POST.get("share") == "yes":
        operations.share(found, at=timezone.now())
        messages.success(request, _("Your yes is kept. You can take it back here."))
    else:
        operations.keep_to_ourselves(found)
        messages.success(request, _("This page stays within your set."))
    return redirect("growth:doing", set_id)


# --- what sets share with who facilitates them


@require_http_methods(READ)
@never_cache
@signed_in
def facilitating(request: PersonRequest) -> HttpResponseBase:
    """The sets I facilitate that share; each by itself, in the order of their names."""
    sets = sharing.facilitated_by(request.user)
    among = sharing.sharing_among(sets)
    shown = doing_of([each for each in sets if each.pk in among])
    page = {
        "sets": [(each, measures_of(each)) for each in shown],
        "facilitates": bool(sets),
        "some_do_not": len(among) < len(sets),
    }
    return render(request, "growth/facilitating.html", page)
