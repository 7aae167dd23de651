"""Reading: my own offers, one of them, and what is told in a programme."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes.models import Programme
from askwell.web.stories import queries, rules
from askwell.web.stories.models import Offer, OfferQuerySet
from askwell.web.stories.queries.themes import ThemeOf, themes_of, told_of
from askwell.web.stories.views.finding import READ, shown, visible

AT_ONCE = 10


@require_http_methods(READ)
@never_cache
@signed_in
def mine(request: PersonRequest) -> HttpResponseBase:
    """What I offered and how it stands, and what asks for my yes or no."""
    page = {
        "offers": rules.own_offers(request.user).order_by("-begun_at", "pk"),
        "waiting": rules.offers_asked_about(request.user).order_by("until", "pk"),
        "programmes": rules.readable_programmes(request.user),
    }
    return shown(request, "mine", page)


@require_http_methods(READ)
@never_cache
@signed_in
def story(request: PersonRequest, offer_id: UUID) -> HttpResponseBase:
    """One offer: for its owner how it stands, for others to read, and to have a say."""
    found = visible(request, offer_id)
    is_own = found.owner_id == request.user.pk
    mine = found.named.filter(person=request.user, is_over=False).first()
    say = found.says.filter(person=request.user).first()
    programmes = rules.readable_programmes(request.user)
    page = {
        "offer": found,
        "is_own": is_own,
        "read": queries.version_of(found),
        "named": mine if rules.is_named(request.user, found) else None,
        "say": say if rules.has_a_say(request.user, found) else None,
        "is_only_one": found.says.concerned().count() == 1,
        "to_go": queries.names_to_go(found) if is_own else [],
        "reads_programme": programmes.filter(pk=found.programme_id).exists(),
    }
    return shown(request, "own" if is_own else "story", page)


@require_http_methods(READ)
@never_cache
@signed_in
def told(request: PersonRequest, programme_id: UUID) -> HttpResponseBase:
    """What people of the programme's sets chose to tell, the newest first."""
    readable = rules.readable_programmes(request.user)
    programme = get_object_or_404(readable, pk=programme_id)
    all_told = rules.told_to(request.user, programme)
    themes = themes_of(programme, audience=rules.audience_of(request.user, programme))
    theme = _theme(themes, request.GET.get("theme", ""))
    kind = _kind(request.GET.get("kind", ""))
    pages = Paginator(_chosen(all_told, kind, theme), AT_ONCE)
    page = {
        "programme": programme,
        "pages": pages.get_page(request.GET.get("page")),
        "kind": kind,
        "theme": theme,
        "themes": themes,
        "query": _query(kind, theme),
        "leads_back": _holds_office(request, programme),
        "can_offer": rules.sets_to_tell_of(request.user).exists(),
    }
    return shown(request, "programme", page)


def _chosen(told: OfferQuerySet, kind: str, theme: ThemeOf | None) -> OfferQuerySet:
    if kind:
        told = told.filter(kind=kind)
    if theme:
        told = told_of(theme, told)
    return told.order_by("-published_at", "pk")


def _kind(asked: str) -> str:
    return asked if asked in Offer.Kind.values else ""


def _theme(themes: list[ThemeOf], asked: str) -> ThemeOf | None:
    return next((each for each in themes if str(each.id) == asked), None)


def _query(kind: str, theme: ThemeOf | None) -> str:
    parts = [f"kind={kind}" if kind else "", f"theme={theme.id}" if theme else ""]
    return "&".join(each for each in parts if each)


def _holds_office(request: PersonRequest, programme: Programme) -> bool:
    return rules.audience_of(request.user, programme) == Offer.Audience.STAFF
