"""Questions about transcripts: who is asked, how far it is, what stands in them."""

from askwell.web.transcripts.queries.asking import (
    all_said_yes,
    not_yet_asked,
    own_answer,
    parts_in,
    people_to_ask,
    people_who_agreed,
    standing_of,
    transcripts_agreed_to,
    transcripts_of,
    unread_meetings,
)
from askwell.web.transcripts.queries.reading import report_on, said_in

__all__ = [
    "all_said_yes",
    "not_yet_asked",
    "own_answer",
    "parts_in",
    "people_to_ask",
    "people_who_agreed",
    "report_on",
    "said_in",
    "standing_of",
    "transcripts_agreed_to",
    "transcripts_of",
    "unread_meetings",
]
