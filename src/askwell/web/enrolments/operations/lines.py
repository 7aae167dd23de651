"""Writes down who reports to whom; enrols nobody."""

from collections.abc import Mapping

from django.db import transaction

from askwell.web.enrolments.models import ReportingLine
from askwell.web.enrolments.operations import memberships
from askwell.web.programmes.models import Partner


@transaction.atomic
def say_lines(partner: Partner, lines: Mapping[str, str]) -> int:
    """Address to manager's address; an empty manager ends a line. How many changed."""
    known = {line.email: line for line in ReportingLine.objects.filter(partner=partner)}
    new = [
        ReportingLine(partner=partner, email=email, manager_email=manager)
        for email, manager in lines.items()
        if manager and email not in known
    ]
    ended = [email for email, manager in lines.items() if not manager]
    moved = [line for email, line in known.items() if _moves(line, lines.get(email))]
    for line in moved:
        line.manager_email = lines[line.email]
    ReportingLine.objects.bulk_create(new, batch_size=500)
    ReportingLine.objects.bulk_update(moved, ["manager_email"], batch_size=500)
    gone = [known[email].pk for email in ended if email in known]
    for start in range(0, len(gone), 500):
        ReportingLine.objects.filter(pk__in=gone[start : start + 500]).delete()
    if new or moved or gone:
        memberships.settle(partner)
    return len(new) + len(moved) + len(gone)


def _moves(line: ReportingLine, manager: str | None) -> bool:
    return bool(manager) and line.manager_email != manager
