"""Which quarter is asked for, of all or of a cohort: the only choices there are."""

import re
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from askwell.insight.periods import Quarter
from askwell.web.dashboards.queries import Chosen, chosen
from askwell.web.dashboards.wording import name_of
from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import Programme

READ = ["GET", "HEAD"]
QUARTER = re.compile(r"^(\d{4})-([1-4])$")


def asked_for(request: PersonRequest, programme: Programme) -> Chosen | None:
    """None before the first snapshot; what is not there is answered with a 404."""
    quarter, cohort = _quarter(request), _cohort(request)
    found = chosen(programme, quarter=quarter, cohort=cohort)
    if found is None and (quarter or cohort):
        raise Http404
    return found


def _quarter(request: PersonRequest) -> Quarter | None:
    given = request.GET.get("quarter", "")
    if not given:
        return None
    if not (known := QUARTER.match(given)):
        raise Http404
    return Quarter(int(known[1]), int(known[2]))


def _cohort(request: PersonRequest) -> UUID | None:
    given = request.GET.get("cohort", "")
    if not given:
        return None
    try:
        return UUID(given)
    except ValueError:
        raise Http404 from None


def choices(found: Chosen, name: str, *args: object) -> dict[str, object]:
    """The plain lists from which another quarter or a cohort is chosen."""
    path = reverse(name, args=[found.programme.pk, *args])
    cohort = str(found.cohort.pk) if found.cohort else ""
    now = quarter_in_address(found.snapshot.quarter)
    return {
        "quarters": [
            {
                "name": name_of(each.quarter),
                "path": path + _query(quarter_in_address(each.quarter), cohort),
                "is_chosen": each == found.snapshot,
            }
            for each in found.snapshots
        ],
        "scopes": [
            {
                "name": each.name if each else "",
                "path": path + _query(now, str(each.pk) if each else ""),
                "is_chosen": each == found.cohort,
            }
            for each in ([None, *found.cohorts] if found.cohorts else [])
        ],
        "query": _query("" if found.is_newest else now, cohort),
    }


def quarter_in_address(quarter: Quarter) -> str:
    return f"{quarter.year}-{quarter.number}"


def _query(quarter: str, cohort: str) -> str:
    given = (("quarter", quarter), ("cohort", cohort))
    parts = [f"{name}={value}" for name, value in given if value]
    return f"?{'&'.join(parts)}" if parts else ""
