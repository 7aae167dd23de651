"""Questions about answers: how far they have come, and what the composer is told."""

from askwell.web.intake.queries.houses import House, Houses, houses
from askwell.web.intake.queries.invitation import (
    enrolment_behind,
    organisations_of,
    who_invites,
)
from askwell.web.intake.queries.own import (
    Own,
    areas_of,
    asked_of,
    intake_of,
    left_to_say,
    own_enrolments,
    own_programmes,
    set_to_answer,
    waits_for_a_set,
)
from askwell.web.intake.queries.progress import (
    Progress,
    Tally,
    have_painted,
    progress,
    to_be_reminded,
)
from askwell.web.intake.queries.said import Said, said

__all__ = [
    "House",
    "Houses",
    "Own",
    "Progress",
    "Said",
    "Tally",
    "areas_of",
    "asked_of",
    "enrolment_behind",
    "have_painted",
    "houses",
    "intake_of",
    "left_to_say",
    "organisations_of",
    "own_enrolments",
    "own_programmes",
    "progress",
    "said",
    "set_to_answer",
    "to_be_reminded",
    "waits_for_a_set",
    "who_invites",
]
