"""Questions about answers: how far they have come, and what the composer is told."""

from askwell.web.intake.queries.own import Own, own_enrolments, own_programmes
from askwell.web.intake.queries.progress import (
    Progress,
    Tally,
    have_painted,
    progress,
    to_be_reminded,
)
from askwell.web.intake.queries.said import Said, said

__all__ = [
    "Own",
    "Progress",
    "Said",
    "Tally",
    "have_painted",
    "own_enrolments",
    "own_programmes",
    "progress",
    "said",
    "to_be_reminded",
]
