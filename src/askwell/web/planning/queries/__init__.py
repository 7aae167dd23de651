"""Questions about the meetings to come: when, who comes, whose turn it is."""

from askwell.web.planning.queries.burdens import Burden, burdens_on
from askwell.web.planning.queries.coming import ComingMeeting, coming_meeting, upcoming
from askwell.web.planning.queries.polls import open_polls
from askwell.web.planning.queries.rest import rest_of, starts_after
from askwell.web.planning.queries.turns import open_swaps, standing_bookings

__all__ = [
    "Burden",
    "ComingMeeting",
    "burdens_on",
    "coming_meeting",
    "open_polls",
    "open_swaps",
    "rest_of",
    "standing_bookings",
    "starts_after",
    "upcoming",
]
