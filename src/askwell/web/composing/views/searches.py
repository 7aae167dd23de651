"""Other searches from a division: around what is held, with a rule let go, traded."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from askwell.web.composing import boards, operations
from askwell.web.composing.forms import NameForm
from askwell.web.composing.models import Composition, Trading
from askwell.web.composing.refusals import REFUSED, NotComposedError, Reason
from askwell.web.composing.views.drawing import organisations_of
from askwell.web.composing.views.finding import (
    READ_AND_POST,
    composition_for,
    done_or_told,
    version_in,
)
from askwell.web.composing.words.figures import bars
from askwell.web.composing.words.names import WISHED, WISHES
from askwell.web.composing.words.problems import problems
from askwell.web.people.signed_in import PersonRequest, signed_in

FACTORS = {
    0.0: gettext_lazy("nothing"),
    0.5: gettext_lazy("half as much"),
    1.0: gettext_lazy("as now"),
    2.0: gettext_lazy("twice as much"),
    4.0: gettext_lazy("four times as much"),
}
# Less than this nobody would notice.
NOTICED = 0.005


@require_POST
@signed_in
def again(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """A new search with everything that is held staying where it is."""
    found = composition_for(request, composition_id)
    try:
        begun = operations.ask_around(
            found,
            version=version_in(request),
            name=_next_name(found),
            by=request.user,
            at=timezone.now(),
        )
    except REFUSED as refused:
        messages.error(request, refused.in_words())
        return redirect(found)
    return redirect(begun)


@require_POST
@signed_in
def relaxed(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """A new search with one of the ways out that the board offers."""
    found = composition_for(request, composition_id)
    known = boards.loaded(found).known
    shown = problems(found.collisions, known.enrolments, organisations_of(known))
    said = request.POST.get("way", "")
    ways = {str(way.number): way for each in shown for way in each.ways}
    try:
        way = ways.get(said)
        if way is None or not way.is_offered:
            raise NotComposedError(Reason.NOT_THERE)
        begun = operations.ask_relaxed(
            found,
            way.changes,
            name=_next_name(found),
            by=request.user,
            at=timezone.now(),
        )
    except REFUSED as refused:
        messages.error(request, refused.in_words())
        return redirect(found)
    return redirect(begun)


@require_http_methods(READ_AND_POST)
@never_cache
@signed_in
def trade(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """What each wish costs the others: other good answers, one of them to be kept."""
    found = composition_for(request, composition_id)
    if request.method == "POST":
        return _traded(request, found)
    trading = Trading.objects.filter(composition=found).first()
    page = {
        "composition": found,
        "cohort": found.cohort,
        "trading": trading,
        "percent": round(trading.share * 100) if trading else 0,
        "is_old": bool(trading and trading.version != found.version),
        "trades": [_drawn(each) for each in trading.trades] if trading else [],
    }
    return render(request, "composing/trade.html", page)


def _traded(request: PersonRequest, composition: Composition) -> HttpResponseBase:
    chosen = request.POST.get("point", "")
    wish, _colon, factor = chosen.partition(":")
    try:
        if not chosen:
            operations.ask_trade(composition, at=timezone.now())
            return redirect("composing:trade", composition.pk)
        if factor not in {str(each) for each in FACTORS}:
            raise NotComposedError(Reason.NOT_THERE)
        kept = operations.take_trade(
            composition,
            wish,
            float(factor),
            name=_next_name(composition),
            by=request.user,
            at=timezone.now(),
        )
    except REFUSED as refused:
        messages.error(request, refused.in_words())
        return redirect(composition)
    return redirect(kept)


def _drawn(trade: dict[str, Any]) -> dict[str, Any]:
    points = trade["points"]
    now = next(point for point in points if point["factor"] == 1.0)
    wish = trade["wish"]
    return {
        "wish": wish,
        "name": WISHES[wish],
        "words": WISHED[wish],
        "points": [
            {
                "value": f"{wish}:{point['factor']}",
                "factor": FACTORS[point["factor"]],
                "is_now": point["factor"] == 1.0,
                "moved": point["moved"],
                "broken": len(point["proposal"]["broken"]),
                "bars": bars({wish: _parts(point)[wish]}, {}),
                "gains": _changed(now, point),
                "loses": _changed(point, now),
            }
            for point in points
        ],
    }


def _changed(less: dict[str, Any], more: dict[str, Any]) -> list[str]:
    """The wishes met better in the one than in the other.

    Challenges are left out: exact figures would tell whose are near whose.
    """
    before, after = _parts(less), _parts(more)
    return [
        str(WISHES[wish])
        for wish in after
        if wish != "challenge" and after[wish] - before[wish] >= NOTICED
    ]


def _parts(point: dict[str, Any]) -> dict[str, float]:
    score = point["proposal"]["score"]
    return {**score["parts"], "fairness": score["fairness"]}


@require_POST
@signed_in
def name(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """What managers call it among themselves."""
    found = composition_for(request, composition_id)
    form = NameForm(request.POST)
    if form.is_valid():
        operations.rename(found, name=form.cleaned_data["name"])
    else:
        messages.error(request, _("Give it a name of up to eighty letters."))
    return redirect("composing:cohort", found.cohort.programme_id, found.cohort_id)


@require_POST
@signed_in
def removal(request: PersonRequest, composition_id: UUID) -> HttpResponseBase:
    """A division that nobody wants goes for good."""
    found = composition_for(request, composition_id)
    cohort = found.cohort
    return done_or_told(
        request,
        lambda: operations.discard(found),
        where=f"/programmes/{cohort.programme_id}/cohorts/{cohort.pk}/compositions/",
        done=_("It is gone."),
    )


def _next_name(composition: Composition) -> str:
    number = Composition.objects.filter(cohort=composition.cohort).count() + 1
    return _("Proposal %(number)s") % {"number": number}
