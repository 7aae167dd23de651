"""The ledger: everything done with a set that its people may want to know of."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from askwell.web.people.signed_in import PersonRequest, signed_in
from askwell.web.programmes import queries, rules
from askwell.web.programmes.models import LedgerLine
from askwell.web.programmes.sentences import in_words

ON_A_PAGE = 30


@require_http_methods(["GET", "HEAD"])
@never_cache
@signed_in
def ledger(request: PersonRequest, set_id: UUID) -> HttpResponseBase:
    """Line by line, the newest first; nobody outside the set reads it."""
    learning_set = get_object_or_404(rules.readable_sets(request.user), pk=set_id)
    pages = Paginator(queries.ledger_of(learning_set), ON_A_PAGE)
    leaf = pages.get_page(request.GET.get("page"))
    page = {
        "learning_set": learning_set,
        "leaf": leaf,
        "lines": [
            {"line": each, "words": in_words(each), "version": _version(each)}
            for each in leaf
        ],
    }
    return render(request, "programmes/ledger.html", page)


def _version(line: LedgerLine) -> int | None:
    """Which version of the contract the line is about, if any."""
    if line.kind != LedgerLine.Kind.CONTRACT or not line.detail.isdecimal():
        return None
    return int(line.detail)
