"""How far the answers have come, for whoever looks after a programme.

What somebody said of themselves is not here: not their week, not their challenge, not
whom they would rather not meet, and not why they said no, which nobody knows.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations, queries, rules
from askwell.web.intake.clocks import level_name
from askwell.web.intake.operations import Sent
from askwell.web.intake.refusals import NotDoneError
from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import managed_programmes

Status = Enrolment.Status
A_PAGE = 50
SHOWN = {
    "new": (Status.LISTED, gettext_lazy("Not asked yet")),
    "silent": (Status.INVITED, gettext_lazy("No answer yet")),
    "yes": (Status.JOINED, gettext_lazy("Yes")),
    "no": (Status.DECLINED, gettext_lazy("Not this time")),
    "left": (Status.LEFT, gettext_lazy("No longer")),
}


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def replies(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Who was asked, who said yes and who has not answered."""
    programme = _managed(request, programme_id)
    progress = queries.progress(programme, request.user)
    counts = _counts(progress.whole)
    shown = request.GET.get("show", "")
    if shown not in SHOWN:
        shown = next((key for key, count in counts.items() if count), "new")
    now = timezone.now()
    seen = rules.seen_by(request.user, programme)
    people = (
        seen.filter(status=SHOWN[shown][0])
        .select_related("partner__organisation")
        .order_by("name", "email")
    )
    page = Paginator(people, A_PAGE).get_page(request.GET.get("page"))
    painted = queries.have_painted(list(page))
    return render(
        request,
        "intake/replies.html",
        {
            "programme": programme,
            "progress": progress,
            "tabs": _tabs(counts, shown),
            "shown": shown,
            "page": page,
            "people": [_row(one, painted) for one in page],
            "to_remind": queries.to_be_reminded(seen, at=now).count(),
            "is_across": len(progress.each) > 1,
        },
    )


@require_POST
@signed_in
def asking(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Ask those who are listed: all, or those who are ticked."""
    programme = _managed(request, programme_id)
    only = None
    if request.POST.get("whom") == "ticked":
        only = _ticked(request)
    try:
        sent = operations.invite(
            programme, by=request.user, at=timezone.now(), only=only
        )
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
    else:
        _tell(request, sent)
    return redirect("intake:replies", programme.pk)


@require_POST
@signed_in
def reminding(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """Write once more to those who have not answered."""
    programme = _managed(request, programme_id)
    try:
        sent = operations.remind(programme, by=request.user, at=timezone.now())
    except NotDoneError as refused:
        messages.error(request, refused.in_words())
    else:
        _tell(request, sent)
    return redirect("intake:replies", programme.pk)


def _managed(request: PersonRequest, programme_id: UUID) -> Programme:
    return get_object_or_404(managed_programmes(request.user), pk=programme_id)


def _ticked(request: PersonRequest) -> set[UUID]:
    found: set[UUID] = set()
    for each in request.POST.getlist("person"):
        try:
            found.add(UUID(each))
        except ValueError:
            continue
    return found


def _tell(request: PersonRequest, sent: Sent) -> None:
    words = ngettext(
        "A letter is on its way to %(n)d person.",
        "A letter is on its way to %(n)d people.",
        sent.asked,
    )
    if sent.asked:
        messages.success(request, words % {"n": sent.asked})
    elif not sent.waiting:
        messages.info(request, _("There was nobody to write to. Nothing was sent."))
    if sent.waiting:
        words = ngettext(
            "%(n)d person has to wait until tomorrow: so many letters went out today.",
            "%(n)d people have to wait until tomorrow: so many letters went out today.",
            sent.waiting,
        )
        messages.warning(request, words % {"n": sent.waiting})


def _counts(whole: queries.Tally) -> dict[str, int]:
    return {
        "new": whole.listed,
        "silent": whole.silent,
        "yes": whole.yes,
        "no": whole.no,
        "left": whole.left,
    }


def _tabs(counts: dict[str, int], shown: str) -> list[dict[str, Any]]:
    """Those with somebody in them, and the one that is looked at."""
    return [
        {"key": key, "label": SHOWN[key][1], "count": count, "is_shown": key == shown}
        for key, count in counts.items()
        if count or key == shown
    ]


def _row(enrolment: Enrolment, painted: set[UUID]) -> dict[str, Any]:
    return {
        "enrolment": enrolment,
        "level": level_name(enrolment.partner, enrolment.level),
        "has_painted": enrolment.pk in painted,
    }
