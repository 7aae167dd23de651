"""Questions about offers: their names, how they stand, what one may start from."""

from askwell.web.stories.queries.names import (
    TAKEN_OUT_OF,
    Choice,
    choices_of,
    named_in,
    spots_in,
    unsettled,
)
from askwell.web.stories.queries.sources import Source, sources_of
from askwell.web.stories.queries.standing import (
    all_are_fine,
    lacking,
    members_to_ask,
    names_to_go,
    version_of,
)

__all__ = [
    "TAKEN_OUT_OF",
    "Choice",
    "Source",
    "all_are_fine",
    "choices_of",
    "lacking",
    "members_to_ask",
    "named_in",
    "names_to_go",
    "sources_of",
    "spots_in",
    "unsettled",
    "version_of",
]
