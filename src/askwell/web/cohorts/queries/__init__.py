"""Questions about training cohorts, and about who can facilitate how many sets."""

from askwell.web.cohorts.queries.coverage import (
    Coverage,
    OwnCoverage,
    coverage_of,
    own_coverage_of,
)
from askwell.web.cohorts.queries.places import (
    Managed,
    Stage,
    cases_of,
    managed,
    my_trainees,
    own_places,
    place_of,
    sets_to_be_watched_in,
    stage_of,
    with_me,
)

__all__ = [
    "Coverage",
    "Managed",
    "OwnCoverage",
    "Stage",
    "cases_of",
    "coverage_of",
    "managed",
    "my_trainees",
    "own_coverage_of",
    "own_places",
    "place_of",
    "sets_to_be_watched_in",
    "stage_of",
    "with_me",
]
