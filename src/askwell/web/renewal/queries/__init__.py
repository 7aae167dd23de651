"""Questions about how sets are doing, whether they go on, and how they end."""

from askwell.web.renewal.queries.ending import (
    days_to_choose,
    ending_of,
    newest_summary,
    receipt_for,
    receipt_of,
    today_in,
)
from askwell.web.renewal.queries.farewell import (
    farewell_to,
    left_lately,
    own_farewells,
    unfinished_farewells,
)
from askwell.web.renewal.queries.going_on import (
    Leanings,
    last_decision,
    leanings,
    open_renewal,
    preference_of,
)
from askwell.web.renewal.queries.health import (
    Look,
    due,
    former_looks,
    has_answered,
    open_check,
    rhythm_of,
    sets_due,
    until_next,
    yet_to_answer,
)

__all__ = [
    "Leanings",
    "Look",
    "days_to_choose",
    "due",
    "ending_of",
    "farewell_to",
    "former_looks",
    "has_answered",
    "last_decision",
    "leanings",
    "left_lately",
    "newest_summary",
    "open_check",
    "open_renewal",
    "own_farewells",
    "preference_of",
    "receipt_for",
    "receipt_of",
    "rhythm_of",
    "sets_due",
    "today_in",
    "unfinished_farewells",
    "until_next",
    "yet_to_answer",
]
